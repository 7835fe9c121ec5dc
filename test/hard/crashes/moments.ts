import { seed } from '../figures';

/** Numbers from 0 to 1, always the same ones for a seed. */
export function randomNumbers(name: string): () => number {
	const modulus = 2 ** 31 - 1;
	let state = 1;
	for (const sign of `${seed} ${name}`) state = (state * 131 + sign.charCodeAt(0)) % modulus || 1;
	return () => {
		// The minimal standard generator.
		state = (state * 48_271) % modulus;
		return state / modulus;
	};
}

/** How much longer than expected a run may take: its end has to be hit as well. */
const MARGIN = 1.2;

/** How far apart, as parts of a whole, numbers are that fill it ever more evenly. */
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/**
 * When to kill: spread evenly over the time that a run is expected to take. `units` says how much work
 * a run has before it; how long one takes is learned from the runs that come to their end.
 */
export class Moments {
	private fraction: number;
	private pace?: number;

	constructor(name: string) {
		this.fraction = randomNumbers(name)();
	}

	/** Milliseconds that so many units take. */
	expected(units: number): number {
		return units * (this.pace ?? 0);
	}

	/** Milliseconds after the beginning; `undefined` until a run has come to its end. */
	next(units: number): number | undefined {
		if (this.pace === undefined) return undefined;
		this.fraction = (this.fraction + GOLDEN) % 1;
		return this.fraction * this.expected(units + 1) * MARGIN;
	}

	learn(units: number, ms: number): void {
		const pace = ms / (units + 1);
		this.pace = this.pace === undefined ? pace : 0.7 * this.pace + 0.3 * pace;
	}
}
