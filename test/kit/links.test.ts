import { isRecord } from '../../nodes/kit/record';
import { id } from '../../nodes/kit/field';
import { path } from '../../nodes/kit/path';
import { post } from '../../nodes/kit/request';
import { transfer } from '../../nodes/kit/transfer';
import { useSample } from './sampleNode';
import type { Respond } from './sampleServer';
import { startPlainServer } from './plainServer';
import { sha256 } from './sha256';

// Files to which the vendor gives links, on a storage of its own.

const get = {
	repeatable: true,
	request: ({ thingId }: { thingId: string }) => post(path`/things/${thingId}`, { body: {} }),
};
const download = transfer({
	name: 'Download',
	action: 'Download the files of a thing',
	description: 'Download them',
	docs: 'none',
	fields: { thingId: id('Thing') },
	async links(values, tools) {
		const { files } = await tools.call(get, values);
		return [files]
			.flat()
			.filter(isRecord)
			.map(({ url, name, ...json }) => ({
				url: String(url),
				fileName: String(name),
				mimeType: 'application/zip',
				json,
			}));
	},
});

const sample = useSample({ thing: { name: 'Thing', operations: { download } } });
let storage: Awaited<ReturnType<typeof startPlainServer>>;
beforeEach(async () => {
	storage = await startPlainServer();
});
afterEach(async () => await storage.close());

const SHA256 = sha256('PK elsewhere');
const input = { thingId: '={{ $json.id }}', options: { maxRetries: 0 } };

/** The vendor's links of thing 1, two of them, and of thing 2, one to nowhere. */
const vendor: Respond = ({ path: asked }) => {
	const link = (name: string) => ({
		url: `${storage.url}/${name}?signature=s3cret`,
		name,
		size: 12,
	});
	if (asked === '/things/1') return { body: { files: [link('a.zip'), link('b.zip')] } };
	if (asked === '/things/2')
		return { body: { files: [{ ...link('c.zip'), url: 'http://a.example/' }] } };
	if (asked === '/things/3') return { body: { files: [] } };
	return { status: 404, body: { message: 'No such thing' } };
};

it('each file is an output item of its own, paired with its input', async () => {
	const { run, server, engine } = sample();
	server.answers(vendor);
	const { items } = await run('thing.download', { inputs: input, items: [{ id: 1 }, { id: 1 }] });
	const file = (fileName: string) => ({
		size: 12,
		fileName,
		mimeType: 'application/zip',
		sha256: SHA256,
	});
	const both = [file('a.zip'), file('b.zip')];
	expect(items.map(({ json }) => json)).toEqual([...both, ...both]);
	expect(items.map(({ pairedItem }) => pairedItem)).toEqual([0, 0, 1, 1].map((item) => ({ item })));
	expect(items.map(({ binary }) => binary?.data?.fileName)).toEqual([
		'a.zip',
		'b.zip',
		'a.zip',
		'b.zip',
	]);
	for (const item of items) expect(String(await engine.buffer(item))).toBe('PK elsewhere');
});

it('is fetched from where the link leads, without anything of the credential', async () => {
	const { run, server } = sample();
	server.answers(vendor);
	await run('thing.download', { inputs: { ...input, thingId: '1' } });
	expect(storage.received.map(({ method, url }) => `${method} ${url}`)).toEqual([
		'GET /a.zip?signature=s3cret',
		'GET /b.zip?signature=s3cret',
	]);
	for (const { headers } of storage.received) {
		expect(Object.keys(headers).sort()).toEqual(
			['accept', 'accept-encoding', 'connection', 'host', 'user-agent'].sort(),
		);
	}
});

it('a thing without links gives no item', async () => {
	const { run, server } = sample();
	server.answers(vendor);
	const { status, items } = await run('thing.download', { inputs: { ...input, thingId: '3' } });
	expect({ status, items }).toEqual({ status: 'success', items: [] });
});

it('the binary field can have another name', async () => {
	const { run, server } = sample();
	server.answers(vendor);
	const options = { outputBinaryPropertyName: 'recording' };
	const { items } = await run('thing.download', { inputs: { thingId: '1', options } });
	expect(items.map(({ binary }) => Object.keys(binary ?? {}))).toEqual([
		['recording'],
		['recording'],
	]);
});

it('a link that is not safe is refused; other items go on', async () => {
	const { run, server } = sample();
	server.answers(vendor);
	const { json } = await run('thing.download', {
		inputs: input,
		items: [{ id: 1 }, { id: 2 }, { id: 9 }],
		continueOnFail: true,
	});
	expect(json.slice(2)).toEqual([
		{
			error: 'Sample gave a link that is not safe to use [item 1]',
			message: 'Only links that start with https:// are followed. Ask the vendor about it.',
		},
		{
			error: 'Sample does not know what was asked for: No such thing [item 2]',
			message: `Check the IDs of this item. POST ${server.url}/things/9: HTTP 404.`,
		},
	]);
});

it('a storage that cannot be reached is not looked for in the credential', async () => {
	const { run, server } = sample();
	const url = 'https://storage.invalid/a.zip';
	server.answers(() => ({ body: { files: [{ url, name: 'a.zip' }] } }));
	const { error } = await run('thing.download', { inputs: { ...input, thingId: '1' } });
	expect(error?.message).toBe("Sample's file storage was not found [item 0]");
	expect(error?.description).toMatch(/^Check whether n8n may reach this host\. GET /);
});

it.each([
	['../../etc/passwd', 'passwd'],
	['C:\\reports\\report.zip', 'report.zip'],
	['..', 'a.zip'],
	['', 'a.zip'],
])('a file that the vendor calls %j is called %s', async (name, fileName) => {
	const { run, server } = sample();
	server.answers(() => ({ body: { files: [{ url: `${storage.url}/a.zip`, name }] } }));
	const { json, items } = await run('thing.download', { inputs: { ...input, thingId: '1' } });
	expect(json).toMatchObject([{ fileName }]);
	expect(items[0]?.binary?.data?.fileName).toBe(fileName);
});

it('a storage that refuses is told apart from the vendor, without the signature', async () => {
	const { run, server } = sample();
	server.answers(({ path: asked }) =>
		asked.startsWith('/stored')
			? { status: 403, headers: { 'content-type': 'text/xml' }, body: '<Error>Expired</Error>' }
			: { body: { files: [{ url: `${server.url}/stored/a?signature=s3cret`, name: 'a.zip' }] } },
	);
	const { error, items } = await run('thing.download', { inputs: { ...input, thingId: '1' } });
	expect(items).toEqual([]);
	expect(error?.message).toBe("Sample's file storage does not allow this [item 0]");
	expect(error?.description).toBe(
		`The link may have expired: run the item again; if it stays so, ask the vendor. GET ${server.url}/stored/a?***: HTTP 403.`,
	);
	expect(error?.description).not.toContain('s3cret');
});
