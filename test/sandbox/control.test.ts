import { api, ARCHIVES, http, newUser, USERS, useSandbox } from './harness';
import { connect } from '../../sandbox/control';
import { startSandbox } from '../../sandbox/server';

const sandbox = useSandbox();

describe('the clock', () => {
	test('runs with real time until it is moved', async () => {
		const { now, frozen } = await sandbox().control.clock();
		expect(Math.abs(Date.parse(now) - Date.now())).toBeLessThan(2000);
		expect(frozen).toBe(false);
	});

	test('can be advanced, set, and made to stand still', async () => {
		const { control } = sandbox();
		await control.setClock('2026-03-28T12:00:00Z', { frozen: true });
		expect(await control.advanceClock({ days: 3, hours: 1 })).toEqual({
			now: '2026-03-31T13:00:00.000Z',
			frozen: true,
		});
		const { data } = await api(sandbox()).get(USERS);
		expect(data.total).toBe(1);
		expect((await control.clock()).now).toBe('2026-03-31T13:00:00.000Z');
		await control.setClock('2026-05-01T00:00:00Z', { frozen: false });
		expect((await control.clock()).frozen).toBe(false);
	});

	test('knows no other unit', async () => {
		const { url } = sandbox();
		const answer = await http.post(`${url}/control/clock/advance`, { day: 3 });
		expect(answer.status).toBe(400);
	});
});

describe('the request log', () => {
	test('keeps what came over the wire', async () => {
		await api(sandbox(), { userId: 1 }).post(`${USERS}/%2e%2E%2Fme/confirm?supressMails=true`, {
			firstName: 'Max',
		});
		expect(await sandbox().control.requests()).toEqual([
			{
				id: 1,
				vendor: 'flexperto',
				host: 'api',
				method: 'POST',
				path: `${USERS}/%2e%2E%2Fme/confirm`,
				rawQuery: 'supressMails=true',
				query: { supressMails: 'true' },
				headers: expect.objectContaining({
					'api-key': sandbox().flexperto.apiKey,
					'x-user-id': '1',
					'content-type': 'application/json',
				}),
				body: { firstName: 'Max' },
				status: 404,
				time: expect.stringMatching(/Z$/),
				arrivedAt: expect.any(Number),
				durationMs: expect.any(Number),
				concurrent: 1,
			},
		]);
	});

	test('can be filtered and cleared', async () => {
		const client = api(sandbox());
		await client.get(USERS);
		await client.get(ARCHIVES);
		await client.post(USERS, newUser);
		const { control } = sandbox();
		expect(await control.requests({ path: '*/users' })).toHaveLength(2);
		expect(await control.requests({ path: '*/users', method: 'POST' })).toHaveLength(1);
		expect(await control.requests({ host: 'storage' })).toEqual([]);
		await control.clearRequests();
		expect(await control.requests()).toEqual([]);
	});

	test('shows refused requests, and those whose answer never came', async () => {
		await http.get(`${sandbox().flexperto.baseUrl}${USERS}`);
		await sandbox().control.fault({ kind: 'reset' });
		await api(sandbox())
			.get(USERS)
			.catch(() => undefined);
		expect(await sandbox().control.requests()).toMatchObject([
			{ status: 401 },
			{ status: null, fault: 'reset' },
		]);
	});

	test('counts the requests under way at once', async () => {
		await sandbox().control.fault({ kind: 'delay', ms: 100, times: 'always' });
		await Promise.all([1, 2, 3].map(() => api(sandbox()).get(USERS)));
		const requests = await sandbox().control.requests();
		expect(requests.map(({ concurrent }) => concurrent)).toEqual([1, 2, 3]);
	});
});

describe('reset', () => {
	async function story() {
		const { flexperto } = sandbox().control;
		await sandbox().control.setClock('2026-06-01T08:00:00Z', { frozen: true });
		const key = await flexperto.createApiKey({ role: 'EXPERT', expiresInDays: 10 });
		await api(sandbox()).post(USERS, newUser);
		const sessions = await flexperto.createSessions({ count: 2, documents: 2, signed: true });
		const archive = await flexperto.finishConference({ available: true });
		const { ids } = await flexperto.createArchives({ count: 2 });
		const users = await flexperto.users();
		const archives = await flexperto.archives();
		const mails = await flexperto.mails();
		return { key, sessions, archive, ids, users, archives, mails };
	}

	test('the same story has the same ids, dates and checksums after it', async () => {
		const first = await story();
		await sandbox().control.reset();
		expect(await story()).toEqual(first);
	});

	test('leaves an empty tenant, the real time, no faults and no log', async () => {
		await story();
		await api(sandbox()).get(USERS);
		await sandbox().control.fault({ kind: 'reset', times: 'always' });
		await sandbox().control.reset();

		const { control } = sandbox();
		expect(await control.requests()).toEqual([]);
		expect(await control.faults()).toEqual([]);
		expect(await control.flexperto.users()).toMatchObject([{ id: 1, roles: ['ADMIN'] }]);
		expect(await control.flexperto.sessions()).toEqual([]);
		expect(await control.flexperto.archives()).toEqual([]);
		expect(await control.flexperto.mails()).toEqual([]);
		expect(await control.flexperto.deliveries()).toEqual([]);
		expect(await control.flexperto.webhooks()).toEqual([]);
		expect((await control.clock()).frozen).toBe(false);
	});
});

describe('sandboxes', () => {
	test('another process connects with the address of the start page', async () => {
		const control = connect(sandbox().url);
		await control.flexperto.createUser({ email: 'somebody@tenant.example' });
		const { data } = await api(sandbox()).get(USERS, {
			params: { email: 'somebody@tenant.example' },
		});
		expect(data.total).toBe(1);
	});

	test('several run side by side, each with its tenant and its own state', async () => {
		const other = await startSandbox({ tenant: 'mycompany' });
		try {
			await other.control.flexperto.createArchives({ count: 1 });
			const { data } = await api(other).get(ARCHIVES);
			expect(data.items).toMatchObject([{ tenant: 'mycompany' }]);
			expect((await api(sandbox()).get(ARCHIVES)).data.total).toBe(0);
			const foreign = await api(other, { key: sandbox().flexperto.apiKey }).get(ARCHIVES);
			expect(foreign.status).toBe(401);
		} finally {
			await other.close();
		}
	});

	test('with a given port the hosts have the ports that follow', async () => {
		// Below the range from which the system takes free ports.
		const port = 20_000 + (process.pid % 10_000);
		const fixed = await startSandbox({ port });
		try {
			const ports = [
				fixed.url,
				fixed.flexperto.baseUrl,
				fixed.flexperto.uploadUrl,
				fixed.flexperto.storageUrl,
			].map((address) => Number(new URL(address).port));
			expect(ports).toEqual([port, port + 1, port + 2, port + 3]);
			await expect(startSandbox({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
		} finally {
			await fixed.close();
		}
	});

	test('after close nothing answers any more', async () => {
		const closed = await startSandbox();
		await closed.close();
		const { url, flexperto, iotum, vivoMeetings, apizee } = closed;
		const hosts = [flexperto, iotum, vivoMeetings, apizee].flatMap(({ baseUrl, storageUrl }) => [
			baseUrl,
			storageUrl,
		]);
		for (const address of [url, flexperto.uploadUrl, ...hosts]) {
			await expect(http.get(address)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
		}
	});
});
