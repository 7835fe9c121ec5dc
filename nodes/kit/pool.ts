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
	let failed = false;
	// The places take from one iterator, so that what is not begun yet costs nothing.
	const waiting = pieces.entries();
	const place = async () => {
		for (const [index, piece] of waiting) {
			if (failed || cancelled?.aborted) return;
			if (!(await work(piece))) failed = true;
			if (pause === 0 || index === pieces.length - 1) continue;
			await rest(pause, cancelled).catch(() => (failed = true));
		}
	};
	await Promise.all(Array.from({ length: Math.min(concurrent, pieces.length) }, place));
}
