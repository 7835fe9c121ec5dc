import { useFlexperto } from './setup';
import { post, TRIGGER, triggerWorkflow } from './triggerWorkflow';

const flexperto = useFlexperto();

async function published(options = {}) {
	const { engine, control } = flexperto();
	const active = await engine.activate(triggerWorkflow('flexpertoTrigger', { options }));
	await control.clearRequests();
	return { active, url: active.urls[TRIGGER] ?? '' };
}

const genuine = (archiveId: unknown = 'a1') => ({
	data: { archive_id: archiveId, archive_subject: { conference_id: 'c1', meta: {} } },
	meta: { audience: '*', tenant: 'demo', topic: 'archive.available' },
});

const { data, meta } = genuine();

const noNotification = {
	status: 400,
	data: { message: 'This is not a notification of Flexperto' },
};

describe('a delivery that is not a notification starts nothing, and the vendor is not asked', () => {
	test.each([
		['an empty body', ''],
		['an empty object', {}],
		['a list', [genuine()]],
		['an empty list', []],
		['a text', '"archive.available"'],
		['a number', '7'],
		['null', 'null'],
		['no data', { meta }],
		['no meta', { data }],
		['data as a list', { data: [data], meta }],
		['data as text', { data: 'a1', meta }],
		['meta as null', { data, meta: null }],
		['no archive id', { data: { archive_subject: {} }, meta }],
		['no topic', { data, meta: { tenant: 'demo' } }],
		['no tenant', { data, meta: { topic: 'archive.available' } }],
		['a topic that is a list', { data, meta: { ...meta, topic: ['archive.available'] } }],
		['a tenant that is an object', { data, meta: { ...meta, tenant: { name: 'demo' } } }],
		['the parts as a prototype', `{"__proto__":${JSON.stringify(genuine())}}`],
		['an id that is a number', genuine(7)],
		['an id that is an object', genuine({ toString: 'a1' })],
		['an empty id', genuine('')],
		['an id that leads to another call', genuine('../me')],
		['the same, encoded', genuine('..%2Fme')],
		['an id that leads to the list', genuine('.')],
		['an id with a query', genuine('a1?status=AVAILABLE')],
		['an id with a fragment', genuine('a1#')],
		['an id with a line break', genuine('a1\r\napi-key: x')],
		['an id that is another address', genuine('//evil.example/a1')],
		['an id that was lost on the way', genuine('undefined')],
		['a number that is none', genuine('NaN')],
		['an id without end', genuine('a'.repeat(20_000))],
		['a topic without end', { data, meta: { ...meta, topic: 'a'.repeat(20_000) } }],
		['a tenant without end', { data, meta: { ...meta, tenant: 'a'.repeat(20_000) } }],
	])('%s', async (_case, body) => {
		const { active, url } = await published();
		expect(await post(url, body)).toEqual(noNotification);
		expect(await active.executions()).toEqual([]);
		expect(await flexperto().control.requests()).toEqual([]);
	});

	test.each([
		['a form', 'application/x-www-form-urlencoded'],
		['plain text', 'text/plain'],
		['no type that n8n reads', 'application/octet-stream'],
	])('the right content sent as %s', async (_case, contentType) => {
		const { active, url } = await published();
		expect(await post(url, genuine(), contentType)).toEqual(noNotification);
		expect(await active.executions()).toEqual([]);
	});

	test('broken JSON is turned away by n8n itself', async () => {
		const { active, url } = await published();
		expect((await post(url, '{"data":')).status).toBe(422);
		expect(await active.executions()).toEqual([]);
	});
});

describe('a notification that is not meant for this workflow starts nothing', () => {
	test.each([
		[
			'another topic',
			{ data, meta: { ...meta, topic: 'conference.started' } },
			'The topic "conference.started" is not expected here',
		],
		[
			'a topic that is a name of every object',
			{ data, meta: { ...meta, topic: 'constructor' } },
			'The topic "constructor" is not expected here',
		],
		[
			'another tenant',
			{ data, meta: { ...meta, tenant: 'other' } },
			'The tenant is not the one of this workflow',
		],
	])('%s, with or without a question to the API', async (_case, body, message) => {
		for (const verifyWithApi of [true, false]) {
			const { active, url } = await published({ verifyWithApi });
			expect(await post(url, body)).toEqual({ status: 403, data: { message } });
			expect(await active.executions()).toEqual([]);
			expect(await flexperto().control.requests()).toEqual([]);
		}
	});

	test.each(['made-up', '__proto__', 'constructor'])(
		'an archive that Flexperto does not have: %s',
		async (archiveId) => {
			const { active, url } = await published();
			// Written out, as `__proto__` in an object literal would be lost.
			const body = JSON.stringify(genuine('ID')).replace('ID', archiveId);
			expect(await post(url, body)).toEqual({
				status: 404,
				data: { message: 'There is no such archive' },
			});
			expect(await active.executions()).toEqual([]);
		},
	);

	test.each(['PROCESSING', 'PACKING', 'FAILED', 'ABANDONED', 'EXPIRED'])(
		'an archive that is %s',
		async (status) => {
			const { vendor } = flexperto();
			const { active, url } = await published();
			const { ids } = await vendor.createArchives({ status });
			expect(await post(url, genuine(ids[0]))).toEqual({
				status: 200,
				data: { message: `Nothing to do: the archive is ${status}` },
			});
			expect(await active.executions()).toEqual([]);
		},
	);
});
