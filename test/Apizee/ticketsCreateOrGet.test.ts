import { createOrGet, lookUp, PEOPLE, people } from './createOrGet';
import { failure } from './requests';
import { useApizee } from './setup';
import { secondOfTwoItemsFails } from './twoItems';

const apizee = useApizee();

secondOfTwoItemsFails('ticket.createOrGet', apizee, ({ access: { url, baseUrl, agent } }) => ({
	inputs: {
		...people,
		email: '={{ $json.email }}',
		reference: '={{ $json.reference }}',
		additionalFields: {
			invite: true,
			name: 'Nathan Smith',
			customParameters: { values: [{ name: 'language', value: 'fr' }] },
		},
	},
	items: [
		{ reference: 'CASE 1/é', email: 'nathan@example.com' },
		{ reference: 'CASE-2', email: 'nathan@example' },
	],
	outputs: [
		{
			id: 1000001,
			state: 'invited',
			reference: 'CASE 1/é',
			created: expect.stringMatching(/\+00:00$/),
			agent: agent.username,
			requestor: { email: 'nathan@example.com' },
			requestor_url: expect.stringMatching(`^${url}/diag\\?convId=[^&]+&pwd=\\d+$`),
			agent_ticket_url: `${url}/entrypoint/632/tickets/1000001`,
			was_created: true,
		},
	],
	error: failure(baseUrl, 400, 'POST tickets', 'email nathan@example is not an e-mail address'),
	requests: [
		lookUp('CASE%201%2F%C3%A9'),
		`POST tickets?${PEOPLE}&invite=1&reference=CASE%201%2F%C3%A9&name=Nathan%20Smith&language=fr`,
		lookUp('CASE-2'),
		'POST tickets?agent=alice.agent%40apizee.example&email=nathan%40example&invite=1&reference=CASE-2&name=Nathan%20Smith&language=fr',
	],
}));

it.each([true, false])(
	'creates a ticket the first time and gives the very same the second time (Simplify: %s)',
	async (simplify) => {
		const first = await createOrGet(apizee(), { reference: 'CASE-1', simplify });
		const second = await createOrGet(apizee(), { reference: 'CASE-1', simplify });
		expect(first.ticket).toMatchObject({ id: 1000001, was_created: true });
		expect(second.ticket).toEqual({ ...first.ticket, was_created: false });
		expect(first.requests).toEqual([lookUp('CASE-1'), `POST tickets?${PEOPLE}&reference=CASE-1`]);
		expect(second.requests).toEqual([lookUp('CASE-1'), 'GET tickets/1000001']);
	},
);

it('changes nothing of a ticket that is there and invites nobody', async () => {
	const { vendor, access } = apizee();
	const before = await vendor.ticket(82070);
	const additionalFields = { invite: true, name: 'Somebody Else' };
	const { ticket } = await createOrGet(apizee(), { reference: '={{ 1234 }}', additionalFields });
	expect(ticket).toEqual({
		id: 82070,
		state: 'invited',
		reference: '1234',
		created: '2023-07-12T15:48:11+00:00',
		agent: access.agent.username,
		requestor: { phone: '+33662682193' },
		requestor_url: expect.stringContaining('/diag?convId='),
		agent_ticket_url: `${access.url}/entrypoint/632/tickets/82070`,
		was_created: false,
	});
	expect(await vendor.ticket(82070)).toEqual(before);
	expect(await vendor.invitations()).toEqual([]);
});

it('gives the newest of several, even one that is closed', async () => {
	const { vendor } = apizee();
	const [, newest] = await vendor.addTickets({ count: 2, reference: 'CASE-1', state: 'closed' });
	const { ticket } = await createOrGet(apizee(), { reference: 'CASE-1' });
	expect(ticket).toMatchObject({ id: newest?.id, state: 'closed', was_created: false });
});

describe('a link that signs in', () => {
	const additionalFields = { ssoLink: true };

	it('comes with a ticket that is created', async () => {
		const inputs = { reference: 'CASE-1', additionalFields };
		const { ticket, requests } = await createOrGet(apizee(), inputs);
		expect(ticket.sso_url).toMatch(`${apizee().access.url}?access_token=eyJ`);
		expect(requests).toEqual([
			lookUp('CASE-1'),
			`POST tickets?${PEOPLE}&reference=CASE-1&scope=sso`,
		]);
	});

	it('is asked for when the ticket is there', async () => {
		const { url } = apizee().access;
		const inputs = { reference: '1234', additionalFields };
		const { ticket, requests } = await createOrGet(apizee(), inputs);
		expect(ticket).toMatchObject({
			id: 82070,
			agent_ticket_url: `${url}/entrypoint/632/tickets/82070`,
			sso_url: expect.stringContaining(`${url}?access_token=eyJ`),
			was_created: false,
		});
		expect(requests).toEqual([lookUp('1234'), 'GET tickets/82070?scope=sso']);
	});

	it('is not there when the user does not want it', async () => {
		const inputs = { reference: '1234', additionalFields: { ssoLink: false }, simplify: false };
		const { ticket, requests } = await createOrGet(apizee(), inputs);
		expect(ticket).not.toHaveProperty('sso_url');
		expect(requests).toEqual([lookUp('1234'), 'GET tickets/82070']);
	});
});

it.each(['', { toString: 1 }])(
	'creates no second ticket when the first has the ID %j',
	async (id) => {
		const { run, control, vendor } = apizee();
		const before = await vendor.tickets();
		const body = { total: 1, data: [{ id, reference: 'CASE-1' }] };
		await control.fault({ kind: 'status', status: 200, body, path: '/api/tickets', method: 'GET' });
		const inputs = { agent: 'agent1@example.com', phone: '+33612345678', reference: 'CASE-1' };
		const { error } = await run('ticket.createOrGet', { inputs });
		expect(error?.message).toBe('Apizee lists the ticket of "CASE-1" without an ID [item 0]');
		expect(await vendor.tickets()).toHaveLength(before.length);
	},
);
