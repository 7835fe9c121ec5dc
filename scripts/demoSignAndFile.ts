import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { IDataObject } from 'n8n-workflow';
import { withSettings } from '../test/examples/changes';
import { sha256, waitForSession } from './demoContracts';
import type { Playground } from './demoPlayground';
import type { Report } from './demoReport';

/** One execution from the documents to the signed files; it waits while the customer signs. */
export async function signAndFile(playground: Playground, report: Report): Promise<void> {
	const { engine, sandbox, example } = playground;
	report.chapter(
		'A contract is signed and filed in one go',
		'examples/sign-and-file.workflow.json',
		'One execution sends two documents to John Doe, waits until he has signed, and files them. It looks every 15 minutes; in the demo, every second.',
	);
	const running = engine.run(
		withSettings(example('sign-and-file'), { minutesBetweenLooks: '0.015' }),
	);
	const id = await waitForSession(playground, running);
	await wait(1500);
	await sandbox.control.flexperto.signSession(id);
	const run = await running;
	const [filed] = run.outputs.Filed?.[0] ?? [];
	const documents: IDataObject[] = Array.isArray(filed?.json.documents) ? filed.json.documents : [];
	report.node(run, 'Link for the Customer', `contract session ${id}`);
	report.node(
		run,
		'Write Document',
		documents.map(({ file }) => basename(String(file))).join(', '),
	);
	report.node(run, 'Write Audit Report', `contract-session-${id}-audit-report.pdf`);
	report.blank();
	report.check('The workflow ended well', [run.status, run.error?.message], ['success', undefined]);
	report.check('Both documents are filed', documents.length, 2);
	report.check(
		'The files on the disk are those that were received (SHA-256)',
		documents.map(({ file }) => sha256(readFileSync(String(file)))),
		documents.map((document) => document.sha256),
	);
}
