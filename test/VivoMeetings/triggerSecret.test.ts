import { send, started } from '../Iotum/triggerWorkflow';
import { body, parsed, SECRET, useWebhookSecret } from './webhookSecret';

const { vivoMeetings, setSecret, published } = useWebhookSecret();

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
		for (const header of ['x-signing-token', 'secret']) {
			const sent = { ...body, secret: SECRET };
			expect(await send(url, sent, { [header]: SECRET })).toEqual(unauthorized);
		}
		expect(await active.executions()).toEqual([]);
		expect(newLogs(logged)).toEqual([]);
	});

	test('a blank one, although the credential has lost its secret meanwhile', async () => {
		const { active, url } = await published();
		for (const blank of ['', '   ']) {
			setSecret(blank);
			expect(await send(`${url}?secret=${encodeURIComponent(blank)}`, body)).toEqual(unauthorized);
		}
		expect(await active.executions()).toEqual([]);
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
