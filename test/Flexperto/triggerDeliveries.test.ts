import { ARCHIVES } from './requests';
import { useFlexperto } from './setup';
import { post, TRIGGER, triggerWorkflow } from './triggerWorkflow';

const flexperto = useFlexperto();

/** A published workflow; what was asked for that is forgotten. */
async function published(options = {}) {
	const { engine, control } = flexperto();
	const workflow = triggerWorkflow('flexpertoTrigger', { options });
	const active = await engine.activate(workflow);
	await control.clearRequests();
	return { workflow, active, url: active.urls[TRIGGER] ?? '' };
}

const notification = (archiveId: string, tenant = 'demo') => ({
	data: {
		archive_id: archiveId,
		archive_subject: { conference_id: 'c1', meta: { title: 'Advice' } },
	},
	meta: { audience: '*', tenant, topic: 'archive.available' },
});

describe('Flexperto reports an archive', () => {
	it('the workflow starts with the archive’s record as the API has it', async () => {
		const { control, vendor, sandbox } = flexperto();
		const { active } = await published();
		const record = await vendor.finishConference({ available: true, meta: { title: 'Advice' } });

		const executions = await active.executions();
		expect(executions.map(({ status }) => status)).toEqual(['success']);
		expect(executions[0]?.outputs.Next?.[0]?.map(({ json }) => json)).toEqual([
			{ topic: 'archive.available', ...record },
		]);
		expect(await vendor.deliveries()).toMatchObject([{ status: 200 }]);
		const requests = await control.requests();
		expect(requests.map(({ method, path, rawQuery }) => [method, path, rawQuery])).toEqual([
			['GET', `${ARCHIVES}/${record.id}`, ''],
		]);
		expect(requests[0]?.headers['api-key']).toBe(sandbox.flexperto.apiKey);
	});

	it('each archive starts it once', async () => {
		const { vendor } = flexperto();
		const { active } = await published();
		const { ids } = await vendor.createArchives({ count: 3, notify: true });
		const executions = await active.executions();
		const started = executions.map(({ outputs }) => outputs.Next?.[0]?.[0]?.json.id);
		expect(started.sort()).toEqual(ids.sort());
	});

	it('every workflow that was published hears of it', async () => {
		const { vendor } = flexperto();
		const { active: one } = await published();
		const { active: other } = await published();
		await vendor.finishConference({ available: true });
		expect(await one.executions()).toHaveLength(1);
		expect(await other.executions()).toHaveLength(1);
	});

	it('with Verify with API off, the report is trusted as it is and nothing is asked', async () => {
		const { control } = flexperto();
		const { active, url } = await published({ verifyWithApi: false });
		expect((await post(url, notification('never-seen'))).status).toBe(200);
		const [execution] = await active.executions();
		expect(execution?.outputs.Next?.[0]?.map(({ json }) => json)).toEqual([
			{
				topic: 'archive.available',
				id: 'never-seen',
				tenant: 'demo',
				subject: { conference_id: 'c1', meta: { title: 'Advice' } },
			},
		]);
		expect(await control.requests()).toEqual([]);
	});
});

describe('the tenant in the report', () => {
	it('may be written in other letters than in the credential', async () => {
		const { vendor } = flexperto();
		const { active, url } = await published();
		const { ids } = await vendor.createArchives();
		expect((await post(url, notification(ids[0] ?? '', 'DEMO'))).status).toBe(200);
		expect(await active.executions()).toHaveLength(1);
	});

	it('is not compared when the credential has a custom address and no tenant', async () => {
		const { engine, credential, vendor } = flexperto();
		engine.credentials.flexpertoApi = { ...credential, tenant: '' };
		const { active, url } = await published();
		const { ids } = await vendor.createArchives();
		expect((await post(url, notification(ids[0] ?? '', 'any'))).status).toBe(200);
		engine.credentials.flexpertoApi = credential;
		expect(await active.executions()).toHaveLength(1);
	});
});

describe('listening for a test event', () => {
	it('shows the record, also of an archive that was shown before', async () => {
		const { engine, vendor } = flexperto();
		const workflow = triggerWorkflow('flexpertoTrigger');
		const record = await vendor.finishConference({ available: true });
		for (let times = 0; times < 2; times++) {
			const listener = await engine.listenForTestEvent(workflow);
			await post(listener.urls[TRIGGER] ?? '', notification(record.id));
			const execution = await listener.execution;
			expect(execution?.outputs.Next?.[0]?.map(({ json }) => json)).toEqual([
				{ topic: 'archive.available', ...record },
			]);
		}
	});

	it('does not use up the report that the published workflow is waiting for', async () => {
		const { engine, vendor } = flexperto();
		const { workflow, active, url } = await published();
		const { ids } = await vendor.createArchives();
		const listener = await engine.listenForTestEvent(workflow);
		await post(listener.urls[TRIGGER] ?? '', notification(ids[0] ?? ''));
		await listener.execution;
		expect(await active.executions()).toEqual([]);
		expect((await post(url, notification(ids[0] ?? ''))).status).toBe(200);
		expect(await active.executions()).toHaveLength(1);
	});
});
