import { request } from 'node:http';
import type { INode } from 'n8n-workflow';
import { deflateSync, gzipSync } from 'node:zlib';
import { createEngine, type Engine } from './engine';
import { ParcelApi } from './fixture/credentials';
import { apiKey, startParcelService } from './fixture/server';
import { ParcelTrigger } from './fixture/triggers';
import type { WorkflowJson } from './run';

// What a node gets of a delivery, and what n8n answers before any node sees it: as in n8n's web server.

jest.setTimeout(30_000);

let service: Awaited<ReturnType<typeof startParcelService>>;
let engine: Engine;

beforeAll(async () => {
	service = await startParcelService();
	engine = await createEngine({
		nodeTypes: [ParcelTrigger],
		credentialTypes: [ParcelApi],
		credentials: { parcelApi: { host: new URL(service.baseUrl).host, apiKey } },
	});
});

afterAll(async () => {
	await engine.close();
	await service.close();
});

const trigger: INode = {
	id: 'trigger',
	name: 'Parcels',
	type: 'n8n-nodes-conferencing.parcelTrigger',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
	webhookId: 'b7c6',
	credentials: { parcelApi: { id: 'parcelApi', name: 'Depot' } },
};
const workflow: WorkflowJson = { id: 'parcels', nodes: [trigger], connections: {} };

interface Sent {
	method?: string;
	type?: string;
	headers?: Record<string, string>;
	/** What follows the URL. */
	more?: string;
	/** Instead of the URL's path. */
	path?: string;
}

/** Sends bytes as they are; gives the answer and what the node handed on. */
async function sent(content: string | Buffer, { method = 'POST', ...how }: Sent = {}) {
	const active = await engine.activate(workflow);
	const { origin, pathname } = new URL(active.urls.Parcels ?? '');
	const { type = 'application/json', path = pathname, more = '' } = how;
	const headers = { ...(type && { 'content-type': type }), ...how.headers, connection: 'close' };
	const status = await new Promise<number | undefined>((resolve, reject) => {
		const url = new URL(`${origin}${path}${more}`);
		const sending = request(url, { method, headers }, (response) => {
			response.resume();
			resolve(response.statusCode);
		});
		sending.on('error', reject).end(content);
	});
	const [execution] = await active.executions();
	await active.deactivate();
	return { status, got: execution?.outputs.Parcels?.[0]?.[0]?.json };
}

const parts = (text: string) => text.replaceAll('\n', '\r\n');

describe('the body that a node gets', () => {
	test.each<[string, string | Buffer, string, unknown]>([
		['JSON', '{"a":[1]}', 'application/json', { a: [1] }],
		[
			'JSON in other letters, with a charset',
			'{"a":1}',
			'Application/JSON; charset=UTF-8',
			{ a: 1 },
		],
		['JSON with a byte order mark', '\uFEFF{"a":1}', 'application/json', { a: 1 }],
		['JSON in UTF-16', Buffer.from('"é"', 'utf16le'), 'application/json; charset=utf16le', 'é'],
		['a form', 'a=1&b=2&b=3', 'application/x-www-form-urlencoded', { a: '1', b: ['2', '3'] }],
		['text', '{"a":1}', 'text/plain', '{"a":1}'],
		['XML', '<parcel><Depot>7</Depot></parcel>', 'text/xml', { parcel: { depot: '7' } }],
		['a type that ends in +xml', '<a>1</a>', 'application/soap+xml', { a: '1' }],
		[
			'parts',
			parts(
				'--x\nContent-Disposition: form-data; name="a"\n\n1\n--x\nContent-Disposition: form-data; name="f"; filename="f.txt"\nContent-Type: text/plain\n\nhello\n--x--\n',
			),
			'multipart/form-data; boundary=x',
			{
				data: { a: '1' },
				files: { f: { originalFilename: 'f.txt', mimetype: 'text/plain', size: 5 } },
			},
		],
		['nothing', '', 'application/json', undefined],
		['no type', '{"a":1}', '', undefined],
		['an unknown type', '{"a":1}', 'application/octet-stream', undefined],
		['a space behind the type', '{"a":1}', 'application/json ; charset=utf-8', undefined],
		['parts that are no form', '--x--', 'multipart/mixed; boundary=x', undefined],
	])('%s', async (_case, content, type, body) => {
		const { status, got } = await sent(content, { type });
		expect({ status, body: got?.body }).toEqual({ status: 200, body });
	});

	test.each([
		['gzip', gzipSync('{"a":1}')],
		['deflate', deflateSync('{"a":1}')],
	])('packed with %s', async (encoding, content) => {
		const { got } = await sent(content, { headers: { 'content-encoding': encoding } });
		expect(got).toMatchObject({ body: { a: 1 }, raw: '{"a":1}' });
	});

	test('of more than a megabyte', async () => {
		const { got } = await sent(JSON.stringify({ a: 'x'.repeat(10_000_000) }));
		expect(String(got?.raw)).toHaveLength(10_000_008);
	});
});

test('a query is read with its brackets, as a list or a record', async () => {
	const { got } = await sent('{}', { more: '?a[]=1&b[c]=2&d=3&d=4&__proto__[e]=5' });
	expect(got?.query).toEqual({ a: ['1'], b: { c: '2' }, d: ['3', '4'] });
});

test.each(['/WEBHOOK/b7c6/webhook', '/webhook/b7c6/webhook/', '/webhook/b7%636/webhook'])(
	'the address may be written %s',
	async (path) => {
		expect(await sent('{}', { path })).toMatchObject({ status: 200, got: { body: {} } });
	},
);

describe('what n8n answers itself', () => {
	test.each<[string, string | Buffer, Sent, number]>([
		['broken JSON', '{"a":', {}, 422],
		['an unknown charset', '{}', { type: 'application/json; charset=klingon' }, 422],
		['broken XML', '<a>', { type: 'text/xml' }, 422],
		['parts without a boundary', 'a', { type: 'multipart/form-data' }, 400],
		['broken gzip', '{}', { headers: { 'content-encoding': 'gzip' } }, 500],
		['more than 16 MB', 'x'.repeat(17 * 2 ** 20), {}, 500],
		[
			'more than 16 MB in gzip',
			gzipSync('x'.repeat(17 * 2 ** 20)),
			{ headers: { 'content-encoding': 'gzip' } },
			500,
		],
		['another method', '', { method: 'PUT' }, 404],
		['HEAD', '', { method: 'HEAD' }, 404],
		['OPTIONS', '', { method: 'OPTIONS' }, 204],
		['a method that it does not know', '', { method: 'PROPFIND' }, 500],
		['another address', '{}', { more: 'x' }, 404],
		['an address that cannot be decoded', '{}', { path: '/webhook/%E0%A4' }, 404],
	])('%s', async (_case, content, how, status) => {
		expect(await sent(content, how)).toEqual({ status, got: undefined });
	});
});
