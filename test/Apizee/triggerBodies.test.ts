import { useApizee } from './setup';
import { newLogs, published, secretHeader, send, started } from './triggerWorkflow';

const apizee = useApizee();

let reports = 0;

const body = () => ({
	event: 'update',
	time: 1_689_176_892,
	object: 'ticket',
	objectId: ++reports,
	props: { state: 'done' },
});

const noReport = { status: 400, data: { message: 'This is not a report of an event' } };

describe('what is no report of an event is turned away, although it has the secret', () => {
	test.each<[string, unknown]>([
		['nothing', ''],
		['an empty object', {}],
		['a list', [body()]],
		['a text', '"ticket.update"'],
		['a number', '7'],
		['null', 'null'],
		['no event', { ...body(), event: undefined }],
		['no object', { ...body(), object: undefined }],
		['an empty event', { ...body(), event: '' }],
		['an empty object of it', { ...body(), object: '' }],
		['an event that is null', { ...body(), event: null }],
		['an event that is a number', { ...body(), event: 7 }],
		['an event that is a list', { ...body(), event: ['update'] }],
		['an object that is a record', { ...body(), object: { name: 'ticket' } }],
		['the parts as a prototype', `{"__proto__":${JSON.stringify(body())}}`],
		['the report in another record', { data: body() }],
		[
			'what Iotum sends',
			{ event: 'conference_end', payload: '{"host_id":52}', timestamp: '2026-03-01T10:00:00Z' },
		],
		[
			'what Flexperto sends',
			{ data: { archive_id: 'a1' }, meta: { topic: 'archive.available', tenant: 'demo' } },
		],
		['what a bank sends', { type: 'payment.updated', object: 'event', data: { object: {} } }],
	])('%s', async (_case, content) => {
		const logged = apizee().engine.logs.length;
		const { active, url } = await published(apizee());
		expect(await send(url, content, secretHeader(apizee()))).toEqual(noReport);
		expect(await active.executions()).toEqual([]);
		expect(newLogs(apizee(), logged)).toEqual([]);
	});

	test('broken JSON, by n8n itself', async () => {
		const { active, url } = await published(apizee());
		expect((await send(url, '{"event":', secretHeader(apizee()))).status).toBe(422);
		expect(await active.executions()).toEqual([]);
	});

	test('another type of content', async () => {
		const { active, url } = await published(apizee());
		for (const type of ['text/plain', 'application/octet-stream']) {
			const headers = { ...secretHeader(apizee()), 'content-type': type };
			expect(await send(url, body(), headers)).toEqual(noReport);
		}
		expect(await active.executions()).toEqual([]);
	});
});

describe('a report starts the workflow as it came', () => {
	test.each<[string, (report: ReturnType<typeof body>) => object]>([
		['with props that are nothing', (report) => ({ ...report, props: null })],
		['with props that are a list', (report) => ({ ...report, props: [] })],
		['with props that are a text', (report) => ({ ...report, props: '{"state":"done"}' })],
		['without props, time and ID', ({ event, object }) => ({ event, object })],
		['with entries that nobody knows yet', (report) => ({ ...report, version: { major: 4 } })],
		['with a UUID as ID', (report) => ({ ...report, objectId: '88a2c81a-2b5a-496f-8546' })],
		['with a time as ISO 8601', (report) => ({ ...report, time: '2023-07-12T15:48:11+00:00' })],
		['with other languages', (report) => ({ ...report, props: { name: 'Zoë 🎥 \u0000 الدعم' } })],
		['with 900 kB of it', (report) => ({ ...report, props: { text: 'x'.repeat(900_000) } })],
		[
			'with 40,000 entries',
			(report) => ({ ...report, props: Array.from({ length: 40_000 }, (_none, index) => index) }),
		],
	])('%s', async (_case, change) => {
		const { active, url } = await published(apizee());
		const report = change(body());
		expect((await send(url, report, secretHeader(apizee()))).status).toBe(200);
		const executions = await active.executions();
		expect(executions.map(({ status }) => status)).toEqual(['success']);
		expect(started(executions)).toEqual([report]);
	});

	test('also with a hundred levels of it', async () => {
		const { active, url } = await published(apizee());
		const deep = `${'['.repeat(100)}${']'.repeat(100)}`;
		const text = JSON.stringify(body()).replace('{"state":"done"}', deep);
		expect((await send(url, text, secretHeader(apizee()))).status).toBe(200);
		expect(JSON.stringify(started(await active.executions()))).toContain(deep);
	});
});
