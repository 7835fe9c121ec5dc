import { useIotum } from './setup';
import { send, TRIGGER, TRIGGERS, triggerWorkflow } from './triggerWorkflow';

const iotum = useIotum(TRIGGERS);

const TOKEN = 'iotum-webhook-signing-token';

const body = () => ({
	event: 'conference_end',
	payload: '{"host_id":52,"company_id":5,"conference_id":183}',
	timestamp: new Date().toISOString(),
});

async function published() {
	const { engine } = iotum();
	const active = await engine.activate(triggerWorkflow('iotumTrigger'));
	return { active, url: active.urls[TRIGGER] ?? '', logged: engine.logs.length };
}

/** What was logged since; nothing of it may hold the token. */
function newLogs(since: number) {
	const logs = iotum().engine.logs.slice(since);
	expect(JSON.stringify(logs)).not.toContain(TOKEN);
	return logs.filter(({ level }) => level === 'error' || level === 'warn');
}

const unauthorized = {
	status: 401,
	data: { message: 'The secret of this webhook is missing or wrong' },
};
const noReport = { status: 400, data: { message: 'This is not a report of an event' } };

describe('a delivery without the signing token is turned away', () => {
	test.each<[string, Record<string, string | string[]>]>([
		['none at all', {}],
		['an empty one', { 'x-signing-token': '' }],
		['another one', { 'x-signing-token': 'something else' }],
		['another one of the same length', { 'x-signing-token': TOKEN.replace('w', 'W') }],
		['its beginning', { 'x-signing-token': TOKEN.slice(0, -1) }],
		['more than it', { 'x-signing-token': `${TOKEN}x` }],
		['it in other letters', { 'x-signing-token': TOKEN.toUpperCase() }],
		['it twice', { 'x-signing-token': [TOKEN, TOKEN] }],
		['a wrong one and it', { 'x-signing-token': ['wrong', TOKEN] }],
		['it as a list in one header', { 'x-signing-token': `["${TOKEN}"]` }],
		['it as Bearer', { authorization: `Bearer ${TOKEN}` }],
		['it under another name', { 'x-signing-tokens': TOKEN }],
	])('%s', async (_case, headers) => {
		const { active, url, logged } = await published();
		expect(await send(url, body(), headers)).toEqual(unauthorized);
		expect(await active.executions()).toEqual([]);
		expect(newLogs(logged)).toEqual([]);
	});

	test('the token in the address or the body', async () => {
		const { active, url, logged } = await published();
		for (const address of [`${url}?x-signing-token=${TOKEN}`, `${url}?secret=${TOKEN}`]) {
			expect(await send(address, body())).toEqual(unauthorized);
		}
		expect(await send(url, { ...body(), 'x-signing-token': TOKEN })).toEqual(unauthorized);
		expect(await active.executions()).toEqual([]);
		expect(newLogs(logged)).toEqual([]);
	});

	test('before it is read: also one that is no report', async () => {
		const { url } = await published();
		expect(await send(url, { nothing: true })).toEqual(unauthorized);
	});

	test('and asks the vendor for nothing', async () => {
		const { engine, control } = iotum();
		const active = await engine.activate(
			triggerWorkflow('iotumTrigger', { filters: { companyId: 5 } }),
		);
		await control.clearRequests();
		const report = { ...body(), payload: '{"host_id":52}' };
		expect(await send(active.urls[TRIGGER] ?? '', report)).toEqual(unauthorized);
		expect(await control.requests()).toEqual([]);
	});
});

describe('what is no report of an event is turned away, although it is signed', () => {
	test.each<[string, unknown]>([
		['a payload that is cut off', { ...body(), payload: '{"host_id":52' }],
		['an empty payload', { ...body(), payload: '' }],
		['a payload of no JSON', { ...body(), payload: 'host_id=52' }],
		['a payload that is a list', { ...body(), payload: '[{"host_id":52}]' }],
		['a payload that is a number', { ...body(), payload: '52' }],
		['a payload that is null', { ...body(), payload: 'null' }],
		['a payload that is a text once more', { ...body(), payload: JSON.stringify('{}') }],
		['a payload that was a list before', { ...body(), payload: [] }],
		['no payload', { event: 'conference_end' }],
		['no event', { payload: '{}' }],
		['an empty event', { ...body(), event: '' }],
		['an event that is a list', { ...body(), event: ['conference_end'] }],
		['an event that is an object', { ...body(), event: { name: 'conference_end' } }],
		['nothing', ''],
		['an empty object', {}],
		['a list', [body()]],
		['a text', '"conference_end"'],
		['null', 'null'],
		['the parts as a prototype', `{"__proto__":${JSON.stringify(body())}}`],
	])('%s', async (_case, content) => {
		const { active, url, logged } = await published();
		expect(await send(url, content, { 'x-signing-token': TOKEN })).toEqual(noReport);
		expect(await active.executions()).toEqual([]);
		expect(newLogs(logged)).toEqual([]);
	});

	test('broken JSON, by n8n itself', async () => {
		const { active, url, logged } = await published();
		expect((await send(url, '{"event":', { 'x-signing-token': TOKEN })).status).toBe(422);
		expect(await active.executions()).toEqual([]);
		expect(newLogs(logged)).toEqual([]);
	});

	test('another type of content', async () => {
		const { active, url } = await published();
		for (const type of ['text/plain', 'application/octet-stream']) {
			const headers = { 'x-signing-token': TOKEN, 'content-type': type };
			expect(await send(url, body(), headers)).toEqual(noReport);
		}
		expect(await active.executions()).toEqual([]);
	});
});

test('the right token starts the workflow, which does not get the token by itself', async () => {
	const { active, url } = await published();
	expect((await send(url, body(), { 'X-Signing-Token': TOKEN })).status).toBe(200);
	const executions = await active.executions();
	expect(executions.map(({ status }) => status)).toEqual(['success']);
	expect(JSON.stringify(executions)).not.toContain(TOKEN);
});
