import { text } from '../../nodes/kit/field';
import { task } from '../../nodes/kit/task';
import { onLinux, openFiles } from './openFiles';
import { useSample } from './sampleNode';
import type { Received, Respond } from './sampleServer';

// A file as the content of a PUT to an address that the vendor gave, redirects included.

const upload = task({
	name: 'Upload',
	action: 'Upload',
	description: 'Upload',
	docs: 'none',
	fields: { url: text('URL', { required: true }) },
	async run({ url }, tools) {
		const [file] = await tools.files(['data']);
		if (!file) return [];
		tools.done('a place was made for the file');
		await tools.put(url, file);
		return [{ json: { stored: file.size } }];
	},
});

describe.each(['filesystem', 'default'] as const)('with binary data in mode %s', (binaryMode) => {
	const sample = useSample(
		{ thing: { name: 'Thing', operations: { upload } } },
		{ engine: { binaryMode } },
	);
	const content = Buffer.alloc(300_000, 'a file that is longer than one chunk ');

	async function put(respond: Respond, options = {}, at = '/bucket/a?signature=s3cret') {
		const { run, server, engine } = sample();
		server.answers(respond);
		const file = { fileName: 'a.pdf', mimeType: 'application/pdf' };
		const result = await run('thing.upload', {
			inputs: { url: `${server.url}${at}`, options: { maxRetries: 0, ...options } },
			items: [await engine.fileItem(content, file)],
		});
		return { ...result, received: server.received() };
	}
	const isWhole = ({ method, body }: Received) =>
		method === 'PUT' && Buffer.isBuffer(body) && body.equals(content);
	const redirect = (location: string, status = 307) => ({ status, headers: { location } });

	if (binaryMode === 'filesystem') {
		onLinux('leaves no file open when nobody takes it', async () => {
			const { run, engine } = sample();
			const file = { fileName: 'a.pdf', mimeType: 'application/pdf' };
			const { error } = await run('thing.upload', {
				inputs: { url: 'http://127.0.0.1:9/bucket/a', options: { maxRetries: 0 } },
				items: [await engine.fileItem(content, file)],
			});
			expect(error?.message).toBe("Sample's file storage could not be reached [item 0]");
			expect(await openFiles()).toEqual([]);
		});
	}

	it('sends the content with its size and type, and nothing of the credential', async () => {
		const { json, received } = await put(() => ({}));
		expect(json).toEqual([{ stored: content.length }]);
		expect(received).toHaveLength(1);
		expect(received.every(isWhole)).toBe(true);
		const [{ path, headers } = { path: '', headers: {} }] = received;
		expect(path).toBe('/bucket/a?signature=s3cret');
		expect(headers).toMatchObject({
			'content-type': 'application/pdf',
			'content-length': String(content.length),
		});
		for (const name of ['authorization', 'cookie', 'api-key', 'transfer-encoding']) {
			expect(headers).not.toHaveProperty(name);
		}
		expect(JSON.stringify(headers)).not.toContain('key-of-the-sample-vendor');
	});

	it.each([301, 302, 307, 308])(
		'follows a redirect with %i, and sends it whole',
		async (status) => {
			const { json, received } = await put(({ path }) =>
				path.startsWith('/bucket') ? redirect('/other/b?signature=2', status) : {},
			);
			expect(json).toEqual([{ stored: content.length }]);
			expect(received.map(({ path }) => path)).toEqual([
				'/bucket/a?signature=s3cret',
				'/other/b?signature=2',
			]);
			expect(received.every(isWhole)).toBe(true);
		},
	);

	it('follows five redirects, but no sixth', async () => {
		const onward: Respond = ({ path }) => redirect(`/bucket/${Number(path.split('/').at(-1)) + 1}`);
		const five = await put((got) => (got.path === '/bucket/5' ? {} : onward(got)), {}, '/bucket/0');
		expect([five.status, five.received.length]).toEqual(['success', 6]);
		const six = await put(onward, {}, '/bucket/0');
		expect(six.received).toHaveLength(6);
		expect(six.error).toMatchObject({
			message: "Sample's file storage redirects to nowhere [item 0]",
			description:
				'The file was not stored. Try again later; if it stays so, ask the vendor. Done before: a place was made for the file.',
		});
	});

	it.each([
		['without an address', { status: 307 }, "Sample's file storage redirects to nowhere"],
		['to an address without protection', redirect('http://storage.example/'), 'Sample gave a link'],
		['to something else', redirect('ftp://storage.example/a'), 'Sample gave a link'],
	])('does not follow a redirect %s', async (_what, answer, message) => {
		const { error, received } = await put(() => answer);
		expect(error?.message).toContain(message);
		expect(received).toHaveLength(1);
	});

	it.each([400, 403, 500])(
		'is not repeated after %i, which is told without the signature',
		async (status) => {
			const body = '<Error><Code>AccessDenied</Code></Error>';
			const headers = { 'content-type': 'application/xml' };
			const { error, received } = await put(() => ({ status, headers, body }), { maxRetries: 2 });
			expect(received).toHaveLength(1);
			expect(error?.message).toMatch(/^Sample's file storage .+ \[item 0\]$/);
			expect(error?.description).toMatch(
				new RegExp(
					`PUT http://127\\.0\\.0\\.1:\\d+/bucket/a\\?\\*{3}: HTTP ${status}\\. Done before`,
				),
			);
			expect(error?.description).not.toContain('s3cret');
		},
	);

	it('is repeated whole when the storage asked to slow down', async () => {
		let count = 0;
		const busy = { status: 429, headers: { 'retry-after': '0' } };
		const { status, received } = await put(() => (++count === 1 ? busy : {}), {
			maxRetries: 2,
			timeout: 3000,
		});
		expect({ status, count: received.length }).toEqual({ status: 'success', count: 2 });
		expect(received.every(isWhole)).toBe(true);
	});
});
