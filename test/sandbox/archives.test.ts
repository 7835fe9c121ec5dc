import { createHash } from 'node:crypto';
import JSZip from 'jszip';
import { sha256 } from '../kit/sha256';
import { api, ARCHIVES, asExpert, http, refusal, RESERVE, useSandbox } from './harness';

const sandbox = useSandbox();

async function availableArchive() {
	return sandbox().control.flexperto.finishConference({ available: true });
}

async function fileLink(id: string): Promise<string> {
	return (await api(sandbox()).get(`${ARCHIVES}/${id}/download`)).headers['location'];
}

async function fetchFile(link: string): Promise<Buffer> {
	const { data } = await http.get(link, { responseType: 'arraybuffer' });
	return Buffer.from(data);
}

describe('the life of an archive', () => {
	test('PROCESSING: there is a record, but nothing to download', async () => {
		const { id } = await sandbox().control.flexperto.finishConference();
		const { data } = await api(sandbox()).get(`${ARCHIVES}/${id}`);
		expect(data).toEqual({
			id,
			tenant: 'demo',
			subject: { conference_id: expect.any(String), meta: expect.any(Object) },
			status: 'PROCESSING',
			createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*\.\d{3}Z$/),
			updatedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*\.\d{3}Z$/),
		});
		const answer = await api(sandbox()).get(`${ARCHIVES}/${id}/download`);
		expect(refusal(answer)).toEqual({ status: 409, message: expect.stringMatching(/PROCESSING/) });
	});

	test('AVAILABLE: the record has the file id and the true SHA-256 of the file', async () => {
		const archive = await availableArchive();
		expect(archive).toMatchObject({
			status: 'AVAILABLE',
			fileId: expect.any(String),
			sha256CheckSum: expect.stringMatching(/^[0-9a-f]{64}$/),
		});
		const file = await fetchFile(await fileLink(archive.id));
		expect(sha256(file)).toBe(archive.sha256CheckSum);
	});

	test('FAILED: the record says why', async () => {
		const { flexperto } = sandbox().control;
		const { id } = await flexperto.finishConference();
		await flexperto.setArchiveStatus(id, 'FAILED', { error: 'The recording is broken.' });
		const { data } = await api(sandbox()).get(`${ARCHIVES}/${id}`);
		expect(data).toMatchObject({ status: 'FAILED', error: 'The recording is broken.' });
		expect((await api(sandbox()).get(`${ARCHIVES}/${id}/download`)).status).toBe(409);
	});

	test('ABANDONED for three days with the file, then EXPIRED without it', async () => {
		const { id } = await availableArchive();
		const client = api(sandbox());
		await sandbox().control.setClock('2026-12-01T12:00:00Z', { frozen: true });
		const abandoned = await client.post(`${ARCHIVES}/${id}/abandon`);
		expect(abandoned).toMatchObject({ status: 200, data: { id, status: 'ABANDONED' } });
		const link = await fileLink(id);
		expect((await http.get(link)).status).toBe(200);

		await sandbox().control.setClock('2026-12-04T11:59:59Z');
		expect((await client.get(`${ARCHIVES}/${id}`)).data.status).toBe('ABANDONED');
		expect((await client.get(`${ARCHIVES}/${id}/download`)).status).toBe(302);
		const lastLink = await fileLink(id);

		await sandbox().control.setClock('2026-12-04T12:00:00Z');
		expect((await client.get(`${ARCHIVES}/${id}`)).data).toMatchObject({
			status: 'EXPIRED',
			updatedAt: '2026-12-04T12:00:00.000Z',
		});
		expect((await client.get(`${ARCHIVES}/${id}/download`)).status).toBe(410);
		expect((await http.get(lastLink)).status).toBe(404);
	});

	test('without a claim an archive is never deleted', async () => {
		const { id } = await availableArchive();
		await sandbox().control.advanceClock({ days: 400 });
		expect((await api(sandbox()).get(`${ARCHIVES}/${id}/download`)).status).toBe(302);
	});

	test('only an available archive can be claimed, and only once', async () => {
		const client = api(sandbox());
		const { id: processing } = await sandbox().control.flexperto.finishConference();
		expect((await client.post(`${ARCHIVES}/${processing}/abandon`)).status).toBe(409);

		const { id } = await availableArchive();
		expect((await client.post(`${ARCHIVES}/${id}/abandon`)).status).toBe(200);
		expect((await client.post(`${ARCHIVES}/${id}/abandon`)).status).toBe(409);
		expect((await client.post(`${ARCHIVES}/unknown/abandon`)).status).toBe(404);
	});

	test('other states can be set, and are not ready for download', async () => {
		const { flexperto } = sandbox().control;
		const { id } = await flexperto.finishConference();
		await flexperto.setArchiveStatus(id, 'PACKING');
		const { data } = await api(sandbox()).get(ARCHIVES, { params: { status: 'PACKING' } });
		expect(data.items).toMatchObject([{ id, status: 'PACKING' }]);
		expect((await api(sandbox()).get(`${ARCHIVES}/${id}/download`)).status).toBe(409);
	});
});

describe('the file', () => {
	test('comes from another host by a redirect that wants no credentials', async () => {
		const { id } = await availableArchive();
		const answer = await api(sandbox()).get(`${ARCHIVES}/${id}/download`);
		expect(answer.status).toBe(302);
		const link = new URL(answer.headers['location']);
		expect(link.hostname).toBe('localhost');
		expect(new URL(sandbox().flexperto.baseUrl).hostname).toBe('127.0.0.1');

		for (const headers of [
			{ 'api-key': sandbox().flexperto.apiKey },
			{ authorization: 'Bearer anything' },
		]) {
			const refused = await http.get(link.href, { headers });
			expect(refused.status).toBe(400);
			expect(refused.data).toContain('<Code>InvalidArgument</Code>');
		}
	});

	test('the link works for a quarter of an hour and cannot be made up', async () => {
		const { id } = await availableArchive();
		const link = await fileLink(id);
		expect((await http.get(link.replace('Signature=', 'Signature=0'))).status).toBe(403);
		await sandbox().control.advanceClock({ minutes: 16 });
		expect((await http.get(link)).data).toContain('<Code>AccessDenied</Code>');
	});

	test('is a ZIP with whiteboard, chat, media, meta data and the signed contracts', async () => {
		const { flexperto } = sandbox().control;
		const { client } = await asExpert(sandbox());
		const { data: meeting } = await client.post(RESERVE, {
			access_link_not_before: '2026-08-27T11:00:00Z',
			access_link_valid_until: '2026-08-27T13:00:00Z',
			participants: [{ firstname: 'John' }],
		});
		const archive = await flexperto.finishConference({
			meetingId: meeting.id,
			meta: { contract: 'A-1' },
			available: true,
		});
		const zip = await JSZip.loadAsync(await fetchFile(await fileLink(archive.id)));
		expect(Object.keys(zip.files)).toEqual([
			'meta.json',
			'whiteboard/events.json',
			'whiteboard/documents/sketch.txt',
			'chat/history.json',
			'chat/files/notes.txt',
			'media/recording.mp4',
		]);
		const meta = JSON.parse((await zip.file('meta.json')?.async('text')) ?? '');
		expect(meta).toEqual({ tenant: 'demo', ...archive.subject });
		expect(meta.meta).toMatchObject({
			meeting_id: meeting.id,
			contract: 'A-1',
			participants: [{ firstname: 'John' }],
			start: expect.any(String),
			end: expect.any(String),
		});
	});

	test('contracts signed in the conference are in it', async () => {
		const { flexperto } = sandbox().control;
		const { expert, client } = await asExpert(sandbox());
		const { data: meeting } = await client.post(RESERVE, {
			access_link_not_before: '2026-08-27T11:00:00Z',
			access_link_valid_until: '2026-08-27T13:00:00Z',
			participants: [{}],
		});
		await flexperto.createSessions({
			expertId: expert.id,
			meetingId: meeting.id,
			documents: 1,
			signed: true,
		});
		await flexperto.createSessions({ expertId: expert.id, documents: 1, signed: true });
		const { id } = await flexperto.finishConference({ meetingId: meeting.id, available: true });
		const zip = await JSZip.loadAsync(await fetchFile(await fileLink(id)));
		expect(Object.keys(zip.files).filter((name) => name.startsWith('contracts/'))).toEqual([
			'contracts/1-document-1.pdf',
		]);
	});

	test('can be large: streamed, with its length and true checksum', async () => {
		const archive = await sandbox().control.flexperto.finishConference({
			sizeBytes: 30_000_000,
			available: true,
		});
		const answer = await http.get(await fileLink(archive.id), { responseType: 'stream' });
		const hash = createHash('sha256');
		let size = 0;
		for await (const chunk of answer.data) {
			hash.update(chunk);
			size += chunk.length;
		}
		expect(size).toBeGreaterThan(30_000_000);
		expect(Number(answer.headers['content-length'])).toBe(size);
		expect(hash.digest('hex')).toBe(archive.sha256CheckSum);
	});

	test('a corrupted file has its size but not its checksum', async () => {
		const archive = await availableArchive();
		const whole = await fetchFile(await fileLink(archive.id));
		await sandbox().control.flexperto.corruptArchive(archive.id);
		const corrupted = await fetchFile(await fileLink(archive.id));
		expect(corrupted).toHaveLength(whole.length);
		expect(sha256(corrupted)).not.toBe(archive.sha256CheckSum);
	});
});

describe('listing archives', () => {
	test('by status, in pages of 100', async () => {
		const { flexperto } = sandbox().control;
		await flexperto.createArchives({ count: 150 });
		await flexperto.createArchives({ count: 7, status: 'PROCESSING' });
		const list = async (params: object) => (await api(sandbox()).get(ARCHIVES, { params })).data;

		const first = await list({ status: 'AVAILABLE' });
		expect(first).toMatchObject({ limit: 100, offset: 0, total: 150 });
		const second = await list({ status: 'AVAILABLE', offset: 100 });
		expect(second).toMatchObject({ limit: 100, offset: 100, total: 150 });
		const ids = [...first.items, ...second.items].map(({ id }: { id: string }) => id);
		expect(new Set(ids).size).toBe(150);
		expect(await list({ status: 'PROCESSING' })).toMatchObject({ total: 7 });
		expect(await list({ status: 'FAILED' })).toMatchObject({ items: [], total: 0 });
		expect(await list({})).toMatchObject({ total: 157 });
	});

	test('a claimed archive leaves the list of available ones', async () => {
		const { id } = await availableArchive();
		await availableArchive();
		await api(sandbox()).post(`${ARCHIVES}/${id}/abandon`);
		const { data } = await api(sandbox()).get(ARCHIVES, { params: { status: 'AVAILABLE' } });
		expect(data.total).toBe(1);
	});

	test('a lower-case status is refused', async () => {
		const answer = await api(sandbox()).get(ARCHIVES, { params: { status: 'available' } });
		expect(answer.status).toBe(400);
	});

	test('archives made in bulk are real files with checksums of their own', async () => {
		const { ids } = await sandbox().control.flexperto.createArchives({ count: 3 });
		const sums = new Set<string>();
		for (const id of ids) {
			const { data } = await api(sandbox()).get(`${ARCHIVES}/${id}`);
			const file = await fetchFile(await fileLink(id));
			expect(sha256(file)).toBe(data.sha256CheckSum);
			expect((await JSZip.loadAsync(file)).file('meta.json')).not.toBeNull();
			sums.add(data.sha256CheckSum);
		}
		expect(sums.size).toBe(3);
	});

	test('ten thousand of them take seconds', async () => {
		const begun = Date.now();
		await sandbox().control.flexperto.createArchives({ count: 10_000 });
		expect(Date.now() - begun).toBeLessThan(10_000);
		expect((await api(sandbox()).get(ARCHIVES, { params: { limit: 1 } })).data.total).toBe(10_000);
	});
});
