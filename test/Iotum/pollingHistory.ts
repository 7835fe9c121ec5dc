import type { IDataObject } from 'n8n-workflow';

import { checkHistories as check, type Extent, type World as AnyWorld } from '../pollingHistory';
import { hosts, letPass, watching } from './pollingWorkflow';
import type { Setup } from './setup';

const STEPS = ['new', 'done', 'half a day'] as const;

type Event = Parameters<typeof watching>[0];
type Type = Parameters<typeof watching>[2];

/** What happens at the vendor in a history, and what a look is to hand over then. */
interface World {
	/** What tells the things apart that are handed over. */
	key(thing: IDataObject): unknown;
	/** Something new appears; returns what is to be handed over from now on. */
	appear(): Promise<unknown[]>;
	/** The oldest open thing is done; returns what is to be handed over from now on. */
	finish(): Promise<unknown[]>;
}

/** Hosts that have no conferences at first. */
const WATCHED = [51, 53];

/** A world whose conferences belong to the watched hosts in turn; `open` are not done yet. */
function world({ vendor }: Setup, event: Event): World {
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
	const done = async (act: (id: number) => Promise<number>) => {
		const oldest = open.shift();
		return oldest === undefined ? [] : [await act(oldest)];
	};
	const worlds: Record<Event, World> = {
		conferenceEnded: {
			key: ({ conference_id: id }) => id,
			async appear() {
				const [conference] = await add({});
				open.push((await vendor.startConference(conference?.id ?? 0)).id);
				return [];
			},
			finish: async () => await done(async (id) => (await vendor.endConference(id)).id),
		},
		conferenceScheduled: {
			key: ({ conference_id: id }) => id,
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
			key: ({ recording_id: id }) => id,
			appear: async () => await recordings('processing'),
			finish: async () => await done(async (id) => (await vendor.publishRecording(id)).id),
		},
		transcriptionReady: {
			key: ({ recording }) => Object(recording).id,
			appear: async () => await recordings('published'),
			finish: async () => await done(async (id) => (await vendor.completeTranscription(id)).id),
		},
	};
	return worlds[event];
}

/** Half a day at most so often: a first look goes a week back, a later one two weeks for transcripts. */
const MOST_HALF_DAYS = { withLosses: 10, without: 25 };

/** A history of an event: what appears and is done, and what is due of it. */
function history(
	setup: Setup,
	event: Event,
	type: Type,
	{ troubled = false, includesExisting = false }: Extent & { includesExisting?: boolean },
): AnyWorld<(typeof STEPS)[number]> {
	const { key, appear, finish } = world(setup, event);
	const due: unknown[] = [];
	/** A look goes three days back, by the days on which conferences began: none lasts as long. */
	const endAll = async () => {
		const ended: unknown[] = [];
		for (let one = await finish(); one.length > 0; one = await finish()) ended.push(...one);
		return ended;
	};
	let failures = 0;
	let halfDays = troubled ? MOST_HALF_DAYS.withLosses : MOST_HALF_DAYS.without;
	const list = event === 'conferenceScheduled' ? 'conference/fetch_all' : 'host/conferences';
	const options = { ...(includesExisting && { includeExisting: true }) };
	return {
		workflow: watching(event, { hosts: hosts(...WATCHED), options }, type),
		includesExisting,
		key,
		steps: {
			new: async () => due.push(...(await appear())),
			done: async () => due.push(...(await finish())),
			async 'half a day'(look) {
				if (halfDays-- <= 0) return;
				await look();
				if (event === 'conferenceEnded' && halfDays % 4 === 0) due.push(...(await endAll()));
				letPass({ hours: 12 });
			},
		},
		due: () => due.splice(0),
		// At the first host, then at the second.
		fail: () => ({ path: `/enterprise_api/${list}`, after: failures++ % 2 }),
		session: {
			end: async () => await setup.vendor.expireSessions(),
			path: '/enterprise_api/authenticate',
		},
	};
}

/** Checks an event of a brand against random histories. */
export const checkHistories = async (
	setup: Setup,
	event: Event,
	type: Type,
	extent: Extent & { includesExisting?: boolean } = {},
): Promise<void> => await check(setup, STEPS, () => history(setup, event, type, extent), extent);
