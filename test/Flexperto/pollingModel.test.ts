import fc from 'fast-check';

import type { ActiveWorkflow } from '../harness/activeWorkflow';
import { useFlexperto } from './setup';
import { foundIds, triggerWorkflow } from './triggerWorkflow';

const flexperto = useFlexperto();

type Step = 'new' | 'done' | 'look' | 'failing look' | 'restart';

const steps = fc.array(
	fc.constantFrom<Step>('new', 'new', 'done', 'done', 'look', 'look', 'failing look', 'restart'),
	{ minLength: 5, maxLength: 25 },
);

/** What happens at the vendor in a history, and what a look is to hand over then. */
interface World {
	event: string;
	/** Something new appears; returns what is to be handed over from now on. */
	appear(): Promise<unknown[]>;
	/** The oldest open thing is done; returns what is to be handed over from now on. */
	finish(given: unknown[]): Promise<unknown[]>;
}

/** Plays a history of looks, failures and restarts; all that is due is handed over, once. */
async function play(world: World, history: Step[]): Promise<void> {
	const { engine, control } = flexperto();
	const options = { maxRetries: 0 };
	const active = await engine.activate(
		triggerWorkflow('flexpertoPollingTrigger', { event: world.event, options }),
	);
	const due: unknown[] = [];
	const given: unknown[] = [];
	const take = (ticks: ActiveWorkflow['firstTicks']) => given.push(...(foundIds(ticks) ?? []));
	for (const step of [...history, 'look' as const]) {
		if (step === 'new') due.push(...(await world.appear()));
		if (step === 'done') due.push(...(await world.finish(given)));
		if (step === 'look') take(await active.tick());
		if (step === 'failing look') {
			await control.fault({ kind: 'status', status: 503, host: 'api' });
			expect((await active.tick())[0]?.error).toBeDefined();
		}
		if (step === 'restart') {
			await active.restart({ checksWebhooks: false });
			take(active.firstTicks);
		}
		if (step === 'look' || step === 'restart') expect([...given].sort()).toEqual([...due].sort());
	}
}

/** Archives appear, and are claimed when they have been handed over; all are due. */
function archives(): World {
	const { vendor } = flexperto();
	const open: string[] = [];
	return {
		event: 'archiveAvailable',
		async appear() {
			const { ids } = await vendor.createArchives();
			open.push(...ids);
			return ids;
		},
		async finish(given) {
			const claimed = open.findIndex((id) => given.includes(id));
			if (claimed < 0) return [];
			for (const id of open.splice(claimed, 1)) await vendor.setArchiveStatus(id, 'ABANDONED');
			return [];
		},
	};
}

/** Contract sessions are started, some signed at once, and others later; all signed ones are due. */
function sessions(): World {
	const { vendor } = flexperto();
	const open: number[] = [];
	let started = 0;
	return {
		event: 'contractSessionCompleted',
		async appear() {
			const signed = ++started % 3 === 0;
			const [view] = await vendor.createSessions({ documents: 1, handedOver: true, signed });
			const ids = view ? [view.session.id] : [];
			if (!signed) open.push(...ids);
			return signed ? ids : [];
		},
		async finish() {
			const oldest = open.shift();
			if (oldest === undefined) return [];
			await vendor.signSession(oldest);
			return [oldest];
		},
	};
}

describe('whatever happens between the looks, each thing is handed over once', () => {
	test.each([
		['archives', archives],
		['contract sessions', sessions],
	])(
		'%s',
		async (_kind, world) => {
			await fc.assert(
				fc.asyncProperty(steps, async (history) => {
					await flexperto().control.reset();
					await play(world(), history);
				}),
				{ numRuns: 25 },
			);
		},
		120_000,
	);
});
