import { appendFileSync } from 'node:fs';
import type { Figure } from '../../scripts/hard/figures';

/** The seed of all that is random; another one in each turn of a soak. */
export const seed = Number(process.env.HARD_SEED ?? 1);

function keep(figure: Figure): void {
	const file = process.env.HARD_FIGURES;
	if (file) appendFileSync(file, `${JSON.stringify(figure)}\n`);
}

/** Says how much was done, such as runs or deliveries; with `atLeast` it must not be less. */
export function counted(
	chapter: string,
	what: string,
	found: number,
	wanted: { atLeast?: number; atMost?: number } = {},
): void {
	keep({ chapter, what, found, add: 'sum', ...wanted });
	expectWithin(what, found, wanted);
}

/** Says how much it took at most, such as memory; it must not be more than `atMost`. */
export function measured(
	chapter: string,
	what: string,
	found: number,
	wanted: { unit: string; atMost: number },
): void {
	keep({ chapter, what, found, add: 'most', ...wanted });
	expectWithin(what, found, wanted);
}

function expectWithin(
	what: string,
	found: number,
	{ atLeast = -Infinity, atMost = Infinity }: { atLeast?: number; atMost?: number },
): void {
	const isWithin = found >= atLeast && found <= atMost;
	expect({ what, found, isWithin }).toEqual({ what, found, isWithin: true });
}
