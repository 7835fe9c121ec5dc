import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { sha256, waitForSession, writeContracts } from '../../scripts/demoContracts';
import { withSettings } from './changes';
import { usePlayground } from './setup';

const playground = usePlayground();

/** The example for somebody who looks every second, with a contract in the folder. */
async function begin(daysToSign = '14') {
	const { example, folder } = playground();
	await writeContracts(join(folder, 'flexperto', 'contracts'));
	return withSettings(example('sign-and-file'), { minutesBetweenLooks: '0.015', daysToSign });
}

const signedFiles = () => readdirSync(join(playground().folder, 'flexperto', 'signed')).sort();

describe('sign-and-file', () => {
	it('waits until the customer has signed, then files each document and the audit report', async () => {
		const { engine, sandbox, folder } = playground();
		const running = engine.run(await begin());
		const id = await waitForSession(playground(), running);
		await wait(1500);
		expect(signedFiles()).toEqual([]);
		await sandbox.control.flexperto.signSession(id);
		const { status, outputs } = await running;
		expect(status).toBe('success');

		expect(signedFiles()).toEqual([
			`contract-session-${id}-account-agreement.pdf`,
			`contract-session-${id}-advice-record.pdf`,
			`contract-session-${id}-audit-report.pdf`,
		]);
		const signed = join(folder, 'flexperto', 'signed');
		const filed = (name: string) => {
			const file = join(signed, `contract-session-${id}-${name}`);
			return { file, sha256: sha256(readFileSync(file)) };
		};
		expect(outputs.Filed?.[0]?.map(({ json }) => json)).toEqual([
			{
				sessionId: String(id),
				documents: expect.arrayContaining([
					filed('account-agreement.pdf'),
					filed('advice-record.pdf'),
				]),
				auditReport: filed('audit-report.pdf'),
			},
		]);
		const unsigned = join(folder, 'flexperto', 'contracts', 'account-agreement.pdf');
		expect(filed('account-agreement.pdf').sha256).not.toBe(sha256(readFileSync(unsigned)));
	});

	it('files what is left when a document was deleted before signing', async () => {
		const { engine, sandbox } = playground();
		const { flexperto } = sandbox.control;
		const running = engine.run(await begin());
		const id = await waitForSession(playground(), running);
		const [waiting] = await flexperto.sessions();
		const deleted = waiting?.documents.find(({ name }) => name === 'advice-record.pdf');
		await flexperto.deleteDocument(deleted?.id ?? 0);
		await flexperto.signSession(id);
		const { status } = await running;
		expect([status, signedFiles()]).toEqual([
			'success',
			[`contract-session-${id}-account-agreement.pdf`, `contract-session-${id}-audit-report.pdf`],
		]);
	});

	it('goes on waiting after a look that failed', async () => {
		const { engine, sandbox } = playground();
		const path = '*/contracts/contracts/sessions';
		await sandbox.control.fault({ kind: 'status', status: 403, method: 'GET', path, after: 1 });
		const running = engine.run(await begin());
		await sandbox.control.flexperto.signSession(await waitForSession(playground(), running));
		const { status, outputs } = await running;
		expect([status, signedFiles().length]).toEqual(['success', 3]);
		const [firstLook] = outputs['Look at the Session']?.[0] ?? [];
		expect(firstLook?.json.error).toMatch(/^Flexperto does not allow this with the API key/);
	});

	it('turns red when the customer does not sign in time', async () => {
		const { engine } = playground();
		const { status, error } = await engine.run(await begin('0'));
		expect([status, error?.nodeName]).toEqual(['error', 'Not Signed']);
		expect(error?.message).toMatch(
			/^Contract session \d+ was not signed within 0 days\. Ask the customer/,
		);
		expect(signedFiles()).toEqual([]);
	});
});
