import { failure } from './failures';
import { posted, received } from './requests';
import { useIotum } from './setup';
import { secondOfTwoItemsFails } from './twoItems';

const iotum = useIotum();
const FETCH = 'drive/file/fetch';
const LIST = 'drive/fetch_all';

const listed = {
	id: 12,
	created_at: '2024-09-19T13:04:00.000Z',
	filename: 'network.png',
	size: 68,
};

const details = { ...listed, presentation_status: 'ready', mimetype: 'image/png', page_count: 1 };

/** Two items, of which the second names a file that is not there. */
const files = {
	inputs: { hostId: 52, fileId: '={{ $json.file }}' },
	items: [{ file: 12 }, { file: 99 }],
};
const missing = 'No file 99 in the drive of host 52';
const asked = (path: string) => [12, 99].map((id) => posted(path, { host_id: 52, id }));

secondOfTwoItemsFails('driveFile.get', iotum, async (setup) => ({
	...files,
	outputs: [
		{ ...details, download_link: expect.stringMatching(/\/drive_files\/download\/.+png$/) },
	],
	error: failure(setup, 404, FETCH, missing),
	requests: asked(FETCH),
}));

secondOfTwoItemsFails('driveFile.delete', iotum, async (setup) => {
	await setup.control.reset();
	return {
		...files,
		outputs: [{ deleted: true }],
		error: failure(setup, 404, 'drive/file/delete', missing),
		requests: asked('drive/file/delete'),
	};
});

secondOfTwoItemsFails('driveFile.download', iotum, async (setup) => ({
	...files,
	outputs: [
		{
			id: 12,
			created_at: listed.created_at,
			size: 68,
			presentation_status: 'ready',
			page_count: 1,
			fileName: 'network.png',
			mimeType: 'image/png',
			sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
		},
	],
	error: failure(setup, 404, FETCH, missing),
	requests: [
		posted(FETCH, { host_id: 52, id: 12 }),
		{ request: expect.stringMatching(/^GET storage\/drive_files\/download\/[-\w]+\.png$/) },
		posted(FETCH, { host_id: 52, id: 99 }),
	],
}));

secondOfTwoItemsFails('driveFile.getAll', iotum, async (setup) => ({
	inputs: { hostId: '={{ $json.host }}' },
	items: [{ host: 52 }, { host: 71 }],
	outputs: [listed],
	error: failure(setup, 403, LIST, 'Host 71 is beyond the scope of your role'),
	requests: [52, 71].map((host) => posted(LIST, { host_id: host })),
}));

it('a deleted file is gone, and an item that failed before deletes nothing', async () => {
	const { run, vendor, control } = iotum();
	const inputs = { hostId: 52, fileId: 12 };
	const { error } = await run('driveFile.delete', { inputs, items: [{ error: 'Oh' }] });
	expect(error?.message).toMatch(/^This item comes from a step that failed/);
	expect(await control.requests()).toEqual([]);
	await run('driveFile.delete', { inputs });
	expect(await vendor.driveFiles()).toEqual([]);
});

describe('driveFile.getAll', () => {
	const list = async (inputs: object) => {
		const { run, control } = iotum();
		const { json } = await run('driveFile.getAll', { inputs: { hostId: 53, ...inputs } });
		return { ids: json.map(({ id }) => id), requests: received(await control.requests()) };
	};

	const add = async (count: number) =>
		(await iotum().vendor.addDriveFiles({ hostId: 53, count })).map(({ id }) => id);

	it('reads pages of twenty until the vendor names no next one', async () => {
		const added = await add(45);
		const { ids, requests } = await list({ returnAll: true });
		expect(ids).toEqual(added);
		expect(requests).toEqual([
			posted(LIST, { host_id: 53 }),
			posted(LIST, { host_id: 53, page: 2 }),
			posted(LIST, { host_id: 53, page: 3 }),
		]);
	});

	it.each([
		[20, 1],
		[21, 2],
		[40, 2],
	])('asks for no more pages than a limit of %s needs', async (limit, pages) => {
		const added = await add(45);
		const { ids, requests } = await list({ limit });
		expect(ids).toEqual(added.slice(0, limit));
		expect(requests).toHaveLength(pages);
	});

	it('gives nothing for an empty drive', async () => {
		const { ids, requests } = await list({ returnAll: true });
		expect(ids).toEqual([]);
		expect(requests).toHaveLength(1);
	});
});
