import { sleep } from 'n8n-workflow';

/** Waits for so many milliseconds, or throws as soon as the user stops the execution. */
export async function rest(milliseconds: number, cancelled?: AbortSignal): Promise<void> {
	if (!cancelled) return await sleep(milliseconds);
	const stopped = new AbortController();
	const cancellation = new Promise<never>((_resolve, reject) => {
		const stop = () => reject(cancelled.reason);
		cancelled.addEventListener('abort', stop, { once: true, signal: stopped.signal });
	});
	cancelled.throwIfAborted();
	try {
		await Promise.race([sleep(milliseconds), cancellation]);
	} finally {
		stopped.abort();
	}
}
