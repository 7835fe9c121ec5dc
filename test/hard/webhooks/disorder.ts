import fc from 'fast-check';
import { counted, seed } from '../figures';
import { eachOf, hangUp, sendRaw, type WireRequest } from './wire';

/** How many different reports are sent, each once to four times. */
export const REPORTS = 1_000;
const MOST_TIMES = 4;

/** Two deliveries are under way at once. */
const TWO = 2;

/** The reports in any order, most of them several times. */
function shuffled<T>(reports: T[]): T[] {
	const times = fc.array(fc.integer({ min: 1, max: MOST_TIMES }), {
		minLength: reports.length,
		maxLength: reports.length,
	});
	const all = times.chain((often) => {
		const sent = reports.flatMap((report, index) =>
			Array.from({ length: often[index] ?? 1 }, () => report),
		);
		return fc.shuffledSubarray(sent, { minLength: sent.length });
	});
	return fc.sample(all, { seed, numRuns: 1 })[0] ?? [];
}

/** Sends genuine reports in disorder, and says how many that were; each is answered with 200. */
export async function deliverInDisorder(what: string, reports: WireRequest[]): Promise<number> {
	const deliveries = shuffled(reports);
	const statuses = new Map<number, number>();
	await eachOf(deliveries, TWO, async (request) => {
		const { status } = await sendRaw(request);
		statuses.set(status, (statuses.get(status) ?? 0) + 1);
	});
	hangUp();
	expect([...statuses]).toEqual([[200, deliveries.length]]);
	counted('Webhooks', what, deliveries.length, { atLeast: reports.length });
	return deliveries.length;
}

/** What the table calls them. */
export const disorderly = (name: string) => `repeated and reordered genuine deliveries, ${name}`;

/** Notes how many executions genuine deliveries in disorder started. */
export const countExecutions = (name: string, found: number): void =>
	counted('Webhooks', `executions that these started, ${name}`, found, { atLeast: REPORTS });
