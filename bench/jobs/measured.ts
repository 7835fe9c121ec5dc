import { growthDuring } from './growth';

/** What a piece of work cost this process. */
export interface Measured {
	milliseconds: number;
	/** How many bytes of memory the process took at most, beyond what it had before. */
	growth: number;
}

/** Does the work and measures it. The growth is true in a process that has done little before. */
export async function measured(work: () => Promise<void>): Promise<Measured> {
	const started = performance.now();
	const growth = await growthDuring(work);
	return { milliseconds: performance.now() - started, growth };
}
