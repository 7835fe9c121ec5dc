/** How often it is looked who is late, in milliseconds. */
const TICK = 50;

interface Watch {
	until: number;
	late(): void;
}

/** Everything that is waited for. One timer serves all: one for each would cost more than most answers. */
const watches = new Set<Watch>();
let isWatching = false;

/**
 * Calls `late` when so many milliseconds have passed, or a little later, unless the function that is
 * returned was called before.
 */
export function whenLate(timeout: number, late: () => void): () => void {
	const watch = { until: performance.now() + timeout, late };
	watches.add(watch);
	if (!isWatching) tick();
	return () => {
		watches.delete(watch);
	};
}

function tick(): void {
	isWatching = true;
	AbortSignal.timeout(TICK).addEventListener('abort', look, { once: true });
}

function look(): void {
	isWatching = false;
	const now = performance.now();
	for (const watch of watches) {
		if (watch.until > now) continue;
		watches.delete(watch);
		watch.late();
	}
	if (watches.size > 0 && !isWatching) tick();
}
