import { received } from './requests';
import { useApizee } from './setup';

const apizee = useApizee();

/** Gets media by filters, newest first; gives the titles, the error and the requests. */
async function list(filters = {}) {
	const { run, access, credentials, control } = apizee();
	const apizeeApi = { ...credentials.apizeeApi, baseUrl: access.v3Url };
	await control.clearRequests();
	const { json, error } = await run('media.getAll', {
		inputs: { limit: 5, filters, options: { maxRetries: 0 } },
		credentials: { apizeeApi },
	});
	const titles = json.map(({ title }) => title);
	return { titles, error, requests: received(await control.requests()) };
}

const [draft, composite] = ['contract-draft', 'annual-review-composite'];
const [video, snapshot] = ['assistance-2552-477', 'diag_snapshot_1677103206155'];

it.each([
	['media type', { mediaType: 'document' }, [draft], 'media_type=document'],
	['a word', { search: 'REVIEW' }, [composite], 'search=REVIEW'],
	['signs in the word', { search: 'a&b c' }, [], 'search=a%26b%20c'],
	[
		'the earliest time',
		{ since: '2023-07-01T00:00:00Z' },
		[draft, composite],
		'since=2023-07-01T00%3A00%3A00Z',
	],
	[
		'the latest time',
		{ until: '2023-07-01T02:00:00+02:00' },
		[video, snapshot],
		'until=2023-07-01T00%3A00%3A00Z',
	],
	['status', { status: 'completed' }, [draft, composite, video, snapshot], 'status=completed'],
	[
		'order',
		{ order: 'asc', orderby: 'date' },
		[snapshot, video, composite, draft],
		'order=asc&orderby=date',
	],
])('%s narrows or sorts the list', async (_, filters, titles, query) => {
	const found = await list(filters);
	expect(found.error).toBeUndefined();
	expect(found.titles).toEqual(titles);
	expect(found.requests).toEqual([`GET v3/medias?${query}&limit=5&offset=0`]);
});

it('all filters go together', async () => {
	const { titles, requests } = await list({
		mediaType: 'video',
		search: 'annual',
		status: 'completed',
		since: '2023-07-13T00:00:00Z',
		until: '2023-07-14T00:00:00Z',
		order: 'desc',
		orderby: 'date',
	});
	expect(titles).toEqual([composite]);
	const { query } = (await apizee().control.requests()).at(-1) ?? {};
	expect(query).toEqual({
		media_type: 'video',
		search: 'annual',
		status: 'completed',
		since: '2023-07-13T00:00:00Z',
		until: '2023-07-14T00:00:00Z',
		order: 'desc',
		orderby: 'date',
		limit: '5',
		offset: '0',
	});
	expect(requests).toHaveLength(1);
});

it('without a status only what is complete is listed, with one also what is not', async () => {
	const { vendor } = apizee();
	await vendor.addMedias({ title: 'still uploading', status: 'processing' });
	expect((await list()).titles).toEqual([draft, composite, video, snapshot]);
	expect((await list({ status: 'processing' })).titles).toEqual(['still uploading']);
	expect((await list({ status: 'processing,completed' })).titles).toHaveLength(5);
});

it('empty filters are not sent', async () => {
	const empty = { mediaType: '', search: ' ', since: '', until: '' };
	expect((await list(empty)).requests).toEqual(['GET v3/medias?limit=5&offset=0']);
});

it.each([
	['since', 'Since'],
	['until', 'Until'],
])('%s is refused before anything is sent when it is no time', async (name, label) => {
	const { error, requests } = await list({ [name]: '13/07/2023' });
	expect(error?.message).toBe(`"${label}" is not a time [item 0]`);
	expect(requests).toEqual([]);
});
