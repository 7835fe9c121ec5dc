import { randomUUID } from 'node:crypto';

import { AUTHENTICATE, atOnce, attempts, calls, items, tokenOf } from './sessionRuns';
import { useVivoMeetings } from './setup';

// Seed 004, 3.1: e-mail and password; a session ends five minutes after its last use.

const vivoMeetings = useVivoMeetings();

/** A credential that no other test has used, so that the node knows no session of it. */
const ownCredential = () => {
	const { vivoMeetingsApi } = vivoMeetings().credentials;
	return { vivoMeetingsApi: { ...vivoMeetingsApi, webhookSecret: randomUUID() } };
};
const fetchHost = (count: number) => ({
	inputs: { hostId: '52', options: atOnce(10) },
	items: items(count),
});

it('signs in with e-mail and password and nothing else, once for all items', async () => {
	const setup = vivoMeetings();
	const { status } = await setup.run('host.get', {
		...fetchHost(50),
		credentials: ownCredential(),
	});
	expect(status).toBe('success');
	const { email, password } = setup.access.resellerAdmin;
	const [signIn] = await setup.control.requests({ path: AUTHENTICATE });
	expect(signIn?.body).toEqual({ email, password });
	expect(await attempts(setup)).toBe(1);
	const requests = await calls(setup);
	expect(requests).toHaveLength(50);
	expect(new Set(requests.map(tokenOf)).size).toBe(1);
});

it('keeps a session for five minutes after its last use, and opens another one then', async () => {
	const setup = vivoMeetings();
	const run = { ...fetchHost(20), credentials: ownCredential() };
	await setup.control.setClock('2026-03-02T08:00:00Z', { frozen: true });
	await setup.run('host.get', run);
	for (const seconds of [299, 299]) {
		await setup.control.advanceClock({ seconds });
		await setup.run('host.get', run);
	}
	expect(await attempts(setup)).toBe(1);
	expect(await calls(setup)).toHaveLength(60);

	await setup.control.advanceClock({ minutes: 5 });
	const { status, json } = await setup.run('host.get', run);
	expect({ status, hosts: json.map(({ host_id: id }) => id) }).toEqual({
		status: 'success',
		hosts: Array.from({ length: 20 }, () => 52),
	});
	expect(await attempts(setup)).toBe(1 + 1);
	const requests = await calls(setup);
	const rejected = requests.filter((request) => request.status === 401).length;
	expect(rejected).toBeGreaterThan(0);
	expect(requests).toHaveLength(80 + rejected);
});

it('opens it once more when items follow each other more slowly than every five minutes', async () => {
	const setup = vivoMeetings();
	const credentials = ownCredential();
	for (const number of [1, 2, 3]) {
		await setup.run('host.get', { ...fetchHost(10), credentials });
		expect(await attempts(setup)).toBe(number);
		await setup.control.advanceClock({ minutes: 6 });
	}
});

it.each([
	['password', { password: 'not-the-password' }],
	['e-mail', { email: 'nobody@example.com' }],
])('a wrong %s is tried once for 100 items; each item says why', async (_what, wrong) => {
	const setup = vivoMeetings();
	const { vivoMeetingsApi } = ownCredential();
	const result = await setup.run('host.get', {
		...fetchHost(100),
		credentials: { vivoMeetingsApi: { ...vivoMeetingsApi, ...wrong } },
		continueOnFail: true,
	});
	const said = 'VivoMeetings rejected the e-mail and password: Invalid credentials';
	expect(result.json).toEqual(
		items(100).map(({ number }) => ({
			error: `${said} [item ${number}]`,
			message:
				'Check both in the credential; the host has to be a company admin or reseller admin. ' +
				`POST ${setup.access.baseUrl}${AUTHENTICATE}: HTTP 401.`,
		})),
	);
	expect([await attempts(setup), await calls(setup)]).toEqual([1, []]);
	expect(JSON.stringify(result.json)).not.toContain('not-the-password');
});
