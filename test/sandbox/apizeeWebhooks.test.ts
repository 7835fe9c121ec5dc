import { unlimited } from './apizeeHarness';
import { useReceiver, useSandbox } from './harness';

const sandbox = useSandbox();
const { received, bodies: delivered, url } = useReceiver();

const control = () => sandbox().control.apizee;

/** Deliveries of API calls come after the answer. */
async function arrived(count: number) {
	for (let wait = 0; received.length < count && wait < 200; wait++) {
		await new Promise((done) => setTimeout(done, 10));
	}
	return delivered();
}

describe('a webhook set up by hand', () => {
	test('is told about a ticket from its creation to its end, with the custom headers', async () => {
		await sandbox().control.setClock('2026-12-01T12:00:00Z', { frozen: true });
		await control().setWebhooks([{ url: url(), headers: { 'X-Shared-Secret': 'pssst' } }]);
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
		await control().setWebhooks([{ url: url() }]);
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
		await control().setWebhooks([{ url: url(), objects: ['media'] }]);
		await control().addTickets({ count: 2 });
		await control().addMedias();
		await control().deleteTicket(sandbox().apizee.fixtures.invitedTicketId);
		expect(delivered().map(({ object }) => object)).toEqual(['media']);
		expect(await control().webhooks()).toEqual([{ url: url(), objects: ['media'] }]);
	});

	test('can be sent any event or any body by hand', async () => {
		const { doneTicketId } = sandbox().apizee.fixtures;
		await control().sendEvent({ object: 'ticket', url: url() });
		await control().sendEvent({
			object: 'conversation',
			event: 'create',
			objectId: 'abc',
			props: { eventType: 'x' },
			url: url(),
		});
		await control().deliver(url(), { anything: true }, { 'x-shared-secret': 'other' });
		expect(delivered()).toEqual([
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
		await control().setWebhooks([{ url: url() }, { url: 'http://127.0.0.1:1/' }]);
		await control().sendEvent({ object: 'ticket', props: { state: 'done' } });
		const deliveries = await control().deliveries();
		expect(deliveries).toMatchObject([{ url: url(), status: 200 }, { error: 'ECONNREFUSED' }]);
		await control().redeliver(deliveries[0]?.id ?? 0);
		expect(received).toHaveLength(2);
		expect(received[1]?.body).toEqual(received[0]?.body);
		await control().clearDeliveries();
		expect(await control().deliveries()).toEqual([]);
	});
});
