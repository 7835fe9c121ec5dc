import { ARCHIVES } from './requests';
import { useFlexperto } from './setup';
import { found, foundIds, TRIGGER, triggerWorkflow } from './triggerWorkflow';

const flexperto = useFlexperto();

const watching = (options = {}) =>
	triggerWorkflow('flexpertoPollingTrigger', { event: 'archiveAvailable', options });

describe('Archive Available, the first look', () => {
	it('hands over the records of all available archives, as they wait to be claimed', async () => {
		const { engine, vendor, control, sandbox } = flexperto();
		const { ids } = await vendor.createArchives({ count: 2 });
		for (const status of ['PROCESSING', 'ABANDONED', 'FAILED', 'EXPIRED', 'PACKING']) {
			await vendor.createArchives({ status });
		}
		const active = await engine.activate(watching());

		const records = (await vendor.archives()).filter(({ id }) => ids.includes(id));
		expect(found(active.firstTicks)).toEqual(records);
		const [first] = active.firstTicks;
		expect(first?.execution?.status).toBe('success');
		expect(first?.execution?.outputs.Next?.[0]?.map(({ json }) => json)).toEqual(records);
		const requests = await control.requests();
		expect(requests.map(({ method, path, query }) => [method, path, query])).toEqual([
			['GET', ARCHIVES, { status: 'AVAILABLE', limit: '100', offset: '0' }],
		]);
		expect(requests[0]?.headers['api-key']).toBe(sandbox.flexperto.apiKey);
		expect(requests[0]?.headers['x-user-id']).toBeUndefined();
	});

	it('does so with Include Existing on, too', async () => {
		const { engine, vendor } = flexperto();
		const { ids } = await vendor.createArchives({ count: 2 });
		const active = await engine.activate(watching({ includeExisting: true }));
		expect(foundIds(active.firstTicks)).toEqual(ids);
	});

	it('hands over nothing with Include Existing off, and only what comes later', async () => {
		const { engine, vendor } = flexperto();
		await vendor.createArchives({ count: 2 });
		const active = await engine.activate(watching({ includeExisting: false }));
		expect(found(active.firstTicks)).toBeNull();
		expect(found(await active.tick())).toBeNull();
		const { ids } = await vendor.createArchives();
		expect(foundIds(await active.tick())).toEqual(ids);
	});

	it('starts nothing when there is no archive', async () => {
		const { engine, vendor } = flexperto();
		const active = await engine.activate(watching());
		expect(active.firstTicks).toEqual([{ node: TRIGGER, emitted: null }]);
		const { ids } = await vendor.createArchives();
		expect(foundIds(await active.tick())).toEqual(ids);
	});
});

describe('Archive Available, the looks after it', () => {
	it('hand over each archive once, when it has become available', async () => {
		const { engine, vendor } = flexperto();
		const active = await engine.activate(watching());
		const { id } = await vendor.finishConference();
		expect(found(await active.tick())).toBeNull();
		await vendor.setArchiveStatus(id, 'PACKING');
		expect(found(await active.tick())).toBeNull();
		const record = await vendor.setArchiveStatus(id, 'AVAILABLE');
		expect(found(await active.tick())).toEqual([record]);
		for (let times = 0; times < 3; times++)
			expect(await active.tick()).toEqual([{ node: TRIGGER, emitted: null }]);
	});

	it('do not hand over an archive again that nobody claims, while others come and go', async () => {
		const { engine, vendor } = flexperto();
		const { ids: unclaimed } = await vendor.createArchives();
		const active = await engine.activate(watching());
		expect(foundIds(active.firstTicks)).toEqual(unclaimed);
		for (let times = 0; times < 3; times++) {
			const { ids } = await vendor.createArchives({ count: 2 });
			expect(foundIds(await active.tick())).toEqual(ids);
			for (const id of ids) await vendor.setArchiveStatus(id, 'ABANDONED');
			expect(found(await active.tick())).toBeNull();
		}
	});

	it('hand over two archives of one conference as two', async () => {
		const { engine, vendor } = flexperto();
		const active = await engine.activate(watching());
		const conference = { conferenceId: 'c1', available: true };
		const one = await vendor.finishConference(conference);
		const other = await vendor.finishConference(conference);
		expect(found(await active.tick())).toEqual([one, other]);
	});
});

describe('running the workflow by hand', () => {
	it('shows the first ten archives and remembers nothing', async () => {
		const { engine, vendor } = flexperto();
		const { ids } = await vendor.createArchives({ count: 12 });
		const workflow = watching({ includeExisting: false });
		for (let times = 0; times < 2; times++) {
			const { status, outputs, staticData } = await engine.run(workflow);
			expect(status).toBe('success');
			expect(outputs.Next?.[0]?.map(({ json }) => json.id)).toEqual(ids.slice(0, 10));
			expect(staticData).toEqual({});
		}
	});

	it('does not disturb the published workflow', async () => {
		const { engine, vendor } = flexperto();
		const workflow = watching();
		const active = await engine.activate(workflow);
		const { ids } = await vendor.createArchives();
		await engine.run(workflow);
		expect(foundIds(await active.tick())).toEqual(ids);
		await engine.run(workflow);
		expect(found(await active.tick())).toBeNull();
	});

	it('starts nothing further when there is no archive', async () => {
		const { engine } = flexperto();
		const { outputs } = await engine.run(watching());
		expect(outputs.Next).toBeUndefined();
	});

	it('shows what is wrong', async () => {
		const { engine, vendor, credential, sandbox } = flexperto();
		const { apiKey } = await vendor.createApiKey({ role: 'EXPERT' });
		engine.credentials.flexpertoApi = { ...credential, apiKey };
		const { error } = await engine.run(watching());
		engine.credentials.flexpertoApi = credential;
		expect(error).toMatchObject({
			nodeName: TRIGGER,
			message:
				'Flexperto does not allow this with the API key: Only an administrator may use this endpoint.',
			description: `Use the key of an administrator, and check "Act as User". GET ${sandbox.flexperto.baseUrl}${ARCHIVES}: HTTP 403.`,
		});
	});
});
