import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pdf } from '../../sandbox/flexperto/files';
import { withSettings } from './changes';
import { usePlayground } from './setup';

const playground = usePlayground();

const sha256 = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

/** The example for somebody who looks every second, with a contract in the folder. */
async function begin(daysToSign = '14') {
	const { example, folder } = playground();
	const contract = await pdf(['Contract'], new Date());
	for (const name of ['agreement.pdf', 'advice.pdf']) {
		writeFileSync(join(folder, 'flexperto', 'contracts', name), contract);
	}
	return withSettings(example('sign-and-file'), { minutesBetweenLooks: '0.015', daysToSign });
}

/** The number of the session, as soon as the customer could sign. */
async function handedOver(): Promise<number> {
	const { flexperto } = playground().sandbox.control;
	for (;;) {
		const [view] = await flexperto.sessions();
		if (view?.handedOver) return view.session.id;
		await wait(50);
	}
}

const signedFiles = () => readdirSync(join(playground().folder, 'flexperto', 'signed')).sort();

describe('sign-and-file', () => {
	it('waits until the customer has signed, then files each document and the audit report', async () => {
		const { engine, sandbox, folder } = playground();
		const running = engine.run(await begin());
		const id = await handedOver();
		await wait(1500);
		expect(signedFiles()).toEqual([]);
		await sandbox.control.flexperto.signSession(id);
		const { status, outputs } = await running;
		expect(status).toBe('success');

		expect(signedFiles()).toEqual([
			`contract-session-${id}-advice.pdf`,
			`contract-session-${id}-agreement.pdf`,
			`contract-session-${id}-audit-report.pdf`,
		]);
		const signed = join(folder, 'flexperto', 'signed');
		const filed = (name: string) => {
			const file = join(signed, `contract-session-${id}-${name}`);
			return { file, sha256: sha256(file) };
		};
		expect(outputs.Filed?.[0]?.map(({ json }) => json)).toEqual([
			{
				sessionId: String(id),
				documents: expect.arrayContaining([filed('advice.pdf'), filed('agreement.pdf')]),
				auditReport: filed('audit-report.pdf'),
			},
		]);
		const unsigned = sha256(join(folder, 'flexperto', 'contracts', 'agreement.pdf'));
		expect(filed('agreement.pdf').sha256).not.toBe(unsigned);
	});

	it('goes on waiting after a look that failed', async () => {
		const { engine, sandbox } = playground();
		const path = '*/contracts/contracts/sessions';
		await sandbox.control.fault({ kind: 'status', status: 403, method: 'GET', path, after: 1 });
		const running = engine.run(await begin());
		await sandbox.control.flexperto.signSession(await handedOver());
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
