import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import type { SandboxControl } from '../sandbox/control';
import type { Tick } from './harness/activeWorkflow';
import type { Engine } from './harness/engine';
import type { WorkflowJson } from './harness/run';
import { RESTART } from './polling';
import { found } from './triggerWorkflow';

/** What happens at a vendor between the looks of a polling trigger, and what they are to find. */
export interface World<Step extends string> {
	/** Watches the vendor. */
	workflow: WorkflowJson;
	/** What tells the things apart that are handed over. */
	key(thing: IDataObject): unknown;
	/** What may happen between looks. `look` is there for what must not come between two of them. */
	steps: Record<Step, (look: () => Promise<void>) => Promise<unknown>>;
	/** The keys that a look is to hand over now, once. After a restart n8n knows what it stored. */
	due(restarted: boolean): unknown[] | Promise<unknown[]>;
	/** The request at which a failing look fails: the next one with this path, or a later one. */
	fail(): { path: string; after?: number };
}

interface Setup {
	engine: Engine;
	control: SandboxControl;
}

const LOOKS = ['look', 'look', 'failing look', 'restart'] as const;

const sorted = (keys: unknown[]) => keys.map((key) => JSON.stringify(key)).sort();

/** Plays a history; each look hands over what is due, all of it and nothing else. */
async function play<Step extends string>(
	{ engine, control }: Setup,
	{ workflow, key, steps, due, fail }: World<Step>,
	history: Array<Step | (typeof LOOKS)[number]>,
): Promise<void> {
	const active = await engine.activate(workflow);
	const expectDue = (ticks: Tick[], keys: unknown[]) =>
		expect(sorted((found(ticks) ?? []).map(key))).toEqual(sorted(keys));
	const look = async () => {
		const keys = await due(false);
		expectDue(await active.tick(), keys);
	};
	for (const step of [...history, 'look' as const]) {
		if (step === 'look') {
			await look();
		} else if (step === 'failing look') {
			await control.fault({ kind: 'status', status: 503, ...fail() });
			expect((await active.tick())[0]?.error).toBeDefined();
		} else if (step === 'restart') {
			const keys = await due(true);
			await active.restart(RESTART);
			expectDue(active.firstTicks, keys);
		} else {
			await steps[step](look);
		}
	}
}

/** Checks a trigger against random histories, each in a world of its own. */
export async function checkHistories<Step extends string>(
	setup: Setup,
	steps: readonly Step[],
	begin: () => World<Step> | Promise<World<Step>>,
	numRuns = 20,
): Promise<void> {
	const histories = fc.array(fc.constantFrom(...steps, ...steps, ...LOOKS), {
		minLength: 5,
		maxLength: 25,
	});
	await fc.assert(
		fc
			.asyncProperty(histories, async (history) => {
				await setup.control.reset();
				await play(setup, await begin(), history);
			})
			.afterEach(() => {
				jest.restoreAllMocks();
			}),
		{ numRuns },
	);
}
