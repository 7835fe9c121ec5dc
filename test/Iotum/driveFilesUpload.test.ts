import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';

import { sha256 } from '../kit/sha256';
import { failure } from './failures';
import { posted, received } from './requests';
import { useIotum } from './setup';
import { secondOfTwoItemsFails } from './twoItems';

const iotum = useIotum();
const CREATE = 'drive/create';
const FINISH = 'drive/file/finish_upload';
const PUT = /^PUT storage\/drive_files\/upload\/[-\w]+\?Expires=\d+&Signature=\w+$/;

const CONTENT = Buffer.from('%PDF-1.4 slides');

const slides = async (json = {}) =>
	await iotum().engine.fileItem(CONTENT, {
		fileName: 'Folien für "alle".pdf',
		mimeType: 'application/pdf',
		json,
	});

const finished = (id: number, filename = 'Folien für "alle".pdf') => ({
	id,
	created_at: expect.any(String),
	filename,
	size: CONTENT.length,
	presentation_status: null,
	download_link: expect.any(String),
	mimetype: 'application/pdf',
	page_count: null,
});

secondOfTwoItemsFails('driveFile.upload', iotum, async (setup) => {
	await setup.control.reset();
	const filename = 'slides.pdf';
	return {
		inputs: { hostId: '={{ $json.host }}', options: { fileName: filename } },
		items: [await slides({ host: 52 }), await slides({ host: 71 })],
		outputs: [finished(1001, filename)],
		error: failure(setup, 403, CREATE, 'Host 71 is beyond the scope of your role'),
		requests: [
			posted(CREATE, { host_id: 52, filename }),
			{ request: expect.stringMatching(PUT) },
			posted(FINISH, { host_id: 52, id: 1001 }),
			posted(CREATE, { host_id: 71, filename }),
		],
	};
});

/** Uploads the slides; gives what was output and what the hosts of the vendor got. */
async function upload(options = {}) {
	const { run, control } = iotum();
	const inputs = { hostId: 52, options: { maxRetries: 0, ...options } };
	const result = await run('driveFile.upload', { inputs, items: [await slides()] });
	const requests = await control.requests();
	const puts = requests.filter(({ host }) => host === 'storage');
	return { ...result, puts, requests: received(requests) };
}

it('the file arrives as it is, under its own name, with length and type and no credential', async () => {
	const { json, puts, requests } = await upload();
	expect(json).toEqual([finished(1001)]);
	expect(requests[0]).toEqual(posted(CREATE, { host_id: 52, filename: 'Folien für "alle".pdf' }));
	expect(puts).toMatchObject([
		{
			method: 'PUT',
			headers: { 'content-type': 'application/pdf', 'content-length': `${CONTENT.length}` },
			upload: { size: CONTENT.length, sha256: sha256(CONTENT) },
		},
	]);
	expect(puts[0]?.query).not.toHaveProperty('auth_token');
	for (const name of ['authorization', 'cookie', 'transfer-encoding']) {
		expect(puts[0]?.headers).not.toHaveProperty(name);
	}
});

it('a redirect of the storage is followed, and the whole file is sent there', async () => {
	const { vendor } = iotum();
	await vendor.redirectUploads(true);
	const { json, puts } = await upload();
	expect(puts.map(({ status, rawQuery }) => [status, rawQuery.includes('moved=1')])).toEqual([
		[307, false],
		[200, true],
	]);
	expect(puts[1]?.upload).toEqual({ size: CONTENT.length, sha256: sha256(CONTENT) });
	expect(json).toEqual([finished(1001)]);
	expect(await vendor.driveFiles()).toContainEqual(
		expect.objectContaining({ id: 1001, finished: true, size: CONTENT.length }),
	);
});

it('a storage that sends on and on is left', async () => {
	const { control } = iotum();
	const location = '/drive_files/upload/elsewhere';
	await control.fault({
		kind: 'redirect',
		status: 307,
		location,
		host: 'storage',
		times: 'always',
	});
	const { error, puts } = await upload();
	expect(error?.message).toBe("Iotum's file storage redirects to nowhere [item 0]");
	expect(puts).toHaveLength(6);
});

it('a vendor that has noticed the file by itself (409) is as good', async () => {
	const { run, control } = iotum();
	await run('driveFile.get', { inputs: { hostId: 52, fileId: 12 } });
	await control.clearRequests();
	const path = `/enterprise_api/${FINISH}`;
	const body = { message: 'The file has already been processed' };
	await control.fault({ kind: 'status', status: 409, body, when: 'after', path });
	const { json, error, requests } = await upload();
	expect(error).toBeUndefined();
	expect(json).toMatchObject([{ id: 1001, presentation_status: 'processing' }]);
	expect(requests.slice(2)).toEqual(
		[FINISH, 'drive/file/fetch'].map((at) => posted(at, { host_id: 52, id: 1001 })),
	);
});

it('a file of more than a hundred megabytes arrives whole', async () => {
	const { run, engine, control } = iotum();
	const block = Buffer.alloc(1_000_000, 7);
	const hash = createHash('sha256');
	for (let count = 0; count < 120; count++) hash.update(block);
	const content = Readable.from(Array.from({ length: 120 }, () => block));
	const item = await engine.fileItem(content, { fileName: 'talk.mp4', mimeType: 'video/mp4' });
	const { json } = await run('driveFile.upload', { inputs: { hostId: 52 }, items: [item] });
	expect(json).toMatchObject([{ filename: 'talk.mp4', size: 120_000_000 }]);
	const [put] = await control.requests({ host: 'storage' });
	expect(put?.upload).toEqual({ size: 120_000_000, sha256: hash.digest('hex') });
});
