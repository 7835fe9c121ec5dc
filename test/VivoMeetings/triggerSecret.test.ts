import { useVivoMeetings } from '../Iotum/setup';
import { send, started, TRIGGER, TRIGGERS, triggerWorkflow } from '../Iotum/triggerWorkflow';

const vivoMeetings = useVivoMeetings(TRIGGERS);

const SECRET = 'a-long-random-text-of-our-own';

const body = { event: 'conference_end', payload: '{"host_id":52,"conference_id":183}' };
const parsed = { event: 'conference_end', payload: { host_id: 52, conference_id: 183 } };

afterEach(() => setSecret(SECRET));

/** Changes the webhook secret of the credential; without one it has no such entry. */
function setSecret(webhookSecret?: string) {
	const { engine, credentials } = vivoMeetings();
	const { webhookSecret: _secret, ...others } = credentials.vivoMeetingsApi;
	engine.credentials.vivoMeetingsApi =
		webhookSecret === undefined ? others : { ...others, webhookSecret };
}

async function published(options = {}) {
	const { engine } = vivoMeetings();
	const active = await engine.activate(triggerWorkflow('vivoMeetingsTrigger', { options }));
	return { active, url: active.urls[TRIGGER] ?? '', logged: engine.logs.length };
}

/** What was logged since; nothing of it may hold the secret. */
function newLogs(since: number) {
	const logs = vivoMeetings().engine.logs.slice(since);
	expect(JSON.stringify(logs)).not.toContain(SECRET);
	return logs.filter(({ level }) => level === 'error' || level === 'warn');
}

const unauthorized = {
	status: 401,
	data: { message: 'The secret of this webhook is missing or wrong' },
};
const noReport = { status: 400, data: { message: 'This is not a report of an event' } };

describe('publishing a workflow', () => {
	const noSecret = {
		message: '"Webhook Secret" is empty, so that forged deliveries could not be told',
		description:
			'Enter a long random text in the credential and give the vendor the URL with it, or switch Options > Without Secret on.',
	};

	test.each([['empty', ''] as const, ['blank', '   '] as const, ['missing', undefined] as const])(
		'is refused while the webhook secret is %s, unless it is to do without',
		async (_case, secret) => {
			const { engine, control } = vivoMeetings();
			setSecret(secret);
			const workflow = triggerWorkflow('vivoMeetingsTrigger');
			await expect(engine.activate(workflow)).rejects.toMatchObject(noSecret);
			await expect(engine.listenForTestEvent(workflow)).rejects.toMatchObject(noSecret);
			await expect(published({ withoutSecret: false })).rejects.toMatchObject(noSecret);

			const { active, url } = await published({ withoutSecret: true });
			expect((await send(url, body)).status).toBe(200);
			expect(started(await active.executions())).toEqual([parsed]);
			expect(await control.requests()).toEqual([]);
		},
	);

	it('asks the vendor for nothing, and lasts over restarts until it is ended', async () => {
		const { control } = vivoMeetings();
		const { active, url } = await published();
		expect(url).toMatch(/\/webhook\/hook-\d+\/vivomeetings$/);
		for (const checksWebhooks of [true, false]) {
			await active.restart({ checksWebhooks });
			expect((await send(`${url}?secret=${SECRET}`, body)).status).toBe(200);
		}
		await active.deactivate();
		expect((await send(`${url}?secret=${SECRET}`, body)).status).toBe(404);
		expect(await active.executions()).toHaveLength(2);
		expect(await control.requests()).toEqual([]);
	});
});

describe('a delivery without the secret in its address is turned away', () => {
	test.each([
		['no query', ''],
		['an empty one', '?secret='],
		['another one', '?secret=something-else'],
		['another one of the same length', `?secret=${SECRET.replace('a', 'b')}`],
		['its beginning', `?secret=${SECRET.slice(0, -1)}`],
		['more than it', `?secret=${SECRET}x`],
		['it in other letters', `?secret=${SECRET.toUpperCase()}`],
		['it twice', `?secret=${SECRET}&secret=${SECRET}`],
		['a wrong one and it', `?secret=wrong&secret=${SECRET}`],
		['it as an entry of a list', `?secret[]=${SECRET}`],
		['it as an entry of an object', `?secret[secret]=${SECRET}`],
		['it under another name', `?Secret=${SECRET}`],
		['it under a name that every object has', `?__proto__[secret]=${SECRET}`],
	])('%s', async (_case, query) => {
		const { active, url, logged } = await published();
		expect(await send(`${url}${query}`, body)).toEqual(unauthorized);
		expect(await active.executions()).toEqual([]);
		expect(newLogs(logged)).toEqual([]);
	});

	test('the secret in a header or the body', async () => {
		const { active, url, logged } = await published();
		for (const headers of [{ 'x-signing-token': SECRET }, { secret: SECRET }]) {
			expect(await send(url, { ...body, secret: SECRET }, headers)).toEqual(unauthorized);
		}
		expect(await active.executions()).toEqual([]);
		expect(newLogs(logged)).toEqual([]);
	});

	test('but not one whose secret has signs that an address has to encode', async () => {
		const { active, url } = await published();
		const secret = 'a&b=c #d+e%20/ö';
		setSecret(secret);
		expect((await send(`${url}?secret=${encodeURIComponent(secret)}`, body)).status).toBe(200);
		expect(started(await active.executions())).toEqual([parsed]);
	});
});

describe('what is no report of an event is turned away, with the secret or without', () => {
	test.each<[string, unknown]>([
		['a payload that is cut off', { ...body, payload: '{"host_id":52' }],
		['a payload that is a list', { ...body, payload: '[]' }],
		['no payload', { event: 'conference_end' }],
		['no event', { payload: '{}' }],
		['a list', [body]],
		['nothing', ''],
	])('%s', async (_case, content) => {
		const { active, url, logged } = await published();
		expect(await send(`${url}?secret=${SECRET}`, content)).toEqual(noReport);
		expect(await active.executions()).toEqual([]);
		const { active: open, url: openUrl } = await published({ withoutSecret: true });
		expect(await send(openUrl, content)).toEqual(noReport);
		expect(await open.executions()).toEqual([]);
		expect(newLogs(logged)).toEqual([]);
	});
});

test('listening for a test event demands the secret as well', async () => {
	const { engine } = vivoMeetings();
	const listener = await engine.listenForTestEvent(triggerWorkflow('vivoMeetingsTrigger'));
	const url = listener.urls[TRIGGER] ?? '';
	expect(await send(url, body)).toEqual(unauthorized);
	await send(`${url}?secret=${SECRET}`, body);
	const execution = await listener.execution;
	expect(execution?.outputs.Next?.[0]?.map(({ json }) => json)).toEqual([parsed]);
});
