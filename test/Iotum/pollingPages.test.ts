import type { Tick } from '../harness/activeWorkflow';
import { betweenPages } from '../polling';
import { useIotum } from './setup';
import { found, TRIGGERS } from './triggerWorkflow';
import { foundIds, foundOf, hosts, inHours, letPass, RESTART, watching } from './pollingWorkflow';

const iotum = useIotum(TRIGGERS);

const HELD = '/enterprise_api/host/conferences';
const SCHEDULED = '/enterprise_api/conference/fetch_all';

afterEach(() => jest.restoreAllMocks());

const numbers = (ids: unknown) =>
	[ids]
		.flat()
		.map(Number)
		.sort((one, other) => one - other);

/** Conferences of host 53 that are over. */
const held = async (request: object = {}) =>
	(await iotum().vendor.addConferences({ held: true, hostId: 53, ...request })).map(({ id }) => id);

const scheduled = async (request: object = {}) =>
	(await iotum().vendor.addConferences({ hostId: 53, ...request })).map(({ id }) => id);

/** Does something while a look is between its first page and its second. */
const whilePaging = async (
	path: string,
	look: () => Promise<Tick[]>,
	act: () => Promise<unknown>,
) => await betweenPages(iotum().control, path, look, act);

describe('a list of several pages', () => {
	it('is read to its end, in whatever shape the vendor has it', async () => {
		const { engine, vendor, control } = iotum();
		for (const shape of [{ shape: 'array' }, { shape: 'envelope', key: 'results' }] as const) {
			await vendor.setListShape(shape);
			const active = await engine.activate(watching('conferenceEnded', { hosts: hosts(53) }));
			await control.clearRequests();
			const ids = await held({ count: 35 });
			const first = numbers(foundIds(await active.tick()));
			expect(first).toEqual(ids);
			const pages = await control.requests({ path: HELD });
			expect(pages.length).toBeGreaterThanOrEqual(4);
			expect(found(await active.tick())).toBeNull();
			await active.restart(RESTART);
			expect(found(active.firstTicks)).toBeNull();
		}
	});

	it('is read to its end for each of several hosts, scheduled conferences as well', async () => {
		const { engine } = iotum();
		const active = await engine.activate(
			watching('conferenceScheduled', { watch: 'company', companyId: 5 }),
		);
		const own = await scheduled({ count: 25 });
		const other = await scheduled({ count: 12, hostId: 52 });
		const single = await scheduled({ count: 1, hostId: 51 });
		expect(numbers(foundIds(await active.tick()))).toEqual([...own, ...other, ...single]);
		expect(found(await active.tick())).toBeNull();
	});

	it('that gets longer in front while it is paged repeats nothing', async () => {
		const { engine } = iotum();
		const active = await engine.activate(watching('conferenceEnded', { hosts: hosts(53) }));
		const ids = await held({ count: 15, start: inHours(-40) });
		// The last of the first page is then the first of the second.
		let fresh: number[] = [];
		const ticks = await whilePaging(
			HELD,
			async () => await active.tick(),
			async () => (fresh = await held({ start: inHours(-2) })),
		);
		expect(numbers(foundIds(ticks))).toEqual(ids);
		expect(foundIds(await active.tick())).toEqual(fresh);
		expect(found(await active.tick())).toBeNull();
	});

	it('that gets shorter while it is paged loses nothing and repeats nothing', async () => {
		const { engine, run } = iotum();
		const known = await scheduled({ count: 15, start: inHours(30) });
		const active = await engine.activate(watching('conferenceScheduled', { hosts: hosts(53) }));
		const fresh = await scheduled({ count: 15, start: inHours(100) });
		// Those that move up to the first page are on no page of this look.
		const ticks = await whilePaging(
			SCHEDULED,
			async () => await active.tick(),
			async () => {
				for (const conferenceId of known.slice(0, 3)) {
					await run('conference.cancel', { inputs: { conferenceId } });
				}
			},
		);
		const given = [...numbers(foundIds(ticks))];
		const later = foundIds(await active.tick());
		expect(numbers([...given, ...(later ?? [])])).toEqual(fresh);
		for (let times = 0; times < 3; times++) expect(found(await active.tick())).toBeNull();
	});

	it('whose days move on while n8n looks does not bring back what was handed over', async () => {
		const { engine } = iotum();
		const active = await engine.activate(watching('conferenceEnded', { hosts: hosts(53) }));
		const all: number[] = [];
		for (let days = 0; days < 12; days++) {
			const ids = await held({ count: 11, start: inHours(-20) });
			expect(numbers(foundIds(await active.tick()))).toEqual(ids);
			all.push(...ids);
			letPass({ days: 1 });
			if (days % 4 === 3) await active.restart(RESTART);
			expect(found(await active.tick())).toBeNull();
		}
		expect(new Set(all).size).toBe(132);
	});

	it('shows recordings and transcripts of every page', async () => {
		const { engine, vendor } = iotum();
		const workflow = watching('recordingPublished', { hosts: hosts(53) });
		const recordings = await engine.activate(workflow);
		const transcripts = await engine.activate(watching('transcriptionReady', { hosts: hosts(53) }));
		const conferences = await vendor.addConferences({
			...{ held: true, hostId: 53, count: 23, recordings: 1 },
		});
		const ids = conferences.flatMap(({ recordings }) => recordings.map(({ id }) => id));
		for (const id of ids) await vendor.completeTranscription(id, ['Hello.']);
		expect(numbers(foundOf('recording_id', await recordings.tick()))).toEqual(ids);
		expect(foundIds(await transcripts.tick())).toHaveLength(23);
		expect(found(await recordings.tick())).toBeNull();
		expect(found(await transcripts.tick())).toBeNull();
	});
});
