import type { INodeParameters } from 'n8n-workflow';

import { authorizations, failure, received } from './requests';
import { useApizee } from './setup';
import { secondOfTwoItemsFails } from './twoItems';

const apizee = useApizee();

const ALICE = 'alice.agent@apizee.example';
const AGENT = 'agent=alice.agent%40apizee.example';

/** Creates one ticket of Alice and gives what the vendor got, what it made and what the user sees. */
async function created(inputs: INodeParameters) {
	const { run, control, vendor } = apizee();
	const { json, error } = await run('ticket.create', { inputs: { agent: ALICE, ...inputs } });
	expect(error).toBeUndefined();
	const sent = await control.requests();
	const [output = {}] = json;
	const ticket = await vendor.ticket(Number(output.id));
	const [authorization] = authorizations(sent);
	return { requests: received(sent), ticket, output, authorization };
}

secondOfTwoItemsFails('ticket.create', apizee, ({ access: { url, baseUrl } }) => ({
	inputs: {
		agent: '={{ $json.agent }}',
		email: 'nathan@example.com',
		phone: '+33 6 62 68 21 93',
		additionalFields: { invite: true, name: 'Nathan Smith', reference: 'CASE 1234/é' },
	},
	items: [{ agent: ALICE }, { agent: 'nobody@apizee.example' }],
	outputs: [
		{
			id: 1000001,
			state: 'invited',
			reference: 'CASE 1234/é',
			name: 'Nathan Smith',
			created: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00$/),
			agent: ALICE,
			requestor: { phone: '+33662682193', email: 'nathan@example.com' },
			requestor_url: expect.stringMatching(`^${url}/diag\\?convId=[^&]+&pwd=\\d+$`),
			agent_ticket_url: `${url}/entrypoint/632/tickets/1000001`,
		},
	],
	error: failure(
		baseUrl,
		400,
		'POST tickets',
		'agent nobody@apizee.example is not a user of the enterprise',
	),
	requests: [AGENT, 'agent=nobody%40apizee.example'].map(
		(agent) =>
			`POST tickets?${agent}&email=nathan%40example.com&phone=%2B33662682193&invite=1&reference=CASE%201234%2F%C3%A9&name=Nathan%20Smith`,
	),
}));

describe('a ticket for a customer', () => {
	it.each([
		['an e-mail address', { email: 'nathan@example.com' }, 'email=nathan%40example.com'],
		['a phone number', { phone: '+33612345678' }, 'phone=%2B33612345678'],
		[
			'both',
			{ email: 'nathan@example.com', phone: '+33612345678' },
			'email=nathan%40example.com&phone=%2B33612345678',
		],
		[
			'several of each',
			{ email: 'a@example.com, b@example.com,', phone: '+33612345678,+4915112345678' },
			'email=a%40example.com%2Cb%40example.com&phone=%2B33612345678%2C%2B4915112345678',
		],
		[
			'lists that are mapped',
			{ email: "={{ ['a@example.com', ''] }}", phone: "={{ ['+33612345678', null] }}" },
			'email=a%40example.com&phone=%2B33612345678',
		],
	])('with %s goes out in the query alone, for the agent', async (_, inputs, query) => {
		const { requests, output, authorization } = await created(inputs);
		expect(requests).toEqual([`POST tickets?${AGENT}&${query}`]);
		expect(output.state).toBe('new');
		const tokens = (await apizee().vendor.tokens()).map(({ token }) => `Bearer ${token}`);
		expect(tokens).toContain(authorization);
	});

	it.each([
		"o'neil@bank.example",
		'müller@bank.example',
		'BANK\\neil',
		'neil+support@bank.example',
	])('names the agent %s to the vendor', async (agent) => {
		const { run, control } = apizee();
		await run('ticket.create', { inputs: { agent, email: 'nathan@example.com' } });
		const sent = await control.requests({ path: '/api/tickets' });
		expect(sent.at(-1)?.query.agent).toBe(agent);
	});

	it('takes an agent from the list as well', async () => {
		const agent = { __rl: true, mode: 'list', value: ALICE, cachedResultName: 'Alice Agent' };
		const { requests } = await created({ agent, email: 'nathan@example.com' });
		expect(requests).toEqual([`POST tickets?${AGENT}&email=nathan%40example.com`]);
	});
});

it('asks for a link that signs in only when the user wants it', async () => {
	const { url } = apizee().access;
	const inputs = { email: 'nathan@example.com' };
	const wanted = await created({ ...inputs, additionalFields: { ssoLink: true } });
	expect(wanted.requests).toEqual([`POST tickets?${AGENT}&email=nathan%40example.com&scope=sso`]);
	expect(wanted.output.sso_url).toMatch(`${url}?access_token=eyJ`);
	await apizee().control.clearRequests();
	const unwanted = await created({ ...inputs, additionalFields: { ssoLink: false } });
	expect(unwanted.requests).toEqual([`POST tickets?${AGENT}&email=nathan%40example.com`]);
	expect(unwanted.output).not.toHaveProperty('sso_url');
});

it('gives the whole answer and the link for the agent without Simplify', async () => {
	const { url, fixtures } = apizee().access;
	const { output, ticket } = await created({ phone: '+33612345678', simplify: false });
	const { roomKey, roomPassword, id } = ticket;
	const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00$/);
	expect(output).toEqual({
		id,
		state: 'new',
		reference: null,
		created: time,
		modified: time,
		start_time: time,
		end_time: time,
		subject: null,
		type: '',
		description: null,
		agent: ALICE,
		requestor_url: `${url}/diag?convId=${roomKey}&pwd=${roomPassword}`,
		requestor: { phone: '+33612345678' },
		information_page_url: `${url}/information/${roomKey.slice(0, 10)}`,
		service_key: fixtures.ticketServiceKey,
		agent_url: url,
		status: 'new',
		name: null,
		button_id: 632,
		agent_ticket_url: `${url}/entrypoint/632/tickets/${id}`,
	});
});
