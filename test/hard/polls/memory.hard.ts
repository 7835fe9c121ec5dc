import { watching as watchingApizee } from '../../Apizee/pollingWorkflow';
import { make } from '../../Apizee/pollingThings';
import { useApizee } from '../../Apizee/setup';
import { useFlexperto } from '../../Flexperto/setup';
import { triggerWorkflow } from '../../Flexperto/triggerWorkflow';
import type { Engine } from '../../harness/engine';
import type { WorkflowJson } from '../../harness/run';
import { hosts, watching as watchingIotum } from '../../Iotum/pollingWorkflow';
import { useIotum } from '../../Iotum/setup';
import { TRIGGERS } from '../../Iotum/triggerWorkflow';
import { stored } from '../../polling';
import { found } from '../../triggerWorkflow';
import { tellMemory } from './histories';

// Thousands of open things: each takes a few bytes of n8n's database, and what is over takes none.

const THINGS = 2000;
/** Events that need a request for each thing at each look. */
const ASKED_ONE_BY_ONE = 200;

const withExisting = { options: { includeExisting: true } };

/** What n8n has stored after a first look that has found so many things. */
async function bytesAfter(engine: Engine, workflow: WorkflowJson, things: number) {
	const active = await engine.activate(workflow);
	expect(found(active.firstTicks)).toHaveLength(things);
	return { active, bytes: JSON.stringify(stored(engine, workflow)).length };
}

describe('Flexperto', () => {
	const flexperto = useFlexperto();
	const watching = (event: string) =>
		triggerWorkflow('flexpertoPollingTrigger', { event, ...withExisting });

	test('archives: half of them claimed, the memory is half as large after two looks', async () => {
		const { engine, vendor } = flexperto();
		const { ids } = await vendor.createArchives({ count: THINGS });
		const workflow = watching('archiveAvailable');
		const { active, bytes } = await bytesAfter(engine, workflow, THINGS);
		tellMemory('fingerprint', bytes, THINGS);
		for (const id of ids.slice(0, THINGS / 2)) await vendor.setArchiveStatus(id, 'ABANDONED');
		expect(found(await active.tick())).toBeNull();
		expect(found(await active.tick())).toBeNull();
		// n8n stores a memory when something is handed over.
		await vendor.createArchives();
		expect(found(await active.tick())).toHaveLength(1);
		const after = JSON.stringify(stored(engine, workflow)).length;
		tellMemory('fingerprint', after, THINGS / 2 + 1);
	}, 180_000);

	test('contract sessions that wait for a signature, and their documents', async () => {
		const { engine, vendor } = flexperto();
		await vendor.createSessions({ count: ASKED_ONE_BY_ONE, documents: 3, handedOver: true });
		const workflow = watching('documentStatusChanged');
		const documents = ASKED_ONE_BY_ONE * 3;
		const { bytes } = await bytesAfter(engine, workflow, documents);
		tellMemory('fingerprint', bytes, documents + ASKED_ONE_BY_ONE);
	}, 180_000);
});

describe('Iotum', () => {
	const iotum = useIotum(TRIGGERS);

	test.each([
		['conferenceEnded', { held: true, count: 100 }, 100],
		['recordingPublished', { held: true, count: 50, recordings: 6 }, 300],
		['conferenceScheduled', { count: 300 }, 300],
	] as const)(
		'%s',
		async (event, request, things) => {
			const { engine, vendor } = iotum();
			await vendor.addConferences({ hostId: 53, ...request });
			const workflow = watchingIotum(event, { hosts: hosts(53), ...withExisting });
			const { bytes } = await bytesAfter(engine, workflow, things);
			tellMemory('fingerprint', bytes, things);
		},
		180_000,
	);
});

describe('Apizee', () => {
	const apizee = useApizee();

	test.each([
		['ticketDone', 'fingerprint'],
		['newMedia', 'fingerprint'],
		['ticketStateChanged', 'state'],
	] as const)(
		'%s',
		async (event, kind) => {
			const { engine } = apizee();
			await make(apizee(), event, THINGS);
			const workflow = watchingApizee(event, withExisting);
			const active = await engine.activate(workflow);
			const things = found(active.firstTicks)?.length ?? 0;
			expect(things).toBeGreaterThanOrEqual(THINGS);
			tellMemory(kind, JSON.stringify(stored(engine, workflow)).length, things);
		},
		180_000,
	);

	test('conferences whose end is awaited', async () => {
		const { engine, vendor } = apizee();
		const start = new Date(Date.now() + 600 * 3_600_000).toISOString();
		const things = (await vendor.addConferences({ count: 500, start })).length;
		const workflow = watchingApizee('conferenceEnded');
		await engine.activate(workflow);
		const bytes = JSON.stringify(stored(engine, workflow)).length;
		expect(bytes).toBeGreaterThan(12 * things);
		tellMemory('date', bytes, things);
	}, 180_000);
});
