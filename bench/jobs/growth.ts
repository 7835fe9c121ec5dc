/** Milliseconds between two looks at the memory; closer ones are felt in the time. */
const PACE = 10;

/**
 * How many bytes this process takes at most while the work is done, beyond what it has just before.
 *
 * Looked at again and again, as `maxRSS` cannot be set back: in some runs it holds a peak of loading
 * modules from which the process has come down by 20 MiB, and these would be counted as growth.
 * Linux's own count of the peak, set back before the work, is within 0.5 MiB of what is seen here.
 */
export async function growthDuring(work: () => Promise<void>): Promise<number> {
	const before = process.memoryUsage.rss();
	let highest = before;
	const look = () => {
		highest = Math.max(highest, process.memoryUsage.rss());
	};
	const watch = setInterval(look, PACE);
	try {
		await work();
		look();
	} finally {
		clearInterval(watch);
	}
	return highest - before;
}
