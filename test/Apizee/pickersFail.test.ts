import { usePicker } from './pickerLooks';
import { failure } from './requests';

// What the user sees instead of a list, and what is asked when the list is opened again.

const agents = usePicker('searchAgents');
const { apizee, answers, newEditor } = agents;

const me = 'GET /api/users/me';
const list = 'GET /api/enterprises/1/users?limit=100&offset=0';

const seen = (status: 403 | 404, request: string, words?: string) =>
	failure(apizee().access.baseUrl, status, request, words);

it('a user who may not see the users is told so', async () => {
	const editor = await newEditor();
	await answers('enterprises/1/users', { error: 'Only for administrators.' }, 403);
	await expect(editor.look()).rejects.toMatchObject(
		seen(403, 'GET enterprises/1/users', 'Only for administrators.'),
	);
	// Which enterprise it is was learnt all the same.
	expect((await editor.look()).requests).toEqual([list]);
});

it('a user who may not see the own account is told so, and it is asked for again next time', async () => {
	const editor = await newEditor();
	await answers('users/me', { error: 'Not for API users.' }, 403);
	await expect(editor.look()).rejects.toMatchObject(
		seen(403, 'GET users/me', 'Not for API users.'),
	);
	expect((await editor.look()).requests).toEqual([me, list]);
});

it.each([
	['nothing', {}],
	['null', { enterprise: null }],
	['an empty text', { enterprise_id: '' }],
	['an object without a number', { enterprise: { name: 'Example Insurance' } }],
])(
	'a vendor that tells %s as the enterprise does not tell the enterprise',
	async (_what, entries) => {
		const editor = await newEditor();
		await answers('users/me', { id: 5, ...entries });
		const looking = editor.look();
		await expect(looking).rejects.toMatchObject({
			message: 'Apizee does not tell to which enterprise the user belongs',
			// The first is for other operations: those with this list have no such option.
			description:
				'Enter it under Options > Enterprise ID; instead of picking an agent, enter the login itself.',
		});
		expect((await editor.look()).requests).toEqual([me, list]);
	},
);

it('a wrong password is named, and not shown', async () => {
	const { username } = await agents.newUser();
	const { look } = agents.credentialOf({ username, password: 'Wrong-Secret-1' });
	await expect(look({ method: 'searchAgents' })).rejects.toMatchObject({
		message: 'Apizee rejected the username or password: Wrong user name or password.',
		description: `Check both in the credential. POST ${apizee().access.baseUrl}/token: HTTP 401.`,
	});
	expect(JSON.stringify(apizee().engine.logs)).not.toContain('Wrong-Secret-1');
});

it('a token that has ended is named, and not shown', async () => {
	const { token } = await apizee().vendor.issueToken({ expiresIn: -1 });
	const { look } = await agents.newAccount({ authentication: 'token', accessToken: token });
	const failed = look({ method: 'searchTickets' });
	await expect(failed).rejects.toMatchObject({
		message: expect.stringContaining(
			'Apizee does not accept the access token, which may have expired',
		),
		description: expect.stringContaining('Paste a new one into the credential'),
	});
	await expect(failed).rejects.not.toHaveProperty('description', expect.stringContaining(token));
});

it('a quota that is used up is waited for; for longer than a minute the user is told until when', async () => {
	const { look, usesQuota } = await agents.newTokenAccount();
	await usesQuota(10);
	const begun = Date.now();
	expect((await look({ method: 'searchTickets' })).results).toHaveLength(2);
	expect(Date.now() - begun).toBeGreaterThan(55_000);

	await apizee().vendor.setQuota({ seconds: 300 });
	await usesQuota(10);
	await expect(look({ method: 'searchTickets' })).rejects.toMatchObject({
		message: expect.stringMatching(/^Apizee takes no more requests for the moment: /),
		description: expect.stringMatching(/asks to wait (29\d|300) s, until [\d-]+T[\d:]+Z/),
	});
});

it('a failure that passes is asked about again', async () => {
	const editor = await newEditor();
	await answers('enterprises/1/users', {}, 502);
	const { results, requests } = await editor.look();
	expect(results).toHaveLength(3);
	expect(requests).toEqual([me, list, list]);
});

it('the polling trigger has the same lists of tickets and conferences', async () => {
	const { look } = await agents.newTokenAccount();
	const node = 'apizeePollingTrigger';
	for (const method of ['searchTickets', 'searchConferences']) {
		expect(await look({ node, method })).toEqual(await look({ method }));
	}
});
