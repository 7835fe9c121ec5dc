import fc from 'fast-check';
import { wilcoxonRankSum } from 'simple-statistics';
import { seed } from '../figures';

/**
 * From how many standard deviations on two kinds count as told apart: by chance that happens less
 * than once in a million comparisons (p < 6e-7, two-sided).
 */
export const TOLD_APART = 5;

/** Rounds at the beginning that are not counted: the code is not compiled yet. */
const WARM_UP = 100;

/** Times each text so often, all of them in every round in another order. Times in nanoseconds. */
export async function interleaved(
	texts: Record<string, string>,
	rounds: number,
	time: (text: string) => number | Promise<number>,
): Promise<Map<string, number[]>> {
	const entries = Object.entries(texts);
	const any = fc.shuffledSubarray(entries, { minLength: entries.length });
	const times = new Map(entries.map(([kind]): [string, number[]] => [kind, []]));
	for (const [round, order] of fc.sample(any, { seed, numRuns: WARM_UP + rounds }).entries()) {
		for (const [kind, text] of order) {
			const taken = await time(text);
			if (round >= WARM_UP) times.get(kind)?.push(taken);
		}
	}
	return times;
}

/**
 * How far the ranks of two samples lie from those of samples of one kind, in standard deviations
 * (Wilcoxon rank sum test, normal approximation, without the small correction for ties).
 */
export function sigmaOf(one: number[], other: number[]): number {
	const all = one.length + other.length + 1;
	const expected = (one.length * all) / 2;
	const deviation = Math.sqrt((one.length * other.length * all) / 12);
	return Math.abs(wilcoxonRankSum(one, other) - expected) / deviation;
}

/** The two kinds that differ most, and by how many standard deviations. */
export function mostTellingOf(times: Map<string, number[]>) {
	const kinds = [...times];
	const pairs = kinds.flatMap(([kind, one], index) =>
		kinds
			.slice(index + 1)
			.map(([otherKind, other]) => ({ kinds: [kind, otherKind], sigma: sigmaOf(one, other) })),
	);
	return pairs.reduce((most, pair) => (pair.sigma > most.sigma ? pair : most), {
		kinds: [''],
		sigma: 0,
	});
}
