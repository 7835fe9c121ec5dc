import type { GenericValue } from 'n8n-workflow';

import { useApizee } from './setup';

// Addresses that are not opened, entered by the user or given by a redirect.

const apizee = useApizee();

const download = async (url: GenericValue) =>
	await apizee().run('media.download', {
		inputs: { url: '={{ $json.url }}', options: { maxRetries: 0 } },
		items: [{ url }],
	});

const MAP = 'Map the url of a media item to it.';
const notSafe = ['"URL" is not an address with https://', MAP];
const userName = ['"URL" contains a user name or password', MAP];
const empty = ['"URL" is empty', 'Enter a value or map one to it.'];
const text = ['"URL" must be text', expect.stringContaining('Map a single text')];

it.each([
	['http://media.example.com/showVideo/1', notSafe],
	['http://192.0.2.1/showVideo/1', notSafe],
	['http://0.0.0.0/showVideo/1', notSafe],
	['http://localhost.example.com/showVideo/1', notSafe],
	['ftp://127.0.0.1/showVideo/1', notSafe],
	['file:///etc/passwd', notSafe],
	['javascript:alert(1)', notSafe],
	['data:text/html,<p>', notSafe],
	['/media/showVideo/1/hash/4b6c', notSafe],
	['cloud.apizee.com/media/showVideo/1', notSafe],
	['1973404', notSafe],
	['https://', notSafe],
	['https://user@cloud.apizee.com/media/1', userName],
	['https://user:pa55word@cloud.apizee.com/media/1', userName],
	['http://:pa55word@127.0.0.1/media/1', userName],
	['', empty],
	[' ', empty],
	[null, empty],
	[{ url: 'https://cloud.apizee.com/media/1' }, text],
])('%j is refused before anything is sent', async (url, [message, description]) => {
	const { error, logs, json } = await download(url);
	expect(json).toEqual([]);
	expect(error).toMatchObject({ message: `${message} [item 0]`, description, itemIndex: 0 });
	expect(JSON.stringify([error, logs])).not.toContain('pa55word');
	expect(await apizee().control.requests()).toEqual([]);
});

it('one item that is refused stops the run, or only itself with Continue On Fail', async () => {
	const { run, vendor, access, control } = apizee();
	const [media] = await vendor.addMedias({ place: 'otherOrigin' });
	const good = `${access.storageUrl}/files/${media?.hash}`;
	const items = [{ url: good }, { url: 'javascript:alert(1)' }];
	const inputs = { url: '={{ $json.url }}' };
	const { error } = await run('media.download', { inputs, items });
	expect(error).toMatchObject({ message: `${notSafe[0]} [item 1]`, itemIndex: 1 });
	expect(await control.requests()).toEqual([]);
	const { json } = await run('media.download', { inputs, items, continueOnFail: true });
	expect(json).toMatchObject([{ url: good }, { error: `${notSafe[0]} [item 1]`, message: MAP }]);
});

describe('a redirect', () => {
	const redirected = async (location: string, times: number | 'always' = 1) => {
		const { access, control } = apizee();
		await control.fault({ kind: 'redirect', location, path: '/old', times });
		return await download(`${access.storageUrl}/old`);
	};

	it.each([
		'http://192.0.2.1/recording.mp4',
		'http://media.example.com/recording.mp4?signature=pistachio',
		'//192.0.2.1/recording.mp4',
		'ftp://127.0.0.1/recording.mp4',
		'file:///etc/passwd',
		'javascript:alert(1)',
		'https://user:pistachio@127.0.0.1:9/recording.mp4',
	])('to %s is not followed', async (location) => {
		const { error, logs, json } = await redirected(location);
		expect(json).toEqual([]);
		expect(error).toMatchObject({
			message: 'Apizee gave a link that is not safe to use [item 0]',
			description: 'Only links that start with https:// are followed. Ask the vendor about it.',
		});
		expect(JSON.stringify([error, logs])).not.toContain('pistachio');
		expect(await apizee().control.requests()).toHaveLength(1);
	});

	it('that never comes to a file is given up', async () => {
		const { error, json } = await redirected('/old', 'always');
		expect(json).toEqual([]);
		expect(error).toMatchObject({
			message: 'Apizee redirects to no file [item 0]',
			description: 'Try again later; if it stays so, ask the vendor.',
		});
		expect(await apizee().control.requests()).toHaveLength(5);
	});
});

it('the query of an address, which may hold a signature, is in no error', async () => {
	const { access, control } = apizee();
	await control.fault({ kind: 'status', status: 403, body: 'Expired', host: 'storage' });
	const url = `${access.storageUrl}/files/1`;
	const { error, logs } = await download(`${url}?X-Amz-Signature=pistachio`);
	expect(error).toMatchObject({
		message: "Apizee's file storage does not allow this: Expired [item 0]",
		description: expect.stringMatching(/: HTTP 403\.$/),
	});
	expect(error?.description).toContain(`GET ${url}?***: HTTP 403.`);
	expect(JSON.stringify([error, logs])).not.toContain('pistachio');
});
