import { http, refusal, useSandbox } from './harness';
import { signedIn, type Send } from './iotumHarness';

const sandbox = useSandbox();

const host_id = 52;
const content = Buffer.from('%PDF-1.7 a presentation');

const put = (url: string, headers = {}) =>
	http.put(url, content, { headers: { 'content-type': 'application/pdf', ...headers } });

async function create(send: Send, filename = 'presentation.pdf') {
	return (await send('drive/create', { host_id, filename })).data;
}

describe('adding a file', () => {
	test('takes three steps: create, upload to another origin, finish', async () => {
		const send = await signedIn(sandbox());
		const { id, upload_url, download_link } = await create(send);
		expect(new URL(upload_url).origin).toBe(sandbox().iotum.storageUrl);
		expect((await put(upload_url)).status).toBe(200);
		expect((await send('drive/file/fetch', { host_id, id })).status).toBe(404);

		const finished = await send('drive/file/finish_upload', { host_id, id });
		expect(finished.data).toEqual({
			id,
			created_at: expect.stringMatching(/Z$/),
			filename: 'presentation.pdf',
			size: content.length,
			presentation_status: null,
			download_link,
			mimetype: 'application/pdf',
			page_count: null,
		});
		expect((await http.get(download_link)).data).toBe(content.toString());
		const fetch = async () => (await send('drive/file/fetch', { host_id, id })).data;
		expect(await fetch()).toMatchObject({ presentation_status: 'processing', page_count: null });
		await sandbox().control.iotum.setPresentationStatus(id, 'ready', 3);
		expect(await fetch()).toMatchObject({ presentation_status: 'ready', page_count: 3 });
	});

	test('the log has the file’s size and checksum instead of its bytes', async () => {
		const send = await signedIn(sandbox());
		await put((await create(send)).upload_url);
		const [request] = await sandbox().control.requests({ vendor: 'iotum', host: 'storage' });
		expect(request).toMatchObject({
			method: 'PUT',
			upload: { size: content.length, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
		});
		expect(request).not.toHaveProperty('body');
	});

	test('an upload may be redirected', async () => {
		await sandbox().control.iotum.redirectUploads(true);
		const send = await signedIn(sandbox());
		const { upload_url } = await create(send);
		const { status, headers } = await put(upload_url);
		expect(status).toBe(307);
		expect((await put(String(headers['location']))).status).toBe(200);
	});

	test('an upload with credentials, a changed or an old link is refused', async () => {
		const send = await signedIn(sandbox());
		const { id, upload_url } = await create(send);
		expect((await put(upload_url, { authorization: 'Bearer x' })).status).toBe(400);
		expect((await put(upload_url, { cookie: 'a=b' })).status).toBe(400);
		expect((await put(`${upload_url}&auth_token=x`)).status).toBe(400);
		expect((await put(upload_url.replace('Expires=', 'Expires=9'))).status).toBe(403);
		await sandbox().control.advanceClock({ minutes: 61 });
		expect(await put(upload_url)).toMatchObject({
			status: 403,
			data: expect.stringContaining('expired'),
		});
		const again = await signedIn(sandbox());
		expect(refusal(await again('drive/file/finish_upload', { host_id, id }))).toEqual({
			status: 422,
			message: 'Nothing has been uploaded to the upload_url',
		});
	});

	test('an upload can be finished once', async () => {
		const send = await signedIn(sandbox());
		const { id, upload_url } = await create(send);
		await put(upload_url);
		await send('drive/file/finish_upload', { host_id, id });
		expect(refusal(await send('drive/file/finish_upload', { host_id, id }))).toEqual({
			status: 409,
			message: 'The file has already been processed',
		});
		expect((await put(upload_url)).status).toBe(403);
	});
});

describe('a drive', () => {
	test('is listed in pages of 20', async () => {
		const send = await signedIn(sandbox());
		const page = async (page?: number) =>
			(await send('drive/fetch_all', { host_id, ...(page && { page }) })).data;
		expect(await page()).toEqual({
			files: [
				{
					id: 12,
					created_at: '2024-09-19T13:04:00.000Z',
					filename: 'network.png',
					size: expect.any(Number),
				},
			],
			total_pages: 1,
			current_page: 1,
			next_page: null,
		});
		await sandbox().control.iotum.addDriveFiles({ count: 40 });
		const pages = [await page(), await page(2), await page(3), await page(4)];
		expect(pages.map(({ files, next_page }) => [files.length, next_page])).toEqual([
			[20, 2],
			[20, 3],
			[1, null],
			[0, null],
		]);
		expect(pages[0].total_pages).toBe(3);
	});

	test('forgets a deleted file', async () => {
		const send = await signedIn(sandbox());
		const { status, data } = await send('drive/file/delete', { host_id, id: 12 });
		expect([status, data]).toEqual([204, '']);
		expect(refusal(await send('drive/file/delete', { host_id, id: 12 }))).toEqual({
			status: 404,
			message: 'No file 12 in the drive of host 52',
		});
	});

	test('is its host’s own', async () => {
		const send = await signedIn(sandbox(), 'iotum', 'companyAdmin');
		const fetch = async (host: number) =>
			(await send('drive/file/fetch', { host_id: host, id: 12 })).status;
		expect([await fetch(52), await fetch(53), await fetch(61)]).toEqual([200, 404, 403]);
	});

	test('does not exist at VivoMeetings', async () => {
		const send = await signedIn(sandbox(), 'vivoMeetings');
		expect((await send('drive/fetch_all', { host_id })).status).toBe(404);
		expect((await send('chat/create', { company_id: 5, id: 123, message: 'x' })).status).toBe(404);
	});
});
