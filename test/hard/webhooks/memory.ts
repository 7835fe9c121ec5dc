import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

const MEGABYTE = 2 ** 20;

/** What the process holds when nothing superfluous is left, in MB: objects, buffers, all of it. */
export function memory() {
	// Twice, because what the first finds to be unused may only then let go of its buffers.
	collectGarbage();
	collectGarbage();
	const { heapUsed, arrayBuffers, rss } = process.memoryUsage();
	return { held: (heapUsed + arrayBuffers) / MEGABYTE, resident: rss / MEGABYTE };
}
