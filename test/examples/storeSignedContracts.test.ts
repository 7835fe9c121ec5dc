import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import JSZip from 'jszip';
import type { WorkflowJson } from '../harness/run';
import { withInputs } from './changes';
import { usePlayground } from './setup';

const playground = usePlayground();

const BY_HAND = 'When clicking ‘Execute workflow’';

const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');

const signedFiles = () => readdirSync(join(playground().folder, 'flexperto', 'signed')).sort();

/** New contract sessions that are handed over and wait for a signature. */
async function waiting(count: number) {
	const { flexperto } = playground().sandbox.control;
	const expert = await flexperto.createUser();
	const views = await flexperto.createSessions({
		count,
		expertId: expert.id,
		documents: 2,
		handedOver: true,
	});
	return views.map(({ session }) => session.id);
}

describe('store-signed-contracts', () => {
	it('stores the documents and the audit report of each session that was completed, once', async () => {
		const { engine, sandbox, folder, example } = playground();
		const [one = 0, open = 0, other = 0] = await waiting(3);
		const active = await engine.activate(example('store-signed-contracts'));
		await sandbox.control.flexperto.signSession(one);
		await sandbox.control.flexperto.signSession(other);
		const [tick] = await active.tick();
		expect(tick?.execution?.status).toBe('success');
		expect(signedFiles()).toEqual(
			[one, other].flatMap((id) => [
				`contract-session-${id}-audit-report.pdf`,
				`contract-session-${id}.zip`,
			]),
		);
		expect(signedFiles().join()).not.toContain(`session-${open}`);

		const stored = tick?.execution?.outputs.Stored?.[0]?.map(({ json }) => json) ?? [];
		expect(stored).toEqual(
			[one, other].map((id) => {
				const documents = join(folder, 'flexperto', 'signed', `contract-session-${id}.zip`);
				const auditReport = join(
					folder,
					'flexperto',
					'signed',
					`contract-session-${id}-audit-report.pdf`,
				);
				return {
					sessionId: id,
					name: `Contract ${id}`,
					documents,
					documentsSha256: sha256(readFileSync(documents)),
					auditReport,
					auditReportSha256: sha256(readFileSync(auditReport)),
				};
			}),
		);
		const { files } = await JSZip.loadAsync(readFileSync(String(stored[0]?.documents)));
		expect(Object.keys(files).sort()).toEqual([
			'audit-report.pdf',
			'document-1.pdf',
			'document-2.pdf',
		]);
		expect(await active.tick()).toEqual([{ node: 'When a Session Is Completed', emitted: null }]);
	});

	it('goes on with the others when one fails, turns red, and stores that one by hand later', async () => {
		const { engine, sandbox, example } = playground();
		const [failing = 0, fine = 0] = await waiting(2);
		const workflow = example('store-signed-contracts');
		const active = await engine.activate(workflow);
		await sandbox.control.flexperto.signSession(failing);
		await sandbox.control.flexperto.signSession(fine);
		// Both attempts of the node, without the repetitions that it makes by itself.
		const path = `*/sessions/${failing}/audit-report`;
		await sandbox.control.fault({ kind: 'status', status: 409, path, times: 2 });
		const [tick] = await active.tick();
		expect(tick?.execution?.status).toBe('error');
		expect(tick?.execution?.error?.message).toMatch(
			new RegExp(`^Contract session ${failing}: Flexperto reports a conflict.*`),
		);
		expect(tick?.execution?.error?.message).not.toContain(`Contract session ${fine}`);
		expect(signedFiles()).toEqual([
			`contract-session-${failing}.zip`,
			`contract-session-${fine}-audit-report.pdf`,
			`contract-session-${fine}.zip`,
		]);

		const again = await engine.run(withSession(workflow, failing), { startNode: BY_HAND });
		expect(again.status).toBe('success');
		expect(signedFiles()).toContain(`contract-session-${failing}-audit-report.pdf`);
	});

	it('tells of a folder that does not exist', async () => {
		const { engine, folder, example } = playground();
		const [id = 0] = await waiting(1);
		await playground().sandbox.control.flexperto.signSession(id);
		const text = JSON.stringify(withSession(example('store-signed-contracts'), id));
		const workflow = JSON.parse(
			text.replaceAll(`${folder}/flexperto/signed`, `${folder}/flexperto/missing`),
		);
		const { status, error } = await engine.run(workflow, { startNode: BY_HAND });
		expect(status).toBe('error');
		expect(error?.message).toBe('Contract session 1: The file or directory does not exist');
		expect(existsSync(join(folder, 'flexperto', 'missing'))).toBe(false);
	});
});

/** The workflow after someone has entered a session to be stored by hand. */
const withSession = (workflow: WorkflowJson, id: number): WorkflowJson =>
	withInputs(workflow, 'Get One Session', {
		sessionId: { __rl: true, mode: 'id', value: String(id) },
	});
