import { PDFDocument } from 'pdf-lib';
import { apizee, error, STAMP, unlimited } from './apizeeHarness';
import { http, useSandbox } from './harness';

const sandbox = useSandbox();

async function download(url: string, headers: Record<string, string> = {}) {
	return http.get(url, { headers, responseType: 'arraybuffer' });
}

const withToken = () => ({ authorization: `Bearer ${sandbox().apizee.agent.token}` });

async function addMedia(request: object = {}) {
	const [media] = await sandbox().control.apizee.addMedias(request);
	if (!media) throw new Error('No media was added.');
	return media;
}

async function urlOf(mediaId: number): Promise<string> {
	const client = await unlimited(sandbox());
	const { data } = await client.get('/v3/medias?limit=100');
	return data.data.find(({ id }: { id: number }) => id === mediaId).url;
}

const ticketMedias = '/enterprises/1/tickets/663614/medias';

describe('the medias of a ticket', () => {
	test('are as the guide shows', async () => {
		const { url, fixtures } = sandbox().apizee;
		const { data } = await apizee(sandbox()).get(ticketMedias);
		const uuid = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}';
		const address = expect.stringMatching(`^${url}/media/showVideo/1/hash/${uuid}$`);
		const media = { description: null, source_type: 'unknown', url: address };
		const hash = expect.stringMatching(`^${uuid}$`);
		expect(data).toEqual({
			limit: 10,
			offset: 0,
			medias: [
				{
					...media,
					id: fixtures.ticketVideoId,
					title: 'assistance-2552-477',
					type: 'video/mp4',
					hash,
				},
				{
					...media,
					id: fixtures.ticketImageId,
					title: 'diag_snapshot_1677103206155',
					type: 'image/jpeg',
					hash,
					location: { lat: 48.7703337, lon: -3.5149756 },
				},
			],
			count: 2,
		});
	});

	test('come in pages; count is that of all, or of the page', async () => {
		await sandbox().control.apizee.addMedias({ count: 23 });
		const client = await unlimited(sandbox());
		const page = async (query: string) => {
			const { limit, offset, medias, count } = (await client.get(`${ticketMedias}?${query}`)).data;
			return [limit, offset, medias.length, count];
		};
		expect(await page('')).toEqual([10, 0, 10, 25]);
		expect(await page('limit=20&offset=20')).toEqual([20, 20, 5, 25]);
		expect(await page('limit=1000')).toEqual([100, 0, 25, 25]);
		await sandbox().control.apizee.setSettings({ ticketMediaCount: 'page' });
		expect(await page('limit=20&offset=20')).toEqual([20, 20, 5, 5]);
		expect((await client.get(`/v3${ticketMedias}`)).data.count).toBe(10);
	});

	test('only completed ones unless others are asked for', async () => {
		const { id } = await addMedia({ status: 'processing' });
		const client = await unlimited(sandbox());
		const count = async (query = '') => (await client.get(`${ticketMedias}${query}`)).data.count;
		expect(await count()).toBe(2);
		expect(await count('?status=processing')).toBe(1);
		expect(await count('?status=processing,completed')).toBe(3);
		await sandbox().control.apizee.setMediaStatus(id, 'completed');
		expect(await count()).toBe(3);
	});

	test('not those of another enterprise, nor of a ticket that is not there', async () => {
		const client = await unlimited(sandbox());
		const status = async (path: string) => (await client.get(path)).status;
		expect(await status('/enterprises/2/tickets/90001/medias')).toBe(403);
		expect(await status('/enterprises/1/tickets/90001/medias')).toBe(403);
		expect(await status('/enterprises/1/tickets/1/medias')).toBe(404);
	});
});

describe('the media of a conference', () => {
	test('are as the guide shows', async () => {
		const { agent, fixtures } = sandbox().apizee;
		const { data } = await apizee(sandbox()).get(`/conferences/${fixtures.conferenceId}/media`, {
			params: { limit: 10, orderby: 'date', order: 'asc' },
		});
		const geoloc = { lat: 48.7611333, lng: -3.4669605 };
		expect(data).toEqual({
			total: 2,
			data: [
				{
					id: fixtures.conferenceVideoId,
					hash: expect.any(String),
					created: expect.stringMatching(STAMP),
					owner: { id: agent.id, name: 'Alice Agent' },
					title: 'annual-review-composite',
					description: null,
					filename: 'annual-review-composite.mp4',
					status: 'completed',
					media_type: 'video',
					url: expect.stringMatching(/\/media\/showVideo\/1\/hash\/[0-9a-f-]{36}$/),
					filesize: 8192,
					source_type: 'conf_record',
					geoloc,
					metadata: { geoloc },
				},
				expect.objectContaining({ filename: 'contract-draft.pdf', media_type: 'document' }),
			],
		});
	});
});

describe('the list of all medias', () => {
	test('is there in v3 only, unless the sandbox is told otherwise', async () => {
		const client = await unlimited(sandbox());
		expect((await client.get('/medias')).status).toBe(404);
		expect((await client.get('/v3/medias')).data).toMatchObject({ total: 4, next_offset: null });
		await sandbox().control.apizee.setSettings({ unversionedMedias: true });
		expect(Object.keys((await client.get('/medias')).data)).toEqual(['total', 'data']);
	});

	test('is filtered by status, time, title and type', async () => {
		const { conferenceId } = sandbox().apizee.fixtures;
		await addMedia({
			conferenceId,
			title: 'Signed Contract',
			mediaType: 'document',
			created: '2025-01-02T12:00:00Z',
		});
		await addMedia({ status: 'failed' });
		const client = await unlimited(sandbox());
		const titles = async (params: object) =>
			(await client.get('/v3/medias', { params })).data.data.map(
				({ title }: { title: string }) => title,
			);
		expect(await titles({ search: 'contract', order: 'desc' })).toEqual([
			'Signed Contract',
			'contract-draft',
		]);
		expect(await titles({ since: '2025-01-02', until: '2025-01-03' })).toEqual(['Signed Contract']);
		expect(await titles({ since: '2025-01-01', until: '2025-01-02' })).toEqual([]);
		expect(await titles({ media_type: 'image' })).toEqual(['diag_snapshot_1677103206155']);
		expect(await titles({ status: 'failed' })).toHaveLength(1);
		expect((await client.get('/v3/medias?media_type=hologram')).status).toBe(400);
	});
});

describe('the file of a media', () => {
	test.each([
		['image', 'image/jpeg', /^\xff\xd8\xff/],
		['document', 'application/pdf', /^%PDF-/],
		['video', 'video/mp4', /^....ftyp/s],
	] as const)('of type %s is real and like no other', async (mediaType, type, beginning) => {
		const files = await Promise.all(
			[await addMedia({ mediaType }), await addMedia({ mediaType })].map(async ({ id }) =>
				download(await urlOf(id), withToken()),
			),
		);
		const contents = files.map(({ data }) => Buffer.from(data));
		for (const [index, { status, headers }] of files.entries()) {
			expect(status).toBe(200);
			expect(headers['content-type']).toBe(type);
			expect(headers['content-length']).toBe(String(contents[index]?.length));
			expect(contents[index]?.toString('latin1')).toMatch(beginning);
		}
		expect(contents[0]?.equals(contents[1] ?? Buffer.alloc(0))).toBe(false);
		if (mediaType === 'document') {
			expect((await PDFDocument.load(contents[0] ?? '')).getPageCount()).toBe(1);
		}
	});

	test('has the size the list says, and may be large', async () => {
		const size = 30_000_000;
		const { id, filename } = await addMedia({ size, title: 'long' });
		expect(filename).toBe('long.mp4');
		const { data, headers } = await download(await urlOf(id), withToken());
		expect(headers['content-length']).toBe(String(size));
		expect(data.length).toBe(size);
		const client = await unlimited(sandbox());
		expect((await client.get('/v3/medias?search=long')).data.data[0].filesize).toBe(size);
	});

	test('without a valid token is a sign-in page, or 401', async () => {
		const url = await urlOf(sandbox().apizee.fixtures.ticketVideoId);
		for (const headers of [{}, { authorization: 'Bearer wrong' }]) {
			const page = await http.get(url, { headers });
			expect(page.status).toBe(200);
			expect(page.headers['content-type']).toMatch(/^text\/html/);
			expect(page.data).toContain('Sign in');
		}
		await sandbox().control.apizee.setSettings({ mediaWithoutToken: 'unauthorized' });
		expect(error(await http.get(url))).toEqual({
			status: 401,
			error: 'Sign in to see the media.',
		});
	});

	test('is not another enterprise’s to see, and has no part in the quota', async () => {
		const url = await urlOf(sandbox().apizee.fixtures.ticketVideoId);
		const authorization = `Bearer ${sandbox().apizee.foreignAgent.token}`;
		expect((await http.get(url, { headers: { authorization } })).status).toBe(403);
		await sandbox().control.apizee.setQuota({ enabled: true });
		await sandbox().control.apizee.useQuota(10);
		expect((await download(url, withToken())).status).toBe(200);
	});

	test('is not there before it is completed', async () => {
		const { id } = await addMedia();
		const url = await urlOf(id);
		await sandbox().control.apizee.setMediaStatus(id, 'processing');
		expect((await http.get(url, { headers: withToken() })).status).toBe(404);
		expect((await http.get(`${url}0`, { headers: withToken() })).status).toBe(404);
	});

	test('may lie on another origin, which refuses credentials', async () => {
		const { id } = await addMedia({ place: 'otherOrigin' });
		const url = await urlOf(id);
		expect(new URL(url).origin).toBe(sandbox().apizee.storageUrl);
		expect(new URL(url).hostname).not.toBe(new URL(sandbox().apizee.url).hostname);
		expect(error(await http.get(url, { headers: withToken() }))).toEqual({
			status: 400,
			error: 'Only one authorization is allowed: the address.',
		});
		const { status, data } = await download(url);
		expect(status).toBe(200);
		expect(data.length).toBe(8192);
	});

	test('may be a redirect from the own host to the other origin', async () => {
		const { id } = await addMedia({ place: 'redirect' });
		const url = await urlOf(id);
		expect(url.startsWith(sandbox().apizee.url)).toBe(true);
		const { status, headers } = await http.get(url, { headers: withToken() });
		expect(status).toBe(302);
		expect(new URL(headers['location']).origin).toBe(sandbox().apizee.storageUrl);
		expect((await download(headers['location'])).data.length).toBe(8192);
		expect((await http.get(url)).data).toContain('Sign in');
	});

	test('on the own host is not to be had at the other origin', async () => {
		const { hash } = await addMedia();
		expect((await http.get(`${sandbox().apizee.storageUrl}/files/${hash}`)).status).toBe(404);
	});

	test('can only be made where it makes sense', async () => {
		const { apizee: control } = sandbox().control;
		for (const request of [
			{ size: 5000, mediaType: 'image' as const },
			{ ticketId: 663614, conferenceId: 842341 },
			{ ticketId: 1 },
			{ size: 10 },
		]) {
			await expect(control.addMedias(request)).rejects.toMatchObject({ isAxiosError: true });
		}
		expect(await control.medias()).toHaveLength(4);
	});
});
