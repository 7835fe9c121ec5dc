import { useFlexperto } from '../Flexperto/setup';
import { everythingOf, inputsOf, runWith, type Call } from './calls';

// What must never be read in a message, an execution or a log: the API key, and the links that let
// whoever has them upload, join or sign.

const flexperto = useFlexperto();

const LINKS = [
	'https://uploads.flexperto.com/api/v1/files/upload?token=eyJ0eXAiOiJKV1QifQ.e30.c2ln',
	'https://acme.live.flexperto.com/signature/index?sessionid=2f887465f956b3d9fff7fe79&lang=de',
	'https://storage.example.com/a.zip?X-Amz-Signature=feed0123456789',
	'https://acme.live.flexperto.com/join/eyJ6aXAiOiJERUYifQ.q1YqLlGyUsrKV7JSAgA.bW9kZXJhdG9y',
];
const SECRETS = [
	'eyJ0eXAiOiJKV1QifQ',
	'2f887465f956b3d9fff7fe79',
	'feed0123456789',
	'q1YqLlGyUsrKV7JSAgA',
	'bW9kZXJhdG9y',
];

const calls: Call[] = ['user.getAll', 'meeting.reserve'];

it('this file can see a secret where there is one', async () => {
	const setup = flexperto();
	const said = { kind: 'status' as const, status: 500, body: { message: 'the word is pistachio' } };
	const result = await runWith(setup, 'user.getAll', said);
	expect(everythingOf(result)).toContain('pistachio');
});

describe.each(calls)('%s', (call) => {
	const places: Array<(words: string) => unknown> = [
		(message) => ({ message }),
		(message) => ({ errors: [{ field: 'x', message }, { detail: message }] }),
		(words) => words,
		(words) => [words, { error: words }],
	];

	it.each(places)(
		'a vendor that repeats secrets in its error (%#): reason kept, secrets not',
		async (place) => {
			const setup = flexperto();
			const { apiKey } = setup.credential;
			const words = `No access with ${String(apiKey)} to ${LINKS.join(' or ')} today`;
			const fault = { kind: 'status' as const, status: 422, body: place(words) };
			const result = await runWith(setup, call, fault, { options: { maxRetries: 0 } });
			expect(result.error?.message).toMatch(
				/^Flexperto did not accept the request: No access with \*\*\*/,
			);
			expect(result.error?.message).toContain('https://storage.example.com/a.zip?***');
			const everything = everythingOf(result);
			for (const secret of [String(apiKey), ...SECRETS]) expect(everything).not.toContain(secret);
		},
	);

	it('a key that the vendor cuts short by half is still not shown beyond a few signs', async () => {
		const setup = flexperto();
		const key = String(setup.credential.apiKey);
		const body = { message: `${'x'.repeat(290)} ${key}` };
		const fault = { kind: 'status' as const, status: 400, body };
		const result = await runWith(setup, call, fault);
		expect(everythingOf(result)).not.toContain(key.slice(0, 9));
	});

	it('works without leaving the key in execution data or log, or a link in the log', async () => {
		const setup = flexperto();
		const result = await setup.run(call, { inputs: await inputsOf(call, setup) });
		expect(result.status).toBe('success');
		expect(everythingOf(result)).not.toContain(setup.credential.apiKey);
		const links = JSON.stringify(result.json).match(/https?:[^"]+/g) ?? [];
		expect(links.length > 0).toBe(call === 'meeting.reserve');
		for (const link of links) expect(JSON.stringify(result.logs)).not.toContain(link);
	});
});

it.each([
	{ kind: 'status' as const, status: 500, body: { message: 'Disk full' } },
	{ kind: 'reset' as const },
	{ kind: 'html' as const },
	{ kind: 'status' as const, status: 403, body: 'Expired' },
])('a failed upload ($kind) does not show the upload link', async (fault) => {
	const { run, control, vendor, engine, credential } = flexperto();
	const { id } = await vendor.createUser();
	const [session] = await vendor.createSessions({ expertId: id });
	await control.fault({ ...fault, host: 'upload', times: 'always' });
	const file = { fileName: 'contract.pdf', mimeType: 'application/pdf' };
	const result = await run('contractSession.uploadDocument', {
		inputs: { actingUserId: String(id), sessionId: String(session?.session.id) },
		items: [await engine.fileItem(Buffer.from('%PDF-1.4'), file)],
	});
	expect(result.status).toBe('error');
	const [upload] = await control.requests({ host: 'upload' });
	const token = String(upload?.query.token);
	expect(token.length).toBeGreaterThan(100);
	const everything = everythingOf(result);
	expect(everything).not.toContain(token);
	expect(everything).not.toContain(credential.apiKey);
	expect(result.error?.description).toMatch(/\/api\/v1\/files\/upload\?\*\*\*: /);
});
