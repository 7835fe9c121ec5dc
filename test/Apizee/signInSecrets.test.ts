import { everythingOf } from '../kit/calls';
import { atOnce, calls, items, LOOK, looking, ownCredential, TOKEN, tokensOf } from './signInRuns';
import { useApizee } from './setup';

// A token and what it was got with are nowhere to be read: not in outputs, errors, hints, execution
// data or n8n's log.

const apizee = useApizee();

const CONFERENCES = '/api/conferences*';

it('this file can see a secret where there is one', async () => {
	const body = { error: 'the word is pistachio' };
	await apizee().control.fault({ kind: 'status', status: 500, body, path: CONFERENCES });
	const inputs = looking({ maxRetries: 0 });
	const result = await apizee().run(LOOK, { inputs, continueOnFail: true });
	expect(everythingOf(result)).toContain('pistachio');
});

it.each([
	['conference.getAll', { returnAll: true }],
	['conference.get', { conferenceId: 842341, simplify: false }],
	['conference.getMedia', { conferenceId: 842341, simplify: false }],
	['conference.create', { participants: 'ada@example.com', simplify: false }],
	['conference.delete', { conferenceId: 842341 }],
	['session.getAll', { filters: { since: '2023-07-01T00:00:00Z' } }],
	['media.getAll', { simplify: false }],
	['media.download', { url: '={{ $json.url }}' }],
] as const)('%s works and leaves no secret behind', async (operation, inputs) => {
	const setup = apizee();
	const credentials = ownCredential(setup);
	const [{ hash = '' } = {}] = await setup.vendor.medias();
	const [conference] = await setup.vendor.addConferences();
	const item = { url: `${setup.access.url}/media/showVideo/1/hash/${hash}` };
	const first = await setup.run(operation, { credentials, inputs, items: [item] });
	await setup.vendor.expireTokens();
	const again = operation === 'conference.delete' ? { conferenceId: conference?.id ?? 0 } : inputs;
	const second = await setup.run(operation, { credentials, inputs: again, items: [item] });
	expect([first.status, second.status]).toEqual(['success', 'success']);
	const tokens = tokensOf(await calls(setup));
	expect(tokens).toHaveLength(2);
	const everything = everythingOf(first) + everythingOf(second);
	const { password, webhookSecret } = credentials.apizeeApi;
	for (const secret of [...tokens, password, webhookSecret]) {
		expect(everything).not.toContain(secret);
	}
});

describe.each([401, 403, 404, 422, 500])('a vendor that repeats secrets with %i', (status) => {
	it('is quoted without them', async () => {
		const setup = apizee();
		const credentials = ownCredential(setup);
		await setup.run(LOOK, { inputs: looking(), credentials });
		const [token] = tokensOf(await calls(setup));
		const { password, webhookSecret } = credentials.apizeeApi;
		const body = {
			error: `Not with ${token}, nor ${String(password)} or ${String(webhookSecret)}`,
		};
		// The token that a 401 brings about is another one; the vendor repeats the old one all the same.
		await setup.control.fault({ kind: 'status', status, body, path: CONFERENCES, times: 'always' });
		const result = await setup.run(LOOK, {
			inputs: looking(atOnce(5)),
			items: items(10),
			credentials,
			continueOnFail: true,
		});
		expect(result.json).toHaveLength(10);
		for (const { error } of result.json) {
			expect(error).toMatch(/: Not with \*{3}, nor \*{3} or \*{3} \[item \d\]$/);
		}
		for (const secret of [token, password, webhookSecret]) {
			expect(everythingOf(result)).not.toContain(secret);
		}
	});
});

it('a sign-in that fails is told without what it was made with', async () => {
	const setup = apizee();
	const password = 'correct horse battery staple';
	const body = { error: `"${password}" is wrong` };
	await setup.control.fault({ kind: 'status', status: 401, body, path: TOKEN });
	const credentials = ownCredential(setup, { password });
	const result = await setup.run(LOOK, { inputs: looking(), credentials });
	expect(result.error?.message).toBe(
		'Apizee rejected the username or password: "***" is wrong [item 0]',
	);
	expect(everythingOf(result)).not.toContain(password);
});

it('a token is hidden also in a run that only found the session open', async () => {
	const setup = apizee();
	const credentials = ownCredential(setup);
	await setup.run(LOOK, { inputs: looking(), credentials });
	const [token] = tokensOf(await calls(setup));
	const body = { error: `Session ${token}` };
	await setup.control.fault({ kind: 'status', status: 422, body, path: '/api/session' });
	const { error } = await setup.run('session.getAll', { credentials });
	expect(error?.message).toBe('Apizee did not accept the request: Session *** [item 0]');
});

it('a link that signs somebody in is quoted without what does it', async () => {
	const setup = apizee();
	const body = { error: 'See https://cloud.apizee.example/room?access_token=eyJ.pistachio for it' };
	await setup.control.fault({ kind: 'status', status: 422, body, path: CONFERENCES });
	const result = await setup.run(LOOK, { inputs: looking({ ssoLink: true }) });
	expect(result.error?.message).toBe(
		'Apizee did not accept the request: See https://cloud.apizee.example/room?*** for it [item 0]',
	);
	expect(everythingOf(result)).not.toContain('pistachio');
});

it('a transfer that fails is told without the token', async () => {
	const setup = apizee();
	const credentials = ownCredential(setup);
	const [media] = await setup.vendor.addMedias({ size: 200_000 });
	const path = `/media/showVideo/1/hash/${media?.hash}`;
	await setup.control.fault({ kind: 'resetMidBody', bytes: 100_000, path });
	const result = await setup.run('media.download', {
		inputs: { url: `${setup.access.url}${path}`, options: { maxRetries: 0 } },
		credentials,
	});
	expect(result.error?.message).toMatch(/broke off/);
	const [token] = tokensOf(await calls(setup));
	expect(everythingOf(result)).not.toContain(token);
});
