import { ARCHIVES, DOCUMENTS } from './requests';
import { useFlexperto } from './setup';

const flexperto = useFlexperto();

const archive = async () => await flexperto().vendor.finishConference({ available: true });

const download = async (archiveId: string, options = {}) =>
	await flexperto().run('archive.download', {
		inputs: { archiveId, options: { maxRetries: 0, ...options } },
	});

/** The vendor's answer to the download of an archive redirects elsewhere. */
const redirectTo = async (location: string) =>
	await flexperto().control.fault({ kind: 'redirect', location, path: '*/download' });

it('follows the redirect of a document as well, without the key and the acting user', async () => {
	const { run, vendor, control, sandbox } = flexperto();
	const { id: expertId } = await vendor.createUser();
	await vendor.createSessions({ expertId, documents: 1 });
	await redirectTo(`${sandbox.flexperto.storageUrl}/somewhere.pdf`);
	const options = { signed: false, actingUserId: `${expertId}` };
	await run('document.download', { inputs: { documentId: '1', options } });
	const [asked, followed] = await control.requests();
	expect(asked).toMatchObject({
		path: `${DOCUMENTS}/1/download`,
		headers: { 'api-key': sandbox.flexperto.apiKey, 'x-user-id': `${expertId}` },
	});
	expect(followed).toMatchObject({ host: 'storage', path: '/somewhere.pdf' });
	for (const name of ['api-key', 'x-user-id', 'authorization', 'cookie']) {
		expect(followed?.headers).not.toHaveProperty(name);
	}
});

it('gives up on redirects that never come to a file', async () => {
	const { control, sandbox } = flexperto();
	const { id } = await archive();
	const location = `${sandbox.flexperto.storageUrl}/archives/loop.zip`;
	await redirectTo(location);
	await control.fault({ kind: 'redirect', location, host: 'storage', times: 'always' });
	const { items, error } = await download(id);
	expect(items).toEqual([]);
	expect(error).toMatchObject({
		message: 'Flexperto redirects to no file [item 0]',
		description: 'Try again later; if it stays so, ask the vendor.',
	});
	expect(await control.requests({ host: 'storage' })).toHaveLength(5);
});

it.each([
	'http://192.0.2.1/archive.zip',
	'http://storage.example.com/archive.zip?X-Amz-Signature=secret',
	'ftp://127.0.0.1/archive.zip',
	'file:///etc/passwd',
	'//192.0.2.1/archive.zip',
])('does not follow a redirect that is not safe: %s', async (location) => {
	const { control } = flexperto();
	const { id } = await archive();
	await redirectTo(location);
	const { items, error } = await download(id);
	expect(items).toEqual([]);
	expect(error).toMatchObject({
		message: 'Flexperto gave a link that is not safe to use [item 0]',
		description: 'Only links that start with https:// are followed. Ask the vendor about it.',
	});
	expect(await control.requests({ host: 'storage' })).toEqual([]);
});

it('refuses a redirect without an address', async () => {
	const { id } = await archive();
	await flexperto().control.fault({ kind: 'status', status: 302, path: '*/download' });
	const { error } = await download(id);
	expect(error?.message).toBe('Flexperto redirects to no file [item 0]');
});

describe('what comes instead of a file', () => {
	it.each([
		['the vendor', { path: `${ARCHIVES}/*/download` }],
		['the storage', { host: 'storage' }],
	])('a web page of %s is refused', async (_, match) => {
		const { id } = await archive();
		await flexperto().control.fault({ kind: 'html', ...match });
		const { items, error } = await download(id, { verifyChecksum: false });
		expect(items).toEqual([]);
		expect(error).toMatchObject({
			message: `Flexperto sent a web page instead of a file for "archive-${id}.zip" [item 0]`,
			description: 'Nothing was output. Try again later, or check where the file is asked from.',
		});
	});

	it('a refusal of the storage is told without the signed link', async () => {
		const { control, sandbox } = flexperto();
		const { id, fileId } = await archive();
		await control.fault({ kind: 'status', status: 403, host: 'storage', body: '<Error/>' });
		const { error, data, logs } = await download(id);
		expect(error?.message).toBe("Flexperto's file storage does not allow this [item 0]");
		const { storageUrl } = sandbox.flexperto;
		expect(error?.description).toContain(`GET ${storageUrl}/archives/${fileId}.zip?***: HTTP 403.`);
		expect(JSON.stringify([error, data, logs])).not.toContain('X-Amz');
	});
});

it('asks the storage again when it fails for a moment', async () => {
	const { control } = flexperto();
	const { id } = await archive();
	await control.fault({ kind: 'status', status: 503, host: 'storage' });
	const { items } = await download(id, { maxRetries: 1 });
	expect(items).toHaveLength(1);
	expect(await control.requests({ host: 'storage' })).toHaveLength(2);
});
