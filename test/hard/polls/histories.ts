import { Tally } from '../../pollingTally';
import type { Extent } from '../../pollingHistory';
import { counted, measured, seed } from '../figures';

const CHAPTER = 'Triggers over time';

/** What one line of the table sums up. */
const all = (what: string) => `all polling triggers: ${what}`;

/** A long history with everything that may happen in it. */
export interface Troubled extends Extent {
	includesExisting: boolean;
	troubled: true;
}

/**
 * So many long histories for an event: in half of them the workflow asks for what is there at its first
 * look, in the others it does not.
 */
export async function inTrouble(
	tally: Tally,
	numRuns: number,
	check: (plan: Troubled) => Promise<unknown>,
): Promise<void> {
	for (const includesExisting of [true, false]) {
		await check({ numRuns, seed, steps: [80, 100], troubled: true, tally, includesExisting });
	}
}

/** Says what was seen of a polling trigger. */
export function tell(trigger: string, tally: Tally, polls: number): void {
	counted(CHAPTER, `looks of the ${trigger} Polling Trigger`, tally.polls, { atLeast: polls });
	counted(CHAPTER, all('looks that failed'), tally.failed);
	counted(CHAPTER, all('restarts of n8n'), tally.restarts);
	counted(CHAPTER, all('restarts with an older memory, or none'), tally.losses);
	counted(CHAPTER, all('events that happened'), tally.happened);
	counted(CHAPTER, all('events handed over'), tally.delivered);
	counted(CHAPTER, all('events lost'), tally.lost, { atMost: 0 });
	counted(CHAPTER, all('events repeated without a loss of memory'), tally.repeated, { atMost: 0 });
	counted(CHAPTER, all('events repeated after a loss of memory'), tally.repeatedAfterLoss);
	counted(
		CHAPTER,
		all('events that came with the loss of all memory, Include Existing off'),
		tally.countedAsKnown,
	);
	measured(CHAPTER, all('largest memory of a history'), tally.mostBytes, {
		unit: 'bytes',
		atMost: 20_000,
	});
}

/** What an open thing may take: twelve characters of its fingerprint, or its number and what is known. */
const MOST_BYTES = { fingerprint: 16, state: 40, date: 48 };

/** Says how much is remembered of so many open things. */
export function tellMemory(kind: keyof typeof MOST_BYTES, bytes: number, things: number): void {
	const what = `memory for each open thing kept by its ${kind}`;
	measured(CHAPTER, what, bytes / things, { unit: 'bytes', atMost: MOST_BYTES[kind] });
}
