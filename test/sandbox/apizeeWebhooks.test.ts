import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { unlimited } from './apizeeHarness';
import { useSandbox } from './harness';

const sandbox = useSandbox();

interface Received {
	headers: IncomingHttpHeaders;
	body: Record<string, unknown>;
}

let server: Server;
let received: Received[] = [];
let url = '';

beforeAll(async () => {
	server = createServer(async (request, response) => {
		received.push({ headers: request.headers, body: (await json(request)) as Received['body'] });
		response.end();
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
});
beforeEach(() => (received = []));
afterAll(() => new Promise((done) => server.close(done)));

const control = () => sandbox().control.apizee;

/** Deliveries of API calls come after the answer. */
async function arrived(count: number): Promise<Received['body'][]> {
	for (let wait = 0; received.length < count && wait < 200; wait++) {
		await new Promise((done) => setTimeout(done, 10));
	}
	return received.map(({ body }) => body);
}

describe('a webhook set up by hand', () => {
	test('is told about a ticket from its creation to its end, with the custom headers', async () => {
		await sandbox().control.setClock('2026-12-01T12:00:00Z', { frozen: true });
		await control().setWebhooks([{ url, headers: { 'X-Shared-Secret': 'pssst' } }]);
		const client = await unlimited(sandbox());
		const params = { agent: sandbox().apizee.agent.username, phone: '+33612345678', invite: 1 };
		const { id } = (await client.post('/tickets', undefined, { params })).data;
		await arrived(2);
		await client.put(`/tickets/${id}?state=inprogress`);
		await arrived(3);
		const geoloc = { lat: 48.7, lng: -3.5 };
		await control().setTicketState(id, 'done', { geoloc });
		await client.delete(`/tickets/${id}`);

		const time = Date.parse('2026-12-01T12:00:00Z') / 1000;
		const ticket = { time, object: 'ticket', objectId: id };
		const bodies = await arrived(5);
		expect(bodies).toHaveLength(5);
		expect(bodies).toEqual(
			expect.arrayContaining([
				{ event: 'create', ...ticket, props: { state: 'invited' } },
				{
					event: 'create',
					time,
					object: 'smsmessage',
					objectId: expect.any(Number),
					props: { status: 'sent', object: 'ticket', objectId: id },
				},
				{ event: 'update', ...ticket, props: { state: 'inprogress' } },
				{ event: 'update', ...ticket, props: { state: 'done', geoloc } },
				{ event: 'delete', ...ticket, props: { state: 'done', geoloc } },
			]),
		);
		for (const { headers } of received) {
			expect(headers).toMatchObject({
				'content-type': 'application/json',
				'user-agent': 'Cloud Apizee',
				'x-shared-secret': 'pssst',
			});
		}
	});

	test('is told about conversations and medias', async () => {
		await control().setWebhooks([{ url }]);
		const [conference] = await control().addConferences({ name: 'Consultation' });
		const id = conference?.id ?? 0;
		await control().startConference(id);
		await control().endConference(id, { recording: true });
		const media = (await control().medias()).at(-1);
		await control().setMediaStatus(media?.id ?? 0, 'failed');
		const props = { name: 'Consultation' };
		expect(await arrived(4)).toMatchObject([
			{
				event: 'create',
				object: 'conversation',
				objectId: conference?.roomKey,
				props: { ...props, eventType: 'started', finishedAt: null },
			},
			{
				event: 'update',
				object: 'conversation',
				props: { ...props, eventType: 'finished', finishedAt: expect.any(String) },
			},
			{ event: 'create', object: 'media', objectId: media?.id, props: { status: 'completed' } },
			{ event: 'update', object: 'media', objectId: media?.id, props: { status: 'failed' } },
		]);
	});

	test('hears only of the objects it asked for', async () => {
		await control().setWebhooks([{ url, objects: ['media'] }]);
		await control().addTickets({ count: 2 });
		await control().addMedias();
		await control().deleteTicket(sandbox().apizee.fixtures.invitedTicketId);
		expect(received.map(({ body }) => body['object'])).toEqual(['media']);
		expect(await control().webhooks()).toEqual([{ url, objects: ['media'] }]);
	});

	test('can be sent any event or any body by hand', async () => {
		const { doneTicketId } = sandbox().apizee.fixtures;
		await control().sendEvent({ object: 'ticket', url });
		await control().sendEvent({
			object: 'conversation',
			event: 'create',
			objectId: 'abc',
			props: { eventType: 'x' },
			url,
		});
		await control().deliver(url, { anything: true }, { 'x-shared-secret': 'other' });
		expect(received.map(({ body }) => body)).toEqual([
			{
				event: 'update',
				time: expect.any(Number),
				object: 'ticket',
				objectId: doneTicketId,
				props: {},
			},
			{
				event: 'create',
				time: expect.any(Number),
				object: 'conversation',
				objectId: 'abc',
				props: { eventType: 'x' },
			},
			{ anything: true },
		]);
		expect(received[2]?.headers['x-shared-secret']).toBe('other');
	});

	test('every delivery is noted and can be repeated', async () => {
		await control().setWebhooks([{ url }, { url: 'http://127.0.0.1:1/' }]);
		await control().sendEvent({ object: 'ticket', props: { state: 'done' } });
		const deliveries = await control().deliveries();
		expect(deliveries).toMatchObject([{ url, status: 200 }, { error: 'ECONNREFUSED' }]);
		await control().redeliver(deliveries[0]?.id ?? 0);
		expect(received).toHaveLength(2);
		expect(received[1]?.body).toEqual(received[0]?.body);
		await control().clearDeliveries();
		expect(await control().deliveries()).toEqual([]);
	});
});
