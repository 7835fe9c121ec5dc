import type { INodeParameters } from 'n8n-workflow';

import { checkHistories, type Extent, type World } from '../pollingHistory';
import { memoryOf } from '../pollingMemory';
import { LISTS } from './pollingThings';
import { letPass, watching } from './pollingWorkflow';
import type { ApizeeSetup } from './setup';

/** What is particular to the histories of a test. */
export interface Plan {
	/** Whether the workflow asks for what is there at its first look. */
	includesExisting?: boolean;
	/** Whether n8n loses its memory, and the like. */
	troubled?: boolean;
}

interface Watched {
	event: Parameters<typeof watching>[0];
	inputs?: INodeParameters;
	/** The list that a failing look fails at, where it is another one than usual. */
	list?: string;
	/** What a look that goes back to a moment sees of each thing, by its number. */
	see(since: number): Promise<Map<number, unknown>>;
	/** What is handed over of a thing that is seen otherwise than before; nothing when unwanted. */
	due?(id: number, before: unknown, now: unknown): unknown;
}

const WEEK = 7 * 86_400_000;

/**
 * A world in which looks are to hand over whatever is seen otherwise than at the look before, or than
 * when n8n stored its memory, if it goes back to that. Each look goes a week back from the look before.
 */
export async function worldOf<Step extends string>(
	{ event, inputs = {}, list = LISTS[event], see, due = (id) => id }: Watched,
	{ key, steps, slip }: Pick<World<Step>, 'key' | 'steps' | 'slip'>,
	{ vendor, includesExisting = false }: Pick<ApizeeSetup, 'vendor'> & Plan,
): Promise<World<Step>> {
	const since = Date.now() - WEEK;
	const memory = memoryOf({ since, seen: await see(since) }, () => ({
		since: Date.now() - WEEK,
		seen: new Map<number, unknown>(),
	}));
	const options = { ...Object(inputs.options), ...(includesExisting && { includeExisting: true }) };
	return {
		key,
		steps,
		slip,
		includesExisting,
		workflow: watching(event, { ...inputs, options }),
		fail: () => ({ path: list }),
		session: { end: async () => await vendor.expireTokens(), path: '/api/token' },
		kept: memory.kept,
		async due(known) {
			const { since, seen: before } = memory.before(known);
			const seen = await see(since);
			const keys = [...seen]
				.filter(([id, now]) => before.get(id) !== now)
				.map(([id, now]) => due(id, before.get(id) ?? null, now))
				.filter((given) => given !== undefined);
			memory.see({ since: Math.max(since, Date.now() - WEEK), seen });
			return keys;
		},
	};
}

/** Lets a day or two pass; no part of a week, so that nothing happens just at the end of one. */
export const pass = async () => letPass({ hours: 31 });

/** One of several things, another one each time. */
export function another() {
	let count = 0;
	return <T>(things: T[]): T | undefined => things[(count++ * 7) % Math.max(1, things.length)];
}

/** Checks random histories of a world. */
export const check = async <Step extends string>(
	setup: ApizeeSetup,
	steps: readonly Step[],
	begin: (setup: ApizeeSetup & Plan) => Promise<World<Step>>,
	plan: Extent & Plan = {},
): Promise<void> =>
	await checkHistories(
		setup,
		steps,
		async () => {
			await setup.vendor.setQuota({ enabled: false });
			return await begin({ ...setup, ...plan });
		},
		plan,
	);
