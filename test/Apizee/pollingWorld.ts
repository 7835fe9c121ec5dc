import type { INodeParameters } from 'n8n-workflow';

import { checkHistories, type World } from '../pollingHistory';
import { LISTS } from './pollingThings';
import { letPass, watching } from './pollingWorkflow';
import type { ApizeeSetup } from './setup';

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
 * A world in which looks are to hand over whatever is seen otherwise than at the look before. n8n keeps
 * what was seen when something was handed over, and when the workflow starts; a restart goes back to
 * that. Each look goes a week back from the look before.
 */
export async function worldOf<Step extends string>(
	{ event, inputs, list = LISTS[event], see, due = (id) => id }: Watched,
	{ key, steps }: Pick<World<Step>, 'key' | 'steps'>,
): Promise<World<Step>> {
	const since = Date.now() - WEEK;
	let memory = { since, seen: await see(since) };
	let kept = memory;
	return {
		key,
		steps,
		workflow: watching(event, inputs),
		fail: () => ({ path: list }),
		async due(restarted) {
			const { since, seen: before } = restarted ? kept : memory;
			const seen = await see(since);
			const keys = [...seen]
				.filter(([id, now]) => before.get(id) !== now)
				.map(([id, now]) => due(id, before.get(id) ?? null, now))
				.filter((given) => given !== undefined);
			memory = { since: Math.max(since, Date.now() - WEEK), seen };
			if (restarted || keys.length > 0) kept = memory;
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
	begin: (setup: ApizeeSetup) => Promise<World<Step>>,
): Promise<void> =>
	await checkHistories(setup, steps, async () => {
		await setup.vendor.setQuota({ enabled: false });
		return await begin(setup);
	});
