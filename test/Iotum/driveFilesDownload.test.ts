import { onlyItem } from '../Flexperto/onlyItem';
import { useIotum } from './setup';

const iotum = useIotum();
const FETCH = 'drive/file/fetch';

const inputs = { hostId: 52, fileId: 12 };
const details = { id: 12, filename: 'network.png', mimetype: 'image/png', size: 68 };

/** Somewhere on the storage's host. */
const storage = () => `${iotum().access.storageUrl}/drive_files/download/1`;

it('streams the file into the field the user names, without a credential', async () => {
	const { run, engine, vendor, control } = iotum();
	const content = 'Grüße an alle';
	const [file] = await vendor.addDriveFiles({ filename: 'greeting "1".txt', content });
	const options = { outputBinaryPropertyName: 'text' };
	const { items } = await run('driveFile.download', {
		inputs: { hostId: 52, fileId: file?.id ?? 0, options },
	});
	expect(items).toMatchObject([
		{
			json: { id: file?.id },
			binary: { text: { fileName: 'greeting "1".txt', mimeType: 'text/plain' } },
		},
	]);
	for (const item of items) expect(String(await engine.buffer(item, 'text'))).toBe(content);
	const [stored] = await control.requests({ host: 'storage' });
	expect(stored?.headers).not.toHaveProperty('authorization');
	expect(stored?.headers).not.toHaveProperty('cookie');
	expect(stored?.rawQuery).toBe('');
});

it.each([
	['data.json', 'application/json', '{"message":"all is well"}'],
	['page.html', 'text/html', '<!doctype html><p>Welcome</p>'],
])('takes %s for what it is', async (filename, mimetype, content) => {
	const { run, control, engine } = iotum();
	await run('driveFile.get', { inputs });
	const answer = { kind: 'status', status: 200 } as const;
	const body = { ...details, filename, mimetype, download_link: storage() };
	await control.fault({ ...answer, body, path: `/enterprise_api/${FETCH}` });
	const headers = { 'content-type': `${mimetype}; charset=utf-8` };
	await control.fault({ ...answer, headers, body: content, host: 'storage' });
	const item = onlyItem(await run('driveFile.download', { inputs }));
	expect(item.json).toMatchObject({ fileName: filename, mimeType: mimetype });
	expect(String(await engine.buffer(item))).toBe(content);
});

it('does not take a web page for the file', async () => {
	const { run, control } = iotum();
	await control.fault({ kind: 'html', host: 'storage' });
	const { items, error } = await run('driveFile.download', { inputs });
	expect(items).toEqual([]);
	expect(error?.message).toBe('Iotum sent a web page instead of a file for "network.png" [item 0]');
});

it('says when the file has no link yet', async () => {
	const { run, control } = iotum();
	await run('driveFile.get', { inputs });
	const body = { ...details, download_link: null };
	await control.fault({ kind: 'status', status: 200, body, path: `/enterprise_api/${FETCH}` });
	const { error } = await run('driveFile.download', { inputs });
	expect(error).toMatchObject({
		message: 'File 12 has no link to download it [item 0]',
		description: 'The vendor may still be working on it. Try again later.',
	});
});
