import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Playground } from './demoPlayground';
import type { Report } from './demoReport';

/** Each night what was signed is stored, and nothing twice. */
export async function collectSignedContracts(
	playground: Playground,
	report: Report,
): Promise<void> {
	const { engine, sandbox, folder, example } = playground;
	report.chapter(
		'Signed contracts are collected each night',
		'examples/collect-signed-contracts.workflow.json',
		'For those who need no contract at once: each night all completed sessions are looked through, and what has no record in the folder is stored.',
	);
	const sessions = await sandbox.control.flexperto.sessions();
	const signed = sessions.filter(({ session }) => session.transaction_completed);
	const workflow = example('collect-signed-contracts');
	const night = async () =>
		await engine.run(workflow, { startNode: 'Each Night', mode: 'trigger' });
	const run = await night();
	report.node(run, 'Get Completed Sessions', signed.map(({ session }) => session.name).join(', '));
	report.blank();
	report.check('The workflow ended well', [run.status, run.error?.message], ['success', undefined]);
	const stored = readdirSync(join(folder, 'flexperto', 'collected')).sort();
	report.check(
		'Each session has its documents, its audit report and a record',
		stored,
		signed
			.flatMap(({ session: { id } }) =>
				['-audit-report.pdf', '.json', '.zip'].map((end) => `contract-session-${id}${end}`),
			)
			.sort(),
	);
	const fetched = async () =>
		(await sandbox.control.requests({ vendor: 'flexperto', path: '*/audit-report' })).length;
	const before = await fetched();
	await night();
	report.check('The night after, nothing is fetched again', await fetched(), before);
}
