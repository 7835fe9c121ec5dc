import { randomUUID } from 'node:crypto';

import { failure } from './requests';
import { useApizee } from './setup';

const apizee = useApizee();

type Base = 'baseUrl' | 'v3Url';

/** Gets media with a base URL of /api or /api/v3. */
async function list(base: Base, inputs = {}, more: object = {}) {
	const { run, access, credentials } = apizee();
	const own = { baseUrl: access[base], webhookSecret: randomUUID() };
	return await run('media.getAll', {
		inputs: { options: { maxRetries: 0 }, ...inputs },
		credentials: { apizeeApi: { ...credentials.apizeeApi, ...own } },
		...more,
	});
}

it('outputs what matters of the photos, recordings and files of tickets and conferences', async () => {
	const { url } = apizee().access;
	const { json } = await list('v3Url', { filters: { search: 'snapshot' } });
	expect(json).toEqual([
		{
			id: 1973403,
			title: 'diag_snapshot_1677103206155',
			filename: 'diag_snapshot_1677103206155.jpg',
			media_type: 'image',
			source_type: 'unknown',
			status: 'completed',
			created: '2023-02-22T21:57:34+00:00',
			filesize: expect.any(Number),
			hash: expect.stringMatching(/^[0-9a-f-]{36}$/),
			url: expect.stringMatching(new RegExp(`^${url}/media/showVideo/1/hash/[0-9a-f-]{36}$`)),
		},
	]);
	const raw = await list('v3Url', { filters: { search: 'snapshot' }, simplify: false });
	expect(raw.json).toMatchObject([
		{ owner: { id: 2899 }, metadata: { geoloc: { lng: -3.5149756 } } },
	]);
});

it('is limited, also where it is found below version 3', async () => {
	await apizee().vendor.addMedias({ count: 120 });
	expect((await list('baseUrl', { limit: 2 })).json).toHaveLength(2);
	expect((await list('v3Url', { limit: 110 })).json).toHaveLength(110);
});

it('goes on with the next item when one fails', async () => {
	const { access } = apizee();
	const filters = { mediaType: '={{ $json.type }}' };
	const items = [{ type: 'image' }, { type: 'sculpture' }];
	const words = 'media_type must be one of video, image, document';
	const { message, description } = failure(access.baseUrl, 400, 'GET v3/medias', words);
	const stopped = await list('baseUrl', { filters }, { items });
	expect(stopped.error?.message).toBe(`${message} [item 1]`);
	const result = await list('baseUrl', { filters }, { items, continueOnFail: true });
	expect(result.json).toMatchObject([
		{ id: 1973403 },
		{ error: `${message} [item 1]`, message: description },
	]);
	expect(result.items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
});
