import { useIotum } from './setup';

const iotum = useIotum();
const FINISH = 'drive/file/finish_upload';

const slides = async () =>
	await iotum().engine.fileItem(Buffer.from('%PDF-1.4 slides'), {
		fileName: 'slides.pdf',
		mimeType: 'application/pdf',
	});

const upload = async () =>
	await iotum().run('driveFile.upload', {
		inputs: { hostId: 52, options: { maxRetries: 0 } },
		items: [await slides()],
	});

it.each([
	['403', { kind: 'status', status: 403, body: 'Request has expired' }, 'Request has expired'],
	['a broken connection', { kind: 'reset' }, 'closed the connection too early'],
] as const)(
	'tells which file is left empty when the storage fails (%s)',
	async (_, fault, words) => {
		await iotum().control.fault({ ...fault, host: 'storage' });
		const { error, data, items } = await upload();
		expect(items).toEqual([]);
		expect(error?.message).toContain(words);
		expect(error?.description).toContain('Done before: an empty drive file 1001 was created.');
		expect(JSON.stringify(data)).not.toContain('Signature=');
	},
);

it('tells that the content is there when only the end of the upload failed', async () => {
	const { run, control } = iotum();
	await run('driveFile.get', { inputs: { hostId: 52, fileId: 12 } });
	const path = `/enterprise_api/${FINISH}`;
	await control.fault({ kind: 'status', status: 500, body: { message: 'Oh' }, path });
	const { error } = await upload();
	expect(error?.message).toBe('Iotum failed to process the request: Oh [item 0]');
	expect(error?.description).toContain(
		'Done before: an empty drive file 1001 was created; its content was uploaded.',
	);
});

it.each([
	[{}, "This operation expects the node's input data to contain a binary file 'data'"],
	[{ binaryPropertyName: 'slides' }, /'slides'/],
	[{ binaryPropertyName: '={{ "" }}' }, '"Input Binary Field" is empty'],
])('without a file nothing is sent (%j)', async (inputs, message) => {
	const { run, control } = iotum();
	const items = 'binaryPropertyName' in inputs ? [await slides()] : [{}];
	const { error } = await run('driveFile.upload', { inputs: { hostId: 52, ...inputs }, items });
	expect(error?.message).toMatch(message);
	expect(await control.requests()).toEqual([]);
});
