import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkClaimed, tell } from './demoClaim';
import { sha256 } from './demoContracts';
import type { Playground } from './demoPlayground';
import type { Report } from './demoReport';

/** Each finished conference is claimed when Flexperto reports its archive. */
export async function claimByWebhook(playground: Playground, report: Report): Promise<void> {
	const { engine, sandbox, example } = playground;
	const { flexperto } = sandbox.control;
	report.chapter(
		'Archives are claimed as soon as they are ready',
		'examples/claim-archives-by-webhook.workflow.json',
		'A finished video call becomes an archive. Flexperto reports it; its file is stored and checked, and only then marked as claimed, upon which Flexperto deletes it after some days.',
	);
	const workflow = example('claim-archives-by-webhook');
	const active = await engine.activate(workflow);
	await active.restart({ checksWebhooks: true });
	await active.restart({ checksWebhooks: false });
	report.check(
		'After publishing and two restarts, the webhook is registered once',
		(await flexperto.webhooks()).length,
		1,
	);

	report.say('The first video call ends. Its recording has 25 MB.');
	const reported = await flexperto.finishConference({
		meetingId: 1,
		sizeBytes: 25_000_000,
		available: true,
	});
	const [run] = await active.executions();
	if (!run) throw new Error('The report started nothing');
	tell(run, report);
	await checkClaimed(playground, report, reported.id);

	const redelivered = await flexperto.redeliver(1);
	const executions = await active.executions();
	report.check(
		'The same report once more starts nothing',
		[redelivered.status, executions.length],
		[200, 1],
	);

	report.say(
		'The workflow is switched off while another video call ends: its report is lost. Then it is switched on again, and the night comes.',
	);
	await active.deactivate();
	const missed = await flexperto.finishConference({ meetingId: 2, available: true });
	const lost = (await flexperto.deliveries()).at(-1);
	report.check('n8n turned the report away', lost?.status, 404);
	const reactivated = await engine.activate(workflow);
	report.check('The webhook is still registered once', (await flexperto.webhooks()).length, 1);
	const night = await engine.run(workflow, { startNode: 'Every Night', mode: 'trigger' });
	report.node(night, 'Get Available Archives', missed.id);
	tell(night, report);
	await checkClaimed(playground, report, missed.id);
	await reactivated.deactivate();
}

/** Regular looks claim what waits; a damaged archive stops neither the others nor is it claimed. */
export async function claimByPolling(playground: Playground, report: Report): Promise<void> {
	const { engine, sandbox, folder, example } = playground;
	const { flexperto } = sandbox.control;
	report.chapter(
		'Archives are claimed by looking for them',
		'examples/claim-archives-by-polling.workflow.json',
		'The same for an n8n that cannot be reached from outside. Three archives wait; the file of the second is damaged: it is not the one in Flexperto’s record.',
	);
	const { ids } = await flexperto.createArchives({ count: 3 });
	const [good = '', damaged = '', alsoGood = ''] = ids;
	await flexperto.corruptArchive(damaged);
	const active = await engine.activate(example('claim-archives-by-polling'));
	const run = active.firstTicks[0]?.execution;
	if (!run) throw active.firstTicks[0]?.error ?? new Error('The first look started nothing');
	report.node(run, 'When an Archive Is Available', ids.join(', '));
	tell(run, report);
	const [failure] = run.outputs['Note the Failure']?.[0] ?? [];
	report.node(run, 'Note the Failure', String(failure?.json.problem));
	report.blank();
	await checkClaimed(playground, report, good);
	await checkClaimed(playground, report, alsoGood);
	const status = async (archiveId: string) =>
		(await flexperto.archives()).find(({ id }) => id === archiveId)?.status;
	report.check(
		`The damaged archive ${damaged} is not claimed: it is AVAILABLE`,
		await status(damaged),
		'AVAILABLE',
	);
	const files = readdirSync(join(folder, 'flexperto', 'archives')).filter((name) =>
		name.includes(damaged),
	);
	report.check('No file of it was stored', files, []);
	const told = run.error?.message.includes(damaged);
	report.check(
		'The execution is marked as failed, and names it',
		[run.status, told],
		['error', true],
	);

	report.say('The next look comes round.');
	const state = async () => JSON.stringify([await flexperto.archives(), filesOf(folder)]);
	const before = await state();
	const [tick] = await active.tick();
	report.check('It finds nothing to do', [tick?.emitted, tick?.error], [null, undefined]);
	report.check(
		'It changed nothing, neither at Flexperto nor on the disk',
		(await state()) === before,
		true,
	);
	await active.deactivate();
}

const filesOf = (folder: string) =>
	readdirSync(join(folder, 'flexperto', 'archives')).map((name) => [
		name,
		sha256(readFileSync(join(folder, 'flexperto', 'archives', name))),
	]);
