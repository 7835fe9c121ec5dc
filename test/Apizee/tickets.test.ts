import { openSession } from './openSession';
import { failure, received } from './requests';
import { useApizee } from './setup';
import { secondOfTwoItemsFails } from './twoItems';

const apizee = useApizee();

secondOfTwoItemsFails('ticket.get', apizee, ({ access: { url, baseUrl, agent, fixtures } }) => ({
	inputs: { ticketId: '={{ $json.id }}' },
	items: [{ id: fixtures.doneTicketId }, { id: fixtures.foreignTicketId }],
	outputs: [
		{
			id: 663614,
			state: 'done',
			reference: 'ref12345678',
			name: null,
			created: '2023-02-22T21:56:34+00:00',
			agent: agent.username,
			requestor: { phone: '+33612345678' },
			requestor_url: expect.stringMatching(`^${url}/diag\\?convId=[^&]+&pwd=\\d+$`),
			agent_ticket_url: `${url}/entrypoint/632/tickets/663614`,
		},
	],
	error: failure(baseUrl, 403, 'GET tickets/90001', 'The ticket belongs to another enterprise.'),
	requests: ['GET tickets/663614', 'GET tickets/90001'],
}));

it('gives the whole ticket without Simplify, picked from the list', async () => {
	const { run, access } = apizee();
	const ticketId = { __rl: true, mode: 'list', value: '663614', cachedResultName: 'ref12345678' };
	const { json } = await run('ticket.get', { inputs: { ticketId, simplify: false } });
	const [ticket = {}] = json;
	expect(Object.keys(ticket)).toEqual([
		'id',
		'state',
		'reference',
		'created',
		'modified',
		'start_time',
		'end_time',
		'subject',
		'type',
		'description',
		'agent',
		'requestor_url',
		'requestor',
		'information_page_url',
		'geoloc',
		'service_key',
		'agent_url',
		'status',
		'name',
		'button_id',
		'agent_ticket_url',
	]);
	expect(ticket).toMatchObject({
		end_time: '2023-02-22T22:12:18+00:00',
		geoloc: { lat: 48.7, lng: -3.5 },
		service_key: access.fixtures.ticketServiceKey,
	});
});

describe('the link that opens a ticket for its agent', () => {
	const linkOf = async (answer: object) => {
		const { run, control } = apizee();
		await control.fault({ kind: 'status', status: 200, path: '/api/tickets/1', body: answer });
		const { json } = await run('ticket.get', { inputs: { ticketId: '1' } });
		return json[0]?.agent_ticket_url;
	};

	it('is put together from the portal, the button and the ticket, as the guide says', async () => {
		const answer = { id: 82070, agent_url: 'https://cloud.apizee.com', button_id: 223 };
		const link = 'https://cloud.apizee.com/entrypoint/223/tickets/82070';
		expect(await linkOf(answer)).toBe(link);
		expect(await linkOf({ ...answer, agent_url: 'https://cloud.apizee.com/' })).toBe(link);
	});

	it.each([
		['portal', { id: 82070, button_id: 223 }],
		['button', { id: 82070, agent_url: 'https://cloud.apizee.com', button_id: null }],
		['ticket', { id: { toString: 1 }, agent_url: 'https://cloud.apizee.com', button_id: 223 }],
	])('is left out when the vendor names no %s', async (_, answer) => {
		expect(await linkOf(answer)).toBeUndefined();
	});
});

secondOfTwoItemsFails('ticket.delete', apizee, async ({ access: { baseUrl }, vendor }) => {
	const [ticket] = await vendor.addTickets();
	const id = ticket?.id ?? 0;
	return {
		inputs: { ticketId: '={{ $json.id }}' },
		items: [{ id }, { id: 999 }],
		outputs: [{ deleted: true }],
		error: failure(baseUrl, 404, 'DELETE tickets/999', 'There is no ticket.'),
		requests: [`DELETE tickets/${id}`, 'DELETE tickets/999'],
	};
});

it('deletes this ticket and no other', async () => {
	const { run, vendor } = apizee();
	const before = (await vendor.tickets()).map(({ id }) => id);
	await run('ticket.delete', { inputs: { ticketId: '82070' } });
	const after = (await vendor.tickets()).map(({ id }) => id);
	expect(after).toEqual(before.filter((id) => id !== 82070));
});

it('deletes nothing for an item that comes from a step that failed', async () => {
	const { run, control } = apizee();
	const items = [{ id: 82070, error: 'Could not be archived' }];
	const { error } = await run('ticket.delete', { inputs: { ticketId: '={{ $json.id }}' }, items });
	expect(error).toMatchObject({
		message: 'This item comes from a step that failed, so nothing is done for it [item 0]',
		description: 'Mend the earlier step, or leave out items that have an `error` entry.',
	});
	expect(await control.requests()).toEqual([]);
});

it('does not repeat a deletion whose answer was lost, and says that it may be done', async () => {
	const { run, control, vendor, access } = apizee();
	await openSession(apizee());
	await control.fault({ kind: 'reset', when: 'after', path: '/api/tickets/*' });
	const { error } = await run('ticket.delete', { inputs: { ticketId: '82070' } });
	expect(error).toMatchObject({
		message: 'Apizee closed the connection too early [item 0]',
		description: `Try again later. Whether Apizee carried it out is unknown: look before running it again. DELETE ${access.baseUrl}/tickets/82070: ECONNRESET.`,
	});
	expect(received(await control.requests())).toEqual(['DELETE tickets/82070']);
	expect((await vendor.tickets()).map(({ id }) => id)).not.toContain(82070);
});
