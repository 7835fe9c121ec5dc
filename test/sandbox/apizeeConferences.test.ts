import { apizee, error, STAMP, unlimited } from './apizeeHarness';
import { useSandbox } from './harness';

const sandbox = useSandbox();

async function create(params: object = {}) {
	const client = await unlimited(sandbox());
	return client.post('/conferences', undefined, {
		params: { participants: 'jane@customer.example,0612345678', ...params },
	});
}

describe('creating a conference', () => {
	test('answers as the guide shows, and invites everyone', async () => {
		const { agent, secondAgent, url, fixtures } = sandbox().apizee;
		const { status, data } = await create({
			name: 'TEST',
			moderation: true,
			invite: true,
			moderator: secondAgent.username,
		});
		expect(status).toBe(200);
		const room = '([0-9a-f]{32})';
		expect(data).toEqual({
			id: expect.any(Number),
			name: 'TEST',
			created: expect.stringMatching(STAMP),
			modified: data.created,
			start_time: data.created,
			end_time: expect.stringMatching(STAMP),
			status: 'scheduled',
			room_name: expect.stringMatching(`^${room}:${room}$`),
			url: expect.stringMatching(`^${url}/meet/private/${room}/${room}$`),
			short_url: expect.stringContaining(url),
			sip_phone_number: expect.any(String),
			sip_dtmf_code: expect.stringMatching(/^\d{6}$/),
			organizer: { id: agent.id, name: 'Alice Agent' },
			created_by: { id: agent.id, name: 'Alice Agent' },
			service_key: fixtures.conferenceServiceKey,
			moderator: { id: secondAgent.id, name: 'Bruno Agent' },
		});
		expect(Date.parse(data.end_time) - Date.parse(data.start_time)).toBe(3_600_000);
		expect(await sandbox().control.apizee.invitations()).toMatchObject([
			{ object: 'conference', objectId: data.id, channel: 'email', to: 'jane@customer.example' },
			{ object: 'conference', objectId: data.id, channel: 'sms', to: '0612345678' },
		]);
	});

	test('invites unless told not to', async () => {
		for (const invite of ['false', 0]) await create({ invite });
		expect(await sandbox().control.apizee.invitations()).toEqual([]);
		await create();
		expect(await sandbox().control.apizee.invitations()).toHaveLength(2);
	});

	test('all parameters are taken', async () => {
		const { data } = await create({
			name: 'ab',
			message: 'm'.repeat(300),
			password: '12*#',
			moderation: 0,
			entryMode: 'direct',
			startTime: '2027-01-01T15:00:00Z',
			open: 'false',
			duration: 90,
			reminder: 60,
			templateId: 7,
			language: 'fr',
			moderator: sandbox().apizee.agent.id,
			scope: 'sso',
		});
		expect(data).toMatchObject({
			start_time: '2027-01-01T15:00:00+00:00',
			end_time: '2027-01-01T16:30:00+00:00',
			sso_url: expect.stringContaining('access_token='),
		});
		const stored = await sandbox().control.apizee.conference(data.id);
		expect(stored.parameters).toMatchObject({
			entryMode: 'direct',
			templateId: '7',
			reminder: '60',
		});
		expect(JSON.stringify(stored)).not.toContain('12*#');
	});

	test.each([
		['no participants', { participants: undefined }, 'participants is required'],
		['only commas', { participants: ' , ' }, 'participants is required'],
		['somebody unreachable', { participants: 'jane' }, /participants: jane is no e-mail address/],
		['a short name', { name: 'a' }, /name must NOT have fewer than 2/],
		['a long name', { name: 'a'.repeat(256) }, /name must NOT have more than 255/],
		['a long message', { message: 'm'.repeat(301) }, /message must NOT have more than 300/],
		['a password with letters', { password: 'secret' }, /password must match pattern/],
		['a long password', { password: '1'.repeat(256) }, /password must NOT have more than 255/],
		['no reminder at all', { reminder: 0 }, 'reminder must be from 1 to 60.'],
		['a late reminder', { reminder: 61 }, 'reminder must be from 1 to 60.'],
		['a duration of nothing', { duration: 0 }, /duration must be from 1/],
		['a start without a zone', { startTime: '2027-01-01T15:00:00' }, /startTime must match/],
		['a start in another zone', { startTime: '2027-01-01T15:00:00+01:00' }, /startTime must match/],
		['a start with fractions', { startTime: '2027-01-01T15:00:00.000Z' }, /startTime must match/],
		['an unknown moderator', { moderator: 'x' }, 'moderator x is not a user of the enterprise'],
		['an undecided flag', { moderation: 'maybe' }, /moderation must be one of/],
		['an unknown parameter', { colour: 'red' }, 'colour is unknown'],
	])('%s is refused', async (_case, change, message) => {
		expect(error(await create(change))).toEqual({
			status: 400,
			error: expect.stringMatching(message),
		});
		expect(await sandbox().control.apizee.invitations()).toEqual([]);
	});
});

describe('finding conferences', () => {
	test('by a word of the name, as the guide shows, and by their start', async () => {
		const { control } = sandbox();
		await control.apizee.addConferences({
			count: 2,
			name: 'TEST XX',
			start: '2023-07-12T10:00:00Z',
		});
		await control.apizee.addConferences({ name: 'My test', start: '2023-07-10T10:00:00Z' });
		const client = await unlimited(sandbox());
		const starts = async (params: object) =>
			(await client.get('/conferences', { params })).data.data.map(
				(found: { start_time: string }) => found.start_time.slice(0, 16),
			);
		const search = { limit: 100, search: 'TEST', orderby: 'date' };
		expect(await starts({ ...search, since: '2023-07-11T00:00:00Z', order: 'desc' })).toEqual([
			'2023-07-12T10:00',
			'2023-07-12T09:00',
		]);
		expect(await starts({ ...search, order: 'asc' })).toEqual([
			'2023-07-10T10:00',
			'2023-07-12T09:00',
			'2023-07-12T10:00',
		]);
		expect(await starts({ limit: 1, offset: 1 })).toEqual(['2023-07-12T10:00']);
		expect((await client.get('/v3/conferences?limit=3')).data).toMatchObject({
			total: 4,
			next_offset: 3,
		});
		expect((await client.get('/conferences?since=yesterday')).status).toBe(400);
	});

	test('one by its number, with a sign-in link if asked for, until it is deleted', async () => {
		const client = await unlimited(sandbox());
		const path = `/conferences/${sandbox().apizee.fixtures.conferenceId}`;
		expect((await client.get(path)).data).not.toHaveProperty('sso_url');
		expect((await client.get(`${path}?scope=sso`)).data).toHaveProperty('sso_url');
		expect((await client.delete(path)).status).toBe(204);
		for (const method of ['get', 'delete'] as const) {
			expect(error(await client[method](path))).toEqual({
				status: 404,
				error: 'There is no conference.',
			});
		}
		expect((await client.get('/conferences')).data.total).toBe(0);
	});

	test('not by anything that only looks like its number', async () => {
		const client = await unlimited(sandbox());
		const { conferenceId: id } = sandbox().apizee.fixtures;
		for (const like of [`%20${id}`, `0x${id.toString(16)}`, `${id}.0`]) {
			expect((await client.get(`/conferences/${like}`)).status).toBe(404);
			expect((await client.get(`/conferences/${like}/media`)).status).toBe(404);
		}
	});

	test('not those of another enterprise', async () => {
		const path = `/conferences/${sandbox().apizee.fixtures.foreignConferenceId}`;
		const client = await unlimited(sandbox());
		const answers = [
			await client.get(path),
			await client.delete(path),
			await client.get(`${path}/media`),
		];
		expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
	});
});

describe('the status of a conference', () => {
	test('is scheduled, ongoing once someone came in, and then over', async () => {
		const { apizee: control } = sandbox().control;
		const client = await unlimited(sandbox());
		const [conference] = await control.addConferences();
		const id = conference?.id ?? 0;
		const shown = async () => (await client.get(`/conferences/${id}`)).data;
		expect((await shown()).status).toBe('scheduled');
		await control.startConference(id);
		expect((await shown()).status).toBe('ongoing');
		await control.endConference(id, { recording: true });
		const over = await shown();
		expect(over.status).toBe('ended');
		expect(over.end_time).toBe(over.modified);
		expect((await client.get(`/conferences/${id}/media`)).data).toMatchObject({
			total: 1,
			data: [{ media_type: 'video', source_type: 'conf_record' }],
		});
		await control.setSettings({ endedStatus: 'finished' });
		expect((await shown()).status).toBe('finished');
	});

	test('is over by the clock too', async () => {
		await sandbox().control.setClock('2026-12-01T12:00:00Z', { frozen: true });
		const { data } = await create({ duration: 10 });
		const client = apizee(sandbox());
		const status = async () => (await client.get(`/conferences/${data.id}`)).data.status;
		await sandbox().control.advanceClock({ minutes: 9, seconds: 59 });
		expect(await status()).toBe('scheduled');
		await sandbox().control.advanceClock({ seconds: 1 });
		expect(await status()).toBe('ended');
	});

	test.each(['scheduled', 'ongoing', 'ended'] as const)('%s ones can be added', async (status) => {
		const [conference] = await sandbox().control.apizee.addConferences({ status, minutes: 30 });
		const { data } = await apizee(sandbox()).get(`/conferences/${conference?.id}`);
		expect(data.status).toBe(status);
		expect(await sandbox().control.apizee.conferences()).toHaveLength(3);
	});
});
