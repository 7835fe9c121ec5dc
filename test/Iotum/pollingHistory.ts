import fc from 'fast-check';

import type { IotumControl } from '../../sandbox/iotum/control/client';
import type { Tick } from '../harness/activeWorkflow';
import { foundOf, hosts, letPass, RESTART, watching } from './pollingWorkflow';
import type { Setup } from './setup';

type Step = 'new' | 'done' | 'look' | 'failing look' | 'restart' | 'half a day';

const steps = fc.array(
	fc.constantFrom<Step>(
		...(['new', 'new', 'done', 'done', 'look', 'look', 'failing look', 'restart'] as const),
		'half a day',
	),
	{ minLength: 5, maxLength: 25 },
);

/** What happens at the vendor in a history, and what a look is to hand over then. */
interface World {
	event: Parameters<typeof watching>[0];
	/** What tells the things apart that are handed over. */
	key(ticks: Tick[]): unknown[] | null;
	/** Something new appears; returns what is to be handed over from now on. */
	appear(): Promise<unknown[]>;
	/** The oldest open thing is done; returns what is to be handed over from now on. */
	finish(): Promise<unknown[]>;
}

/** Hosts that have no conferences at first. */
const WATCHED = [51, 53];

/** A world whose conferences belong to the watched hosts in turn; `open` are not done yet. */
function world(vendor: IotumControl, event: World['event']): World {
	const open: number[] = [];
	let count = 0;
	const add = async (request: object) => {
		const hostId = WATCHED[++count % WATCHED.length];
		return await vendor.addConferences({ hostId, ...request });
	};
	const recordings = async (publishingState: 'processing' | 'published') => {
		const [conference] = await add({ held: true, guests: count % 2 });
		const added = await vendor.addRecordings(conference?.id ?? 0, { publishingState });
		open.push(...added.map(({ id }) => id));
		return [];
	};
	const worlds: Record<World['event'], Omit<World, 'event'>> = {
		conferenceEnded: {
			key: (ticks) => foundOf('conference_id', ticks),
			async appear() {
				const [conference] = await add({});
				open.push((await vendor.startConference(conference?.id ?? 0)).id);
				return [];
			},
			finish: async () => await done(async (id) => (await vendor.endConference(id)).id),
		},
		conferenceScheduled: {
			key: (ticks) => foundOf('conference_id', ticks),
			async appear() {
				const start = new Date(Date.now() + 90 * 86_400_000).toISOString();
				const schedule = count % 4 === 0 ? 'FREQ=DAILY;COUNT=4' : undefined;
				const [conference] = await add({ start, ...(schedule && { schedule }) });
				open.push(conference?.id ?? 0);
				return [conference?.id];
			},
			async finish() {
				const id = open.shift();
				if (id !== undefined) await vendor.startConference(id);
				return [];
			},
		},
		recordingPublished: {
			key: (ticks) => foundOf('recording_id', ticks),
			appear: async () => await recordings('processing'),
			finish: async () => await done(async (id) => (await vendor.publishRecording(id)).id),
		},
		transcriptionReady: {
			key: (ticks) => foundOf('recording', ticks)?.map((found) => Object(found).id) ?? null,
			appear: async () => await recordings('published'),
			finish: async () => await done(async (id) => (await vendor.completeTranscription(id)).id),
		},
	};
	const done = async (act: (id: number) => Promise<number>) => {
		const oldest = open.shift();
		return oldest === undefined ? [] : [await act(oldest)];
	};
	return { event, ...worlds[event] };
}

/** Plays a history of looks, failures and restarts; all that is due is handed over, once. */
async function play(
	{ engine, control }: Setup,
	type: Parameters<typeof watching>[2],
	{ event, key, appear, finish }: World,
	history: Step[],
): Promise<void> {
	const active = await engine.activate(watching(event, { hosts: hosts(...WATCHED) }, type));
	const due: unknown[] = [];
	const given: unknown[] = [];
	const take = (ticks: Tick[]) => given.push(...(key(ticks) ?? []));
	for (const step of [...history, 'look' as const]) {
		if (step === 'new') due.push(...(await appear()));
		if (step === 'done') due.push(...(await finish()));
		// Half a day at most 25 times: conferences stay within what is looked at, as long as one looks.
		if (step === 'half a day') {
			take(await active.tick());
			letPass({ hours: 12 });
		}
		if (step === 'look') take(await active.tick());
		if (step === 'failing look') {
			const path = `/enterprise_api/${event === 'conferenceScheduled' ? 'conference/fetch_all' : 'host/conferences'}`;
			await control.fault({ kind: 'status', status: 503, path, after: given.length % 2 });
			expect((await active.tick())[0]?.error).toBeDefined();
		}
		if (step === 'restart') {
			await active.restart(RESTART);
			take(active.firstTicks);
		}
		if (step === 'look' || step === 'restart') expect([...given].sort()).toEqual([...due].sort());
	}
}

/** Checks an event of a brand against random histories. */
export async function checkHistories(
	setup: Setup,
	event: World['event'],
	type: Parameters<typeof watching>[2],
): Promise<void> {
	await fc.assert(
		fc
			.asyncProperty(steps, async (history) => {
				await setup.control.reset();
				await play(setup, type, world(setup.vendor, event), history);
			})
			.afterEach(() => jest.restoreAllMocks()),
		{ numRuns: 20 },
	);
}
