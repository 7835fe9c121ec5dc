import pLimit from 'p-limit';
import { sleep } from 'n8n-workflow';

/** How fast to go: pieces at a time, and milliseconds before a freed place is used again. */
export interface Pace {
	concurrent: number;
	pause: number;
}

/**
 * Does the work for each piece, started in their order. `work` returns false when it failed: then
 * nothing new is started, and what is under way comes to its end.
 */
export async function inOrder<T>(
	pieces: T[],
	{ concurrent, pause }: Pace,
	work: (piece: T) => Promise<boolean>,
): Promise<void> {
	const limit = pLimit(concurrent);
	let failed = false;
	const step = async (piece: T, index: number) => {
		if (failed) return;
		failed ||= !(await work(piece));
		if (pause > 0 && index < pieces.length - 1) await sleep(pause);
	};
	await Promise.all(
		pieces.map(async (piece, index) => await limit(async () => await step(piece, index))),
	);
}
