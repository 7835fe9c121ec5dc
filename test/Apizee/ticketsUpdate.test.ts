import type { INodeParameters } from 'n8n-workflow';

import { failure, received } from './requests';
import { useApizee } from './setup';
import { secondOfTwoItemsFails } from './twoItems';

const apizee = useApizee();

const changing = (...values: INodeParameters[]) => ({
	updateFields: { customParameters: { values } },
});

secondOfTwoItemsFails('ticket.update', apizee, ({ access: { url, baseUrl, agent, fixtures } }) => ({
	inputs: {
		ticketId: '={{ $json.id }}',
		...changing(
			{ name: 'state', value: '={{ $json.state }}' },
			{ name: 'description', value: 'Called back & helped' },
			{ name: 'subject', value: '' },
		),
	},
	items: [
		{ id: fixtures.invitedTicketId, state: 'inprogress' },
		{ id: fixtures.doneTicketId, state: 'invited' },
	],
	outputs: [
		{
			id: 82070,
			state: 'inprogress',
			reference: '1234',
			name: null,
			created: '2023-07-12T15:48:11+00:00',
			agent: agent.username,
			requestor: { phone: '+33662682193' },
			requestor_url: expect.stringMatching(`^${url}/diag\\?convId=[^&]+&pwd=\\d+$`),
			agent_ticket_url: `${url}/entrypoint/632/tickets/82070`,
		},
	],
	error: failure(
		baseUrl,
		422,
		'PUT tickets/663614',
		'A ticket in the state done cannot become invited.',
	),
	requests: [
		'PUT tickets/82070?state=inprogress&description=Called%20back%20%26%20helped',
		'PUT tickets/663614?state=invited&description=Called%20back%20%26%20helped',
	],
}));

it('changes what is named and nothing else', async () => {
	const { run, vendor } = apizee();
	await vendor.setTicketState(82070, 'done');
	const before = await vendor.ticket(82070);
	const inputs = { ticketId: '82070', ...changing({ name: 'state', value: 'closed' }) };
	const { json } = await run('ticket.update', { inputs: { ...inputs, simplify: false } });
	expect(json).toMatchObject([{ id: 82070, state: 'closed', status: 'closed', button_id: 632 }]);
	expect(await vendor.ticket(82070)).toEqual({
		...before,
		state: 'closed',
		modified: expect.any(Number),
	});
});

it.each([
	['no fields', {}],
	['an empty list of parameters', { updateFields: { customParameters: { values: [] } } }],
	['only parameters without a value', changing({ name: 'state', value: '' })],
])('refuses an update with %s before anything is sent', async (_, inputs) => {
	const { run, control } = apizee();
	const { error } = await run('ticket.update', { inputs: { ticketId: '82070', ...inputs } });
	expect(error).toMatchObject({
		message: '"Update Fields" is empty [item 0]',
		description: 'Add at least one custom parameter to change.',
	});
	expect(await control.requests()).toEqual([]);
});

it('refuses a parameter that is given twice before anything is sent', async () => {
	const { run, control } = apizee();
	const twice = changing({ name: 'state', value: 'done' }, { name: 'state', value: 'closed' });
	const { error } = await run('ticket.update', { inputs: { ticketId: '82070', ...twice } });
	expect(error?.message).toBe(
		'"Custom Parameters" contains "state", which is there already [item 0]',
	);
	expect(await control.requests()).toEqual([]);
});

it('refuses the items that change nothing and goes on with the others', async () => {
	const { run, control } = apizee();
	const { json } = await run('ticket.update', {
		inputs: {
			ticketId: '={{ $json.id }}',
			...changing({ name: 'subject', value: '={{ $json.subject }}' }),
		},
		items: [{ id: 663614 }, { id: 82070, subject: 'Water damage' }],
		continueOnFail: true,
	});
	expect(json).toMatchObject([
		{
			error: '"Update Fields" is empty [item 0]',
			message: 'Add at least one custom parameter to change.',
		},
		{ id: 82070, state: 'invited' },
	]);
	expect(received(await control.requests())).toEqual(['PUT tickets/82070?subject=Water%20damage']);
});

it.each([
	['nothing', { status: 204 }],
	['an empty record', { status: 200, body: {} }],
	['a list', { status: 200, body: [] }],
])('says which ticket it was when the vendor answers with %s', async (_, answer) => {
	const { run, control } = apizee();
	await control.fault({ kind: 'status', ...answer, path: '/api/tickets/82070' });
	const inputs = { ticketId: '82070', ...changing({ name: 'subject', value: 'Water damage' }) };
	const { json, error } = await run('ticket.update', { inputs });
	expect(error).toBeUndefined();
	expect(json).toEqual([{ success: true, id: '82070' }]);
});

it('does not repeat an update that failed, and says that it may be done', async () => {
	const { run, control, access } = apizee();
	await control.fault({ kind: 'status', status: 502, path: '/api/tickets/82070' });
	const inputs = { ticketId: '82070', ...changing({ name: 'subject', value: 'Water damage' }) };
	const { error } = await run('ticket.update', { inputs });
	expect(error).toMatchObject({
		message: 'Apizee failed to process the request [item 0]',
		description: `Try again later. Whether Apizee carried it out is unknown: look before running it again. PUT ${access.baseUrl}/tickets/82070: HTTP 502.`,
	});
	expect(received(await control.requests())).toHaveLength(1);
});
