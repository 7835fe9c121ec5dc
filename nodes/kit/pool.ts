import pLimit from 'p-limit';

import { rest } from './rest';

/** How fast to go: pieces at a time, and milliseconds before a freed place is used again. */
export interface Pace {
	concurrent: number;
	pause: number;
	/** Ends the work when the user stops the execution. */
	cancelled?: AbortSignal;
}

/**
 * Does the work for each piece, started in their order. `work` returns false when it failed: then
 * nothing new is started, and what is under way comes to its end.
 */
export async function inOrder<T>(
	pieces: T[],
	{ concurrent, pause, cancelled }: Pace,
	work: (piece: T) => Promise<boolean>,
): Promise<void> {
	const limit = pLimit(concurrent);
	let failed = false;
	const step = async (piece: T, index: number) => {
		if (failed || cancelled?.aborted) return;
		failed ||= !(await work(piece));
		if (pause === 0 || index === pieces.length - 1) return;
		await rest(pause, cancelled).catch(() => (failed = true));
	};
	await Promise.all(
		pieces.map(async (piece, index) => await limit(async () => await step(piece, index))),
	);
}
