import {
	atOnce,
	attempts,
	calls,
	items,
	LOOK,
	looking,
	ownCredential,
	TOKEN,
	tokensOf,
} from './signInRuns';
import { useApizee } from './setup';

// One token for all items, parallel requests, runs and workflows.

const apizee = useApizee();

it('signs in once for all items and parallel requests', async () => {
	const setup = apizee();
	// Slow enough for ten requests to be under way.
	const slow = { kind: 'delay', ms: 50, path: '/api/conferences/*' } as const;
	await setup.control.fault({ ...slow, times: 'always' });
	const { status, json } = await setup.run(LOOK, {
		inputs: looking(atOnce(10)),
		items: items(100),
		credentials: ownCredential(setup),
	});
	expect({ status, outputs: json.length }).toEqual({ status: 'success', outputs: 100 });
	const [signIn, ...others] = await setup.control.requests();
	expect(signIn?.path).toBe(TOKEN);
	expect(others).toHaveLength(100);
	const issued = (await setup.vendor.tokens()).at(-1)?.token;
	expect(tokensOf(others)).toEqual([issued]);
	expect(Math.max(...others.map(({ concurrent }) => concurrent))).toBe(10);
});

it('signs in with a form, with nothing in the address and no other credential', async () => {
	const setup = apizee();
	const { username, password } = setup.access.agent;
	await setup.run(LOOK, { inputs: looking(), credentials: ownCredential(setup) });
	const [signIn] = await setup.control.requests();
	expect(signIn).toMatchObject({
		method: 'POST',
		path: TOKEN,
		rawQuery: '',
		status: 200,
		headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
	});
	expect(signIn?.body).toEqual({ grant_type: 'password', username, password });
	expect(signIn?.headers).not.toHaveProperty('authorization');
	expect(signIn?.headers).not.toHaveProperty('cookie');
});

it('takes user names and passwords with any signs', async () => {
	const setup = apizee();
	const [user] = await setup.vendor.addUsers({ name: 'Zoë & Co=1+1 %41 "#;' });
	const { username = '', password = '' } = user ?? {};
	expect(password).toBe('Zoë-&-Co=1+1-%41-"#;-1');
	const { json, error } = await setup.run(LOOK, {
		inputs: looking(),
		credentials: ownCredential(setup, { username, password }),
	});
	expect(error).toBeUndefined();
	expect(json).toMatchObject([{ id: 842341 }]);
});

it('uses the token again in later runs, other operations and pickers', async () => {
	const setup = apizee();
	const credentials = ownCredential(setup);
	await setup.run(LOOK, { inputs: looking(), credentials });
	await setup.run('conference.getAll', { credentials });
	await setup.run('session.getAll', { credentials });
	setup.engine.credentials.shared = credentials.apizeeApi;
	const { results } = await setup.engine.runPicker({
		node: 'apizee',
		method: 'searchConferences',
		credentials: { apizeeApi: { id: 'shared', name: 'shared' } },
	});
	expect(results).toHaveLength(1);
	expect(await attempts(setup)).toBe(1);
	const requests = await calls(setup);
	expect(requests).toHaveLength(4);
	expect(tokensOf(requests)).toHaveLength(1);
});

it('shares the token between two workflows that start at once', async () => {
	const setup = apizee();
	await setup.control.fault({ kind: 'delay', ms: 300, path: TOKEN });
	const credentials = ownCredential(setup);
	const run = { inputs: looking(atOnce(10)), items: items(20), credentials };
	const results = await Promise.all([setup.run(LOOK, run), setup.run('session.getAll', run)]);
	expect(results.map(({ status }) => status)).toEqual(['success', 'success']);
	expect(await attempts(setup)).toBe(1);
	const requests = await calls(setup);
	expect(requests).toHaveLength(40);
	expect(tokensOf(requests)).toHaveLength(1);
});

it('has one token for all kinds of work, downloads included', async () => {
	const setup = apizee();
	const credentials = ownCredential(setup);
	const [media] = await setup.vendor.addMedias();
	const url = `${setup.access.url}/media/showVideo/1/hash/${media?.hash}`;
	const done = await setup.run('media.download', { inputs: { url }, credentials });
	expect(done.items).toHaveLength(1);
	await setup.run('conference.delete', { inputs: { conferenceId: 842341 }, credentials });
	expect(await attempts(setup)).toBe(1);
	expect(tokensOf(await calls(setup))).toHaveLength(1);
});

it('has another token for another credential', async () => {
	const setup = apizee();
	const { username, password } = setup.access.secondAgent;
	const other = ownCredential(setup, { username, password });
	await setup.run(LOOK, { inputs: looking(), credentials: ownCredential(setup) });
	await setup.run(LOOK, { inputs: looking(), credentials: other });
	expect(await attempts(setup)).toBe(2);
	expect(tokensOf(await calls(setup))).toHaveLength(2);
});

it('does not sign in for what needs no request, or none of the vendor’s API', async () => {
	const setup = apizee();
	const credentials = ownCredential(setup);
	const room = { url: 'https://meet.apizee.com/private/7a3d/ae22' };
	expect(
		(await setup.run('conference.getJoinLink', { inputs: room, credentials })).json,
	).toHaveLength(1);
	const { error } = await setup.run(LOOK, { inputs: { conferenceId: 'a/b' }, credentials });
	expect(error).toBeDefined();
	expect(await setup.control.requests()).toEqual([]);
});
