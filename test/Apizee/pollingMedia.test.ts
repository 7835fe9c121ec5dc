import type { Media } from '../../sandbox/apizee/media/types';
import { useApizee } from './setup';
import {
	daysAgo,
	found,
	foundIds,
	letPass,
	RESTART,
	stamp,
	watching,
	withExisting,
} from './pollingWorkflow';

const apizee = useApizee();

afterEach(() => jest.restoreAllMocks());

const MEDIAS = '/api/v3/medias';

async function add(request: object = {}): Promise<Media> {
	const [media] = await apizee().vendor.addMedias(request);
	if (!media) throw new Error('There is no media.');
	return media;
}

/** A media as the vendor lists it. */
const listed = (media: Media, portal: string) => ({
	id: media.id,
	hash: media.hash,
	created: stamp(media.created),
	owner: { id: 2899, name: 'Alice Agent' },
	title: media.title,
	description: null,
	filename: media.filename,
	status: 'completed',
	media_type: media.mediaType,
	url: `${portal}/media/showVideo/1/hash/${media.hash}`,
	filesize: expect.any(Number),
	source_type: media.sourceType,
	metadata: {},
});

describe('New Media, of all tickets and conferences', () => {
	it('hands over each once, as the vendor lists it, with the link to download it', async () => {
		const { engine, access, run } = apizee();
		const active = await engine.activate(watching('newMedia'));
		const { conferenceId } = access.fixtures;
		const photo = await add({ mediaType: 'image', title: 'roof' });
		const recording = await add({ conferenceId });

		const ticks = await active.tick();
		const records = [listed(recording, access.url), listed(photo, access.url)];
		expect(found(ticks)).toEqual(records);
		expect(ticks[0]?.execution?.outputs.Next?.[0]?.map(({ json }) => json)).toEqual(records);
		for (let times = 0; times < 3; times++) expect(found(await active.tick())).toBeNull();
		await active.restart(RESTART);
		expect(found(active.firstTicks)).toBeNull();

		const [first] = found(ticks) ?? [];
		const { status, items } = await run('media.download', { inputs: { url: String(first?.url) } });
		expect(status).toBe('success');
		expect(items[0]?.binary?.data?.mimeType).toBe('video/mp4');
	});

	it('begins with what appears after the workflow was published', async () => {
		const { engine } = apizee();
		await add();
		const active = await engine.activate(watching('newMedia'));
		expect(found(active.firstTicks)).toBeNull();
		const { id } = await add();
		expect(foundIds(await active.tick())).toEqual([id]);
	});

	it('with Include Existing, hands over those of the last week as well, once', async () => {
		const { engine } = apizee();
		await add({ created: daysAgo(7.1) });
		const { id } = await add({ created: daysAgo(6.9) });
		const active = await engine.activate(watching('newMedia', withExisting));
		expect(foundIds(active.firstTicks)).toEqual([id]);
		expect(found(await active.tick())).toBeNull();
	});

	it('hands over a recording when it is complete, not before', async () => {
		const { engine, vendor } = apizee();
		const active = await engine.activate(watching('newMedia'));
		const slow = await add({ status: 'processing' });
		const quick = await add();
		expect(foundIds(await active.tick())).toEqual([quick.id]);
		letPass({ days: 5 });
		await active.restart(RESTART);
		expect(found(active.firstTicks)).toBeNull();
		await vendor.setMediaStatus(slow.id, 'completed');
		expect(foundIds(await active.tick())).toEqual([slow.id]);
		expect(found(await active.tick())).toBeNull();
	});

	it('never hands over what has failed', async () => {
		const { engine, vendor } = apizee();
		const active = await engine.activate(watching('newMedia'));
		const { id } = await add({ status: 'processing' });
		expect(found(await active.tick())).toBeNull();
		await vendor.setMediaStatus(id, 'failed');
		expect(found(await active.tick())).toBeNull();
	});

	it('hands over what has no link yet when it has one', async () => {
		const { engine, control } = apizee();
		const active = await engine.activate(watching('newMedia'));
		const look = async (...data: object[]) => {
			const body = { data, total: data.length, next_offset: null };
			await control.fault({ kind: 'status', status: 200, path: MEDIAS, body });
			return foundIds(await active.tick());
		};
		const complete = { status: 'completed' };
		const url = `${apizee().access.url}/media/1`;
		const without = [
			{ id: 1, ...complete },
			{ id: 2, ...complete, url: null },
			{ id: 3, ...complete, url: '' },
			{ id: 4, status: 'processing', url },
		];
		expect(await look(...without)).toBeNull();
		expect(await look(...without.map((media) => ({ ...media, url })))).toEqual([1, 2, 3]);
		expect(await look(...without.map((media) => ({ ...media, ...complete, url })))).toEqual([4]);
	});

	it('goes back as many days as the user says, by the day of creation', async () => {
		const { engine, vendor } = apizee();
		const active = await engine.activate(watching('newMedia'));
		const month = await engine.activate(watching('newMedia', { options: { daysToWatch: 30 } }));
		const { id } = await add({ status: 'processing', created: daysAgo(6.9) });
		letPass({ days: 1 });
		for (const trigger of [active, month]) expect(found(await trigger.tick())).toBeNull();
		await vendor.setMediaStatus(id, 'completed');
		expect(found(await active.tick())).toBeNull();
		expect(foundIds(await month.tick())).toEqual([id]);
	});

	it('forgets what is older, and does not bring it back', async () => {
		const { engine } = apizee();
		const active = await engine.activate(watching('newMedia'));
		for (let days = 0; days < 12; days += 3) {
			const { id } = await add();
			expect(foundIds(await active.tick())).toEqual([id]);
			letPass({ days: 3 });
			await active.restart(RESTART);
			for (let times = 0; times < 2; times++) expect(found(await active.tick())).toBeNull();
		}
	});
});
