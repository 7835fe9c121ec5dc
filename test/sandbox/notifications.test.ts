import { api, ARCHIVES, OLDER_WEBHOOK, refusal, useReceiver, useSandbox, WEBHOOK } from './harness';

const sandbox = useSandbox();
const receiver = useReceiver();
const { received, bodies } = receiver;

const registration = (url = receiver.url()) => ({ topic: 'archive.available', audience: '*', url });

describe('registering a webhook', () => {
	test('answers with the registration', async () => {
		const { status, data } = await api(sandbox()).post(WEBHOOK, registration());
		expect(status).toBe(201);
		expect(data).toEqual({ id: 1, ...registration() });
	});

	test.each([
		['no url', { url: undefined }, 400, 'url is required'],
		['no topic', { topic: undefined }, 400, 'topic is required'],
		['no audience', { audience: undefined }, 400, 'audience is required'],
		['an unknown field', { secret: 's' }, 400, 'secret is unknown'],
		['an unknown topic', { topic: 'archive.ready' }, 422, /no topic/],
		['another protocol', { url: 'ftp://example.invalid/' }, 422, /http or https/],
		['no address at all', { url: 'callback' }, 422, /http or https/],
	])('%s is refused', async (_case, change, status, message) => {
		const response = await api(sandbox()).post(WEBHOOK, { ...registration(), ...change });
		expect(refusal(response)).toEqual({ status, message: expect.stringMatching(message) });
	});
});

describe('the path of an older revision of the guide', () => {
	test('answers only when it is chosen, and then instead of the present one', async () => {
		const client = api(sandbox());
		expect((await client.post(OLDER_WEBHOOK, registration())).status).toBe(404);

		await sandbox().control.flexperto.useOlderWebhookPath(true);
		expect((await client.post(WEBHOOK, registration())).status).toBe(404);
		expect((await client.post(OLDER_WEBHOOK, registration())).status).toBe(201);
		expect(await sandbox().control.flexperto.webhooks()).toHaveLength(1);
	});
});

describe('notifications', () => {
	test('an archive that becomes available is told to every registered URL', async () => {
		await api(sandbox()).post(WEBHOOK, registration(receiver.url('/first')));
		await api(sandbox()).post(WEBHOOK, registration(receiver.url('/second')));
		const archive = await sandbox().control.flexperto.finishConference({ available: true });

		expect(received.map(({ path }) => path).sort()).toEqual(['/first', '/second']);
		expect(received[0]?.headers['content-type']).toBe('application/json');
		expect(bodies()[0]).toEqual({
			data: { archive_id: archive.id, archive_subject: archive.subject },
			meta: { audience: '*', tenant: 'demo', topic: 'archive.available' },
		});
	});

	test('a URL registered twice is told twice', async () => {
		await api(sandbox()).post(WEBHOOK, registration());
		await api(sandbox()).post(WEBHOOK, registration());
		await sandbox().control.flexperto.finishConference({ available: true });
		expect(received).toHaveLength(2);
	});

	test('nothing is told about an archive in processing, failed or claimed', async () => {
		const { flexperto } = sandbox().control;
		await api(sandbox()).post(WEBHOOK, registration());
		const { id } = await flexperto.finishConference();
		await flexperto.setArchiveStatus(id, 'PACKING');
		await flexperto.setArchiveStatus(id, 'FAILED');
		expect(received).toEqual([]);

		await flexperto.setArchiveStatus(id, 'AVAILABLE');
		expect(received).toHaveLength(1);
		await api(sandbox()).post(`${ARCHIVES}/${id}/abandon`);
		expect(received).toHaveLength(1);
	});

	test('the archive can be fetched when the notification arrives', async () => {
		await api(sandbox()).post(WEBHOOK, registration());
		await sandbox().control.flexperto.finishConference({ available: true });
		const [{ data }] = bodies();
		const { status } = await api(sandbox()).get(`${ARCHIVES}/${data.archive_id}/download`);
		expect(status).toBe(302);
	});

	test('every delivery is recorded with its outcome, and none is repeated', async () => {
		const { flexperto } = sandbox().control;
		await api(sandbox()).post(WEBHOOK, registration());
		receiver.answer = 500;
		await flexperto.finishConference({ available: true });
		await flexperto.clearWebhooks();
		await api(sandbox()).post(WEBHOOK, registration('http://127.0.0.1:1/'));
		await flexperto.finishConference({ available: true });

		expect(await flexperto.deliveries()).toMatchObject([
			{ id: 1, url: receiver.url(), status: 500, durationMs: expect.any(Number) },
			{ id: 2, url: 'http://127.0.0.1:1/', error: 'ECONNREFUSED' },
		]);
		expect(received).toHaveLength(1);
	});
});

describe('deliveries on request', () => {
	test('an earlier one can be sent again, word for word', async () => {
		const { flexperto } = sandbox().control;
		await api(sandbox()).post(WEBHOOK, registration());
		await flexperto.finishConference({ available: true });
		const again = await flexperto.redeliver(1);
		expect(again).toMatchObject({ id: 2, status: 200 });
		expect(received).toHaveLength(2);
		expect(received[1]).toEqual(received[0]);
	});

	test('and so can one with headers of its own', async () => {
		const { flexperto } = sandbox().control;
		const { id } = await flexperto.deliver(receiver.url(), { forged: true }, { 'x-extra': 'yes' });
		await flexperto.redeliver(id);
		expect(received[1]?.headers['x-extra']).toBe('yes');
		expect(received[1]).toEqual(received[0]);
	});

	test('any body can be sent anywhere: forged, or no JSON at all', async () => {
		const { flexperto } = sandbox().control;
		receiver.answer = 403;
		const forged = await flexperto.deliver(receiver.url(), { data: { archive_id: 'made up' } });
		expect(forged).toMatchObject({ status: 403 });
		await flexperto.deliver(receiver.url(), '{"data":', { 'x-extra': 'yes' });

		expect(received.map(({ body }) => body)).toEqual([
			'{"data":{"archive_id":"made up"}}',
			'{"data":',
		]);
		expect(received[1]?.headers['x-extra']).toBe('yes');
	});
});
