import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import type { SandboxControl } from '../sandbox/control';
import type { Engine } from './harness/engine';
import type { WorkflowJson } from './harness/run';
import { Tally } from './pollingTally';
import { Watch } from './pollingWatch';

/**
 * What n8n knows of the looks before: all that there was, what it stored last, what it had stored as
 * an earlier version (its number), or nothing.
 */
export type Known = 'all' | 'stored' | number | 'nothing';

/** What happens at a vendor between the looks of a polling trigger, and what they are to find. */
export interface World<Step extends string> {
	/** Watches the vendor. */
	workflow: WorkflowJson;
	/** Whether the workflow asks for what is there at its first look. */
	includesExisting?: boolean;
	/** What tells the things apart that are handed over. */
	key(thing: IDataObject): unknown;
	/** What may happen between looks. `look` is there for what must not come between two of them. */
	steps: Record<Step, (look: () => Promise<void>) => Promise<unknown>>;
	/** The keys that a look is to hand over now, once. */
	due(known: Known): unknown[] | Promise<unknown[]>;
	/** n8n has stored what it knows: another version. */
	kept?(): void;
	/** The request at which a failing look fails: the next one with this path, or a later one. */
	fail(): { path: string; after?: number };
	/** Ends the session at the vendor; the path at which the next one is opened. */
	session?: { end(): Promise<unknown>; path: string };
	/** Something comes that is due, and something leaves the list that was known. */
	slip?: { appear(): Promise<unknown>; vanish(): Promise<unknown> };
}

const LOOKS = ['look', 'look', 'failing look', 'restart'] as const;

/** What else may happen in a long history. */
const TROUBLES = [
	...(['two looks', 'ended session', 'failing sign-in'] as const),
	...(['slip', 'older data', 'no data'] as const),
];

type Happening = (typeof LOOKS)[number] | (typeof TROUBLES)[number];

/** How many minutes the vendor's clock is ahead of n8n's: another one for each history. */
function clockErrors(): () => number {
	const minutes = [0, 95, -95];
	let count = 0;
	return () => minutes[count++ % minutes.length] ?? 0;
}

interface Setup {
	engine: Engine;
	control: SandboxControl;
}

/** Plays a history; each look hands over what is due, all of it and nothing else. */
async function play<Step extends string>(
	setup: Setup,
	world: World<Step>,
	history: Array<Step | Happening>,
	tally: Tally,
): Promise<void> {
	const watch = await Watch.begin(setup, world, tally);
	const look = async () => await watch.look();
	const happenings: Record<Happening, () => Promise<void>> = {
		look,
		'failing look': async () => await watch.failingLook(),
		'failing sign-in': async () => await watch.failingSignIn(),
		'ended session': async () => await watch.endedSession(),
		'two looks': async () => await watch.twoLooks(),
		slip: async () => await watch.slip(),
		restart: async () => await watch.restart(),
		'older data': async () => await watch.olderData(),
		'no data': async () => await watch.noData(),
	};
	const isHappening = (step: string): step is Happening => Object.hasOwn(happenings, step);
	for (const step of [...history, 'look' as const]) {
		if (isHappening(step)) await happenings[step]();
		else await world.steps[step](look);
	}
}

/** How long histories are, and what happens in them. */
export interface Extent {
	numRuns?: number;
	seed?: number;
	/** The shortest and the longest history, in steps. */
	steps?: [number, number];
	/** Whether there is more than failing looks and restarts. */
	troubled?: boolean;
	/** Where it is noted what was seen. */
	tally?: Tally;
}

/** Checks a trigger against random histories, each in a world of its own. */
export async function checkHistories<Step extends string>(
	setup: Setup,
	steps: readonly Step[],
	begin: () => World<Step> | Promise<World<Step>>,
	{ numRuns = 20, seed, steps: [fewest, most] = [5, 25], troubled, tally }: Extent = {},
): Promise<void> {
	const looks: readonly Happening[] = troubled ? [...LOOKS, ...LOOKS, ...TROUBLES] : LOOKS;
	// What happens and what looks are as many, whatever the number of steps.
	const often = Array.from({ length: troubled ? looks.length / steps.length : 2 }, () => steps);
	const clocks = clockErrors();
	const histories = fc.array(fc.constantFrom<Step | Happening>(...often.flat(), ...looks), {
		minLength: fewest,
		maxLength: most,
		size: 'max',
	});
	await fc.assert(
		fc
			.asyncProperty(histories, async (history) => {
				await setup.control.reset();
				if (troubled) await setup.control.advanceClock({ minutes: clocks() });
				await play(setup, await begin(), history, tally ?? new Tally());
			})
			.afterEach(() => {
				jest.restoreAllMocks();
			}),
		// A long history that fails is not made shorter, which would take hours.
		{ numRuns, seed, endOnFailure: troubled },
	);
}
