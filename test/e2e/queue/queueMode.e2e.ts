import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { n8n, see } from '../setup';
import { byPolling, byWebhook, complete, statesOf, unclaimed } from './archives';
import { perSecond } from './executions';
import { figure, figures, processFigures } from './figures';
import { startQueuePlayground, type QueuePlayground } from './playground';
import { LARGEST_FILE } from './queueMode';
import { isBusy, report } from './reports';
import { SIGNED_IN, signInsOf } from './signIns';

/** How many archives are reported: `E2E_ARCHIVES=2000 npm run test:e2e -- --n8n 2 queueMode`. */
const COUNT = Number(process.env.E2E_ARCHIVES ?? 100);
/** How many of them show the pace of one worker, and of two. */
const PART = Math.min(100, COUNT / 5);
/** How long thousands may take on a machine that does other things as well. */
const PATIENCE = 1_800_000;
jest.setTimeout(PATIENCE);

// n8n 2 in queue mode: a main process, a webhook process, workers, Redis and PostgreSQL. One story,
// told in the order of the tests.
const story = n8n.major === '2' ? describe : describe.skip;

story(`n8n in queue mode, with ${COUNT} archives`, () => {
	const folder = join(n8n.folder, 'queue');
	let started: QueuePlayground | undefined;
	let workflowId = '';
	let ids: string[] = [];
	let missed = 0;
	const stage = () => {
		if (!started) throw new Error('n8n does not run in queue mode.');
		return started;
	};

	beforeAll(async () => {
		rmSync(folder, { recursive: true, force: true });
		mkdirSync(folder, { recursive: true });
		started = await startQueuePlayground(folder, n8n.folder);
		await started.queueMode.startWorker();
	});

	afterAll(async () => {
		// The runner shows what Jest reports, which is on this stream.
		process.stderr.write(figures());
		writeFileSync(join(folder, 'figures.txt'), figures());
		await started?.close();
	});

	test('without its table an archive is not claimed; the workflow creates the table', async () => {
		const { playground, engine, vendor } = stage();
		const workflow = byWebhook(playground);
		const { ids: archives } = await vendor.createArchives();
		const failed = await engine.run(workflow, { startNode: 'Every Hour' });
		expect(failed.error?.message).toBe(
			`Archive ${archives[0]}: relation "public.flexperto_archives" does not exist`,
		);
		expect(await unclaimed(playground)).toEqual(archives);
		await engine.run(workflow, { startNode: 'Once, by Hand' });
		const hour = await engine.run(workflow, { startNode: 'Every Hour' });
		expect(hour.status).toBe('success');
		expect(await unclaimed(playground)).toEqual([]);
	});

	test('a file that is too large for n8n’s database is not stored, and not claimed', async () => {
		const { playground, engine, vendor } = stage();
		const sizeBytes = (LARGEST_FILE + 1) * 1024 * 1024;
		const { id } = await vendor.finishConference({ sizeBytes, available: true });
		const { error } = await engine.run(byWebhook(playground), { startNode: 'Every Hour' });
		expect(error?.message).toContain(`Archive ${id}`);
		expect(error?.message).toContain(`exceeds the max size limit of ${LARGEST_FILE} MB`);
		expect(await unclaimed(playground)).toEqual([id]);
	});

	test('publishing registers the URL of the webhook process, once', async () => {
		const { playground, engine, queueMode, vendor } = stage();
		await playground.sandbox.control.reset();
		ids = (await vendor.createArchives({ count: COUNT })).ids;
		workflowId = (await engine.activate(byWebhook(playground, { sweeps: false }))).id;
		const webhooks = await vendor.webhooks();
		expect(webhooks.map(({ url }) => new URL(url).origin)).toEqual([queueMode.webhookUrl]);
	});

	test.each(['one worker', 'two workers'])('%s', async (workers) => {
		if (workers === 'two workers') await stage().queueMode.startWorker();
		const from = workers === 'two workers' ? PART : 0;
		const reported = await report(stage(), workflowId, ids.slice(from, from + PART));
		missed += reported.missed;
		expect(reported.executions.filter(({ status }) => status !== 'success')).toEqual([]);
		figure(`executions a second, ${workers}`, perSecond(reported.executions));
	});

	test('what a killed worker had is lost, and nothing else', async () => {
		const { playground, queueMode } = stage();
		const rest = ids.slice(2 * PART);
		const { executions, ...reported } = await report(stage(), workflowId, rest, async (last) => {
			await isBusy(stage(), 'worker 1', workflowId, last, rest.length / 3);
			await queueMode.kill('worker 1');
			await queueMode.startWorker();
		});
		missed += reported.missed;
		const lost = executions.filter(({ status }) => status !== 'success');
		const left = await unclaimed(playground);
		figure('executions a second, a worker killed, one started', perSecond(executions));
		figure('reports that n8n did not answer in time', missed);
		figure('executions lost with the killed worker', lost.length);
		figure('how n8n lists them', [...new Set(lost.map(({ status }) => status))].join(', '));
		figure('archives that were not claimed then', left.length);
		processFigures(queueMode);
		expect(executions.length).toBeLessThanOrEqual(rest.length);
		expect(lost.length).toBeGreaterThan(0);
		expect(lost.length).toBeLessThanOrEqual(10);
		expect(left.length).toBeLessThanOrEqual(lost.length + missed);
		see('trigger', 'flexpertoTrigger');
	});

	test('a sweep finds what was lost: each archive is stored, recorded and claimed once', async () => {
		const { playground, engine, queueMode } = stage();
		const left = await unclaimed(playground);
		const sweep = await engine.activate(byPolling(playground));
		const found = sweep.firstTicks.flatMap(({ emitted }) => emitted?.[0] ?? []);
		await sweep.deactivate();
		figure('archives that the sweep found', found.length);
		expect(found.map(({ json }) => json.id).sort()).toEqual(left.sort());
		expect(await statesOf(playground, queueMode)).toEqual(ids.map(complete));
		const requests = await playground.sandbox.control.requests({ vendor: 'flexperto' });
		figure('requests to Flexperto for each archive', requests.length / COUNT);
		const hour = await engine.run(byWebhook(playground), { startNode: 'Every Hour' });
		expect(hour.outputs['Get Available Archives']?.[0] ?? []).toEqual([]);
		see('trigger', 'flexpertoPollingTrigger');
	});

	test.each(SIGNED_IN)('%s: each process signs in once', async (vendor, workflow) => {
		const { signIns, processes, executions } = await signInsOf(stage(), vendor, workflow);
		figure(`sign-ins at ${vendor}: ${executions} executions`, `${signIns} in ${processes} workers`);
		expect(signIns).toBe(processes);
	});
});
