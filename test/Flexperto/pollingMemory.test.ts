import { RESTART, stored as storedFor } from '../polling';
import { useFlexperto } from './setup';
import { found, foundIds, TRIGGER, triggerWorkflow, withInputs } from './triggerWorkflow';
import type { WorkflowJson } from '../harness/run';

const flexperto = useFlexperto();

const workflow = () => triggerWorkflow('flexpertoPollingTrigger', { event: 'archiveAvailable' });

const stored = (watching: WorkflowJson) => storedFor(flexperto().engine, watching);

describe('after a restart of n8n', () => {
	it('nothing is repeated although the last looks were not stored', async () => {
		const { engine, vendor } = flexperto();
		const { ids } = await vendor.createArchives({ count: 3 });
		const watching = workflow();
		const active = await engine.activate(watching);
		const kept = stored(watching);
		// n8n stores nothing when a look finds nothing: the claim of an archive is forgotten with it.
		await vendor.setArchiveStatus(ids[0] ?? '', 'ABANDONED');
		expect(found(await active.tick())).toBeNull();
		expect(stored(watching)).toEqual(kept);

		await active.restart(RESTART);
		expect(found(active.firstTicks)).toBeNull();
		const { ids: fresh } = await vendor.createArchives();
		expect(foundIds(await active.tick())).toEqual(fresh);
		await active.restart(RESTART);
		expect(found(active.firstTicks)).toBeNull();
	});

	it('what came meanwhile is handed over at once, and once', async () => {
		const { engine, vendor } = flexperto();
		const active = await engine.activate(workflow());
		const { ids } = await vendor.createArchives({ count: 2 });
		await active.restart(RESTART);
		expect(foundIds(active.firstTicks)).toEqual(ids);
		expect(found(await active.tick())).toBeNull();
		await active.restart(RESTART);
		expect(found(active.firstTicks)).toBeNull();
	});

	it('the first look with Include Existing off is not done again', async () => {
		const { engine, vendor } = flexperto();
		await vendor.createArchives();
		const active = await engine.activate(
			triggerWorkflow('flexpertoPollingTrigger', { options: { includeExisting: false } }),
		);
		const { ids } = await vendor.createArchives();
		await active.restart(RESTART);
		expect(foundIds(active.firstTicks)).toEqual(ids);
	});
});

describe('what is remembered', () => {
	it('has twelve characters for each open archive, and nothing of the claimed ones', async () => {
		const { engine, vendor } = flexperto();
		const watching = workflow();
		const { ids } = await vendor.createArchives({ count: 50 });
		const active = await engine.activate(watching);
		const memory = () => String(Object(stored(watching).state).now);
		expect(memory()).toHaveLength(50 * 12);
		const first = memory();

		for (const id of ids) await vendor.setArchiveStatus(id, 'ABANDONED');
		await vendor.createArchives();
		expect(found(await active.tick())).toHaveLength(1);
		expect(memory()).toHaveLength(12);
		expect(first).not.toContain(memory());
		const all = JSON.stringify(stored(watching));
		expect(all.length).toBeLessThan(120);
		for (const { id } of await vendor.archives()) expect(all).not.toContain(id);
	});

	it('does not grow with the history: a thousand claimed archives leave no trace', async () => {
		const { engine, vendor } = flexperto();
		const watching = workflow();
		const active = await engine.activate(watching);
		for (let round = 0; round < 10; round++) {
			const { ids } = await vendor.createArchives({ count: 100 });
			expect(foundIds(await active.tick())).toEqual(ids);
			for (const id of ids) await vendor.setArchiveStatus(id, 'ABANDONED');
		}
		await vendor.createArchives();
		await active.tick();
		expect(JSON.stringify(stored(watching)).length).toBeLessThan(200);
	});

	it('belongs to its event: another event starts anew, and so does the first when it comes back', async () => {
		const { engine, vendor } = flexperto();
		const watching = workflow();
		const { ids } = await vendor.createArchives();
		await engine.activate(watching);
		await vendor.createSessions({ documents: 1, signed: true });
		const sessions = await engine.activate(
			withInputs(watching, { event: 'contractSessionCompleted' }),
		);
		expect(found(sessions.firstTicks)).toBeNull();
		const archives = await engine.activate(watching);
		expect(foundIds(archives.firstTicks)).toEqual(ids);
	});

	describe('belongs to what is watched: nothing of the past is handed over after', () => {
		const completed = () =>
			triggerWorkflow('flexpertoPollingTrigger', { event: 'contractSessionCompleted' });

		afterEach(() => {
			const { engine, credential } = flexperto();
			engine.credentials.flexpertoApi = credential;
		});

		it('another address in the credential', async () => {
			const { engine, vendor, credential, sandbox } = flexperto();
			const watching = completed();
			await engine.activate(watching);
			await vendor.createSessions({ documents: 1, signed: true });
			const baseUrl = sandbox.flexperto.baseUrl.replace('127.0.0.1', 'localhost');
			engine.credentials.flexpertoApi = { ...credential, baseUrl };
			const active = await engine.activate(watching);
			expect(found(active.firstTicks)).toBeNull();
			const [session] = await vendor.createSessions({ documents: 1, signed: true });
			expect(foundIds(await active.tick())).toEqual([session?.session.id]);
		});

		it.each(['contractSessionCompleted', 'documentStatusChanged'])(
			'another user in whose name is looked (%s)',
			async (event) => {
				const { engine, vendor } = flexperto();
				const { id: expertId } = await vendor.createUser();
				const { id: other } = await vendor.createUser();
				const lookAs = (id: number) => ({ event, options: { actingUserId: `${id}` } });
				const watching = withInputs(completed(), lookAs(expertId));
				await engine.activate(watching);
				await vendor.createSessions({ expertId: other, documents: 1 });
				await vendor.createSessions({ expertId: other, documents: 1, signed: true });
				const active = await engine.activate(withInputs(watching, lookAs(other)));
				expect(found(active.firstTicks)).toBeNull();
			},
		);
	});

	it('counts as nothing when it is damaged', async () => {
		const { engine, vendor } = flexperto();
		const watching = workflow();
		const { ids } = await vendor.createArchives();
		await engine.activate(watching);
		const { watched } = stored(watching);
		const damaged = [{ watched: 7 }, { watched, state: 'x' }, {}];
		for (const memory of [...damaged, { watched, state: { now: 7, missed: {} } }]) {
			engine.staticData.save(String(watching.id), { [`node:${TRIGGER}`]: memory });
			const active = await engine.activate(watching);
			expect(foundIds(active.firstTicks)).toEqual(ids);
		}
	});
});
