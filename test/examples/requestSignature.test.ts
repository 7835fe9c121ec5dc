import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pdf } from '../../sandbox/flexperto/files';
import { usePlayground } from './setup';

const playground = usePlayground();

const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');

async function writeContracts(names: string[]) {
	for (const name of names) {
		const content = await pdf([`Contract ${name}`], new Date());
		writeFileSync(join(playground().folder, 'flexperto', 'contracts', name), content);
	}
}

describe('request-signature', () => {
	it('puts the PDF files of the folder into one session, in the adviser’s name, and gives the link', async () => {
		const { engine, sandbox, folder, example } = playground();
		await writeContracts(['b.pdf', 'a.pdf']);
		writeFileSync(join(folder, 'flexperto', 'contracts', 'notes.txt'), 'No contract.');
		const { status, outputs } = await engine.run(example('request-signature'));
		expect(status).toBe('success');

		const [view, ...others] = await sandbox.control.flexperto.sessions();
		expect(others).toEqual([]);
		expect(view).toMatchObject({
			handedOver: true,
			session: {
				name: 'Task-123 / Account opening',
				method: 'aes',
				customer_name: 'John Doe',
				customer_email: 'john.doe@example.com',
				expert_email: 'anna.berger@bank.example',
			},
			documents: [
				{ name: 'a.pdf', status: 'UPLOADED' },
				{ name: 'b.pdf', status: 'UPLOADED' },
			],
		});
		const [initiated] = await sandbox.control.requests({ path: '*/sessions/initiate' });
		expect(initiated?.headers['x-user-id']).toBe(String(view?.session.expert_id));
		expect(initiated?.body).toMatchObject({
			participants: [
				{
					email: 'john.doe@example.com',
					firstname: 'John',
					lastname: 'Doe',
					mobile: '+493023125042',
				},
			],
		});
		const uploads = await sandbox.control.requests({ host: 'upload' });
		expect(
			uploads.flatMap(({ multipart }) => multipart?.files.map(({ sha256 }) => sha256)),
		).toEqual(
			['a.pdf', 'b.pdf'].map((name) =>
				sha256(readFileSync(join(folder, 'flexperto', 'contracts', name))),
			),
		);
		const reference = view?.session.meta.foreign_session_id;
		expect(outputs['Link for the Customer']?.[0]?.map(({ json }) => json)).toEqual([
			{
				sessionId: String(view?.session.id),
				customer: 'john.doe@example.com',
				documents: ['a.pdf', 'b.pdf'],
				signingLink: expect.stringContaining(`sessionid=${reference}`),
			},
		]);
	});

	it('starts no session when the folder has no PDF file', async () => {
		const { engine, sandbox, example } = playground();
		const { status, error } = await engine.run(example('request-signature'));
		expect([status, error?.nodeName, error?.message]).toEqual([
			'error',
			'Stop and Error',
			expect.stringMatching(/^There is no PDF file in .*contracts\. Put the contracts there/),
		]);
		expect(await sandbox.control.flexperto.sessions()).toEqual([]);
	});

	it('names the session it began when it fails half way, and goes on with it when run again', async () => {
		const { engine, sandbox, example } = playground();
		await writeContracts(['a.pdf', 'b.pdf']);
		await sandbox.control.fault({ kind: 'status', status: 403, host: 'upload', after: 1 });
		const { error } = await engine.run(example('request-signature'));
		expect(error?.nodeName).toBe('Prepare for Signature');
		expect(error?.description).toContain('contract session 1 was started');
		expect(error?.description).toContain('"a.pdf" was attached');

		const { outputs } = await engine.run(example('request-signature'));
		const [prepared] = outputs['Prepare for Signature']?.[0] ?? [];
		expect(prepared?.json).toMatchObject({ sessionId: '1', resumed: true, handedOver: true });
		const sessions = await sandbox.control.flexperto.sessions();
		expect(sessions.map(({ documents }) => documents.map(({ name }) => name))).toEqual([
			['a.pdf', 'b.pdf'],
		]);
	});
});
