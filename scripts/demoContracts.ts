import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import JSZip from 'jszip';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import type { RunResult } from '../test/harness/result';
import { openLink } from './demoCalls';
import type { Playground } from './demoPlayground';
import type { Report } from './demoReport';

const CONTRACTS = {
	'account-agreement.pdf': 'Account agreement',
	'advice-record.pdf': 'Record of the advice given',
};

export const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');

/** The contracts as some other program has put them into the folder. */
export async function writeContracts(folder: string): Promise<string[]> {
	for (const [name, title] of Object.entries(CONTRACTS)) {
		const document = await PDFDocument.create();
		const font = await document.embedFont(StandardFonts.Helvetica);
		document.addPage().drawText(`${title}\n\nSignature: ____________`, { x: 50, y: 750, font });
		writeFileSync(join(folder, name), await document.save());
	}
	return Object.keys(CONTRACTS);
}

/** The number of the session that waits for its signature. Throws when the run ends before there is one. */
export async function waitForSession(
	{ sandbox }: Playground,
	running: Promise<RunResult>,
): Promise<number> {
	let ended: RunResult | undefined;
	void running.then((result) => (ended = result));
	while (!ended) {
		const sessions = await sandbox.control.flexperto.sessions();
		const waiting = sessions.find(
			({ handedOver, session }) => handedOver && !session.transaction_completed,
		);
		if (waiting) return waiting.session.id;
		await wait(50);
	}
	throw new Error(`Nothing was handed over for signature: ${ended.error?.message}`);
}

/** PDF files of a folder go into one contract session, and the customer gets a link. */
export async function requestSignature(playground: Playground, report: Report): Promise<void> {
	const { engine, sandbox, folder, example } = playground;
	report.chapter(
		'Contracts are sent for signature',
		'examples/request-signature.workflow.json',
		'Two PDF files lie in the folder “contracts”. Anna Berger has John Doe sign them: both go into one contract session, and he gets a link.',
	);
	const names = await writeContracts(join(folder, 'flexperto', 'contracts'));
	const run = await engine.run(example('request-signature'));
	const [link] = run.outputs['Link for the Customer']?.[0] ?? [];
	report.node(run, 'Read Contracts from Disk', names.join(', '));
	report.node(
		run,
		'Prepare for Signature',
		`contract session ${link?.json.sessionId}, handed over`,
	);
	report.node(run, 'Link for the Customer', `for ${link?.json.customer}`);
	report.blank();
	report.check('The workflow ended well', [run.status, run.error?.message], ['success', undefined]);
	const [view, ...others] = await sandbox.control.flexperto.sessions();
	report.check(
		'Flexperto has one contract session, for John Doe',
		[view?.session.customer_email, others.length],
		['john.doe@example.com', 0],
	);
	const documents = view?.documents.map(({ name, status }) => `${name}: ${status}`);
	report.check(
		'It holds both documents, waiting for a signature',
		documents,
		names.map((name) => `${name}: UPLOADED`),
	);
	const uploads = await sandbox.control.requests({ host: 'upload' });
	const received = uploads.flatMap(
		({ multipart }) => multipart?.files.map((file) => file.sha256) ?? [],
	);
	const sent = names.map((name) =>
		sha256(readFileSync(join(folder, 'flexperto', 'contracts', name))),
	);
	report.check('What arrived there is what lies in the folder (SHA-256)', received, sent);
	const { status, page } = await openLink(link?.json.signingLink);
	const seen = names.filter((name) => page.includes(name));
	report.check(
		'The customer’s link opens the page with both documents',
		[status, seen],
		[200, names],
	);
}

/** The customer signs; the next look stores the signed documents and the audit report. */
export async function storeSignedContracts(playground: Playground, report: Report): Promise<void> {
	const { engine, sandbox, example } = playground;
	report.chapter(
		'Signed contracts are stored',
		'examples/store-signed-contracts.workflow.json',
		'The workflow is published: every 15 minutes it looks for contract sessions that have been completed.',
	);
	const active = await engine.activate(example('store-signed-contracts'));
	const [before] = await active.tick();
	report.check('Before John Doe has signed, there is nothing to do', before?.emitted, null);

	const [{ session: { id } } = { session: { id: 0 } }] = await sandbox.control.flexperto.sessions();
	await sandbox.control.flexperto.signSession(id);
	report.say(
		'John Doe signs both documents (the demo presses his button). The next look comes round.',
	);
	const [tick] = await active.tick();
	const run = tick?.execution;
	if (!run) throw tick?.error ?? new Error('The completed session started nothing');
	const [stored] = run.outputs['Stored']?.[0] ?? [];
	report.node(run, 'When a Session Is Completed', `session ${id}, ${stored?.json.name}`);
	report.node(run, 'Write Signed Documents', basename(String(stored?.json.documents)));
	report.node(run, 'Write Audit Report', basename(String(stored?.json.auditReport)));
	report.blank();
	report.check('The workflow ended well', [run.status, run.error?.message], ['success', undefined]);
	const zip = readFileSync(String(stored?.json.documents));
	report.check(
		'The file on the disk is the one that was received (SHA-256)',
		sha256(zip),
		stored?.json.documentsSha256,
	);
	const { files } = await JSZip.loadAsync(zip);
	report.check(
		'The ZIP file holds both documents and the audit report',
		Object.keys(files).sort(),
		[...Object.keys(CONTRACTS), 'audit-report.pdf'].sort(),
	);
	const pages = Object.keys(CONTRACTS).map(async (name) => {
		const content = await files[name]?.async('nodebuffer');
		return content ? (await PDFDocument.load(content)).getPageCount() : 0;
	});
	report.check(
		'Each document has got its page with the signature',
		await Promise.all(pages),
		[2, 2],
	);
	const audit = await PDFDocument.load(readFileSync(String(stored?.json.auditReport)));
	report.check('The audit report is a PDF file of one page', audit.getPageCount(), 1);
	const [after] = await active.tick();
	report.check('The look after that finds nothing to do', after?.emitted, null);
	await active.deactivate();
}
