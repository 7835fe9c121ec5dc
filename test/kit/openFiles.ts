import { readdirSync, readlinkSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/** Where a process can see what it has open. */
export const onLinux = process.platform === 'linux' ? it : it.skip;

/** The files of n8n that this process has open, a moment later: they are not closed at once. */
export async function openFiles(): Promise<string[]> {
	await wait(100);
	return readdirSync('/proc/self/fd')
		.flatMap((descriptor) => {
			try {
				return [readlinkSync(`/proc/self/fd/${descriptor}`)];
			} catch {
				// It was the one for reading the folder.
				return [];
			}
		})
		.filter((path) => path.includes('/n8n-engine-'));
}
