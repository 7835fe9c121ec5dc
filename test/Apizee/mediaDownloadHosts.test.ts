import type { Media } from '../../sandbox/apizee/media/types';
import { onlyItem } from '../Flexperto/onlyItem';
import { useApizee } from './setup';

// To whom the token goes: to the vendor's own host, and to nobody else.

const apizee = useApizee();

/** The portal asks those without a token to sign in by 401, as the API does, not by a page. */
beforeEach(async () => await apizee().vendor.setSettings({ mediaWithoutToken: 'unauthorized' }));

const download = async (url: string) =>
	await apizee().run('media.download', { inputs: { url, options: { maxRetries: 0 } } });

const ownUrl = ({ hash }: Media) => `${apizee().access.url}/media/showVideo/1/hash/${hash}`;
const storageUrl = ({ hash }: Media) => `${apizee().access.storageUrl}/files/${hash}`;

/** A media whose file lies at a place. */
async function mediaAt(place: Media['place']): Promise<Media> {
	const [media] = await apizee().vendor.addMedias({ place });
	if (!media) throw new Error('The sandbox has added no media.');
	return media;
}

/** Whom the files were asked of, and with what. */
async function asked() {
	const requests = await apizee().control.requests();
	return requests
		.filter(({ path, status }) => !path.endsWith('/token') && status !== 401)
		.map(({ host, headers: { authorization = 'nothing', cookie } }) => {
			expect(cookie).toBeUndefined();
			return `${host} with ${String(authorization).split(' ', 1).join()}`;
		});
}

/** The content of the file is that of the media. */
async function expectFileOf({ id }: Media, result: Awaited<ReturnType<typeof download>>) {
	expect(result.error).toBeUndefined();
	const content = await apizee().engine.buffer(onlyItem(result));
	expect(content.toString('latin1')).toContain(`media ${id}`);
}

it('a file on the own host is asked for with the token', async () => {
	const media = await mediaAt('ownHost');
	await expectFileOf(media, await download(ownUrl(media)));
	expect(await asked()).toEqual(['api with Bearer']);
	const [, request] = await apizee().control.requests();
	const tokens = (await apizee().vendor.tokens()).map(({ token }) => `Bearer ${token}`);
	expect(tokens).toContain(request?.headers.authorization);
	expect(request?.rawQuery).toBe('');
});

it('a file on the own host is so with a base URL of /api/v3 as well', async () => {
	const { run, access, credentials } = apizee();
	const media = await mediaAt('ownHost');
	const apizeeApi = { ...credentials.apizeeApi, baseUrl: access.v3Url };
	const inputs = { url: ownUrl(media) };
	await expectFileOf(media, await run('media.download', { inputs, credentials: { apizeeApi } }));
	expect(await asked()).toEqual(['api with Bearer']);
});

it('a file of another origin is asked for with nothing, and nobody signs in for it', async () => {
	const media = await mediaAt('otherOrigin');
	await expectFileOf(media, await download(storageUrl(media)));
	expect(await asked()).toEqual(['storage with nothing']);
	expect(await apizee().control.requests({ path: '*/token' })).toEqual([]);
});

it('this storage refuses whoever comes with a credential', async () => {
	const { status } = await fetch(storageUrl(await mediaAt('otherOrigin')), {
		headers: { Authorization: `Bearer ${apizee().access.agent.token}` },
	});
	expect(status).toBe(400);
});

it('a redirect from the own host to another is followed with nothing', async () => {
	const media = await mediaAt('redirect');
	await expectFileOf(media, await download(ownUrl(media)));
	expect(await asked()).toEqual(['api with Bearer', 'storage with nothing']);
});

it.each([301, 302, 303, 307, 308])(
	'a redirect (%i) within the own host is followed with the token',
	async (status) => {
		const media = await mediaAt('ownHost');
		const { pathname } = new URL(ownUrl(media));
		await download(ownUrl(media));
		await apizee().control.clearRequests();
		const redirect = { kind: 'redirect', status, location: pathname, path: '/old' } as const;
		await apizee().control.fault(redirect);
		await expectFileOf(media, await download(`${apizee().access.url}/old`));
		expect(await asked()).toEqual(['api with Bearer', 'api with Bearer']);
	},
);

it('a redirect from another host to the own one is followed with the token', async () => {
	const media = await mediaAt('ownHost');
	const redirect = { kind: 'redirect', location: ownUrl(media), host: 'storage' } as const;
	await apizee().control.fault(redirect);
	await expectFileOf(media, await download(`${apizee().access.storageUrl}/link`));
	expect(await asked()).toEqual(['storage with nothing', 'api with Bearer']);
});

it('a relative redirect of another host stays there', async () => {
	const media = await mediaAt('otherOrigin');
	const { pathname } = new URL(storageUrl(media));
	await apizee().control.fault({ kind: 'redirect', location: pathname, path: '/moved' });
	await expectFileOf(media, await download(`${apizee().access.storageUrl}/moved`));
	expect(await asked()).toEqual(['storage with nothing', 'storage with nothing']);
});

it.each([
	['another name of the host', (url: string) => url.replace('127.0.0.1', 'localhost')],
	['another port', () => apizee().access.storageUrl.replace('localhost', '127.0.0.1')],
	['the own host in the path', () => `${apizee().access.storageUrl}/${apizee().access.url}`],
	['the own host in the query', () => `${apizee().access.storageUrl}/?u=${apizee().access.url}`],
])('%s is another origin: nothing goes there', async (_, change) => {
	const media = await mediaAt('ownHost');
	const { json, error } = await download(change(ownUrl(media)));
	expect(json).toEqual([]);
	expect(error).toBeDefined();
	for (const request of await asked()) expect(request).toMatch(/ with nothing$/);
	expect(await apizee().control.requests({ path: '*/token' })).toEqual([]);
});
