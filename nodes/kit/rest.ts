import { sleep } from 'n8n-workflow';

/** Waits for so many milliseconds, or throws as soon as the user stops the execution. */
export async function rest(milliseconds: number, cancelled?: AbortSignal): Promise<void> {
	cancelled?.throwIfAborted();
	// n8n 1 does not know the signal and leaves its timer behind.
	await untilCancelled(sleep(milliseconds, cancelled), cancelled);
}

/** The result of the work, or throws as soon as the user stops the execution; the work goes on then. */
export async function untilCancelled<T>(work: Promise<T>, cancelled?: AbortSignal): Promise<T> {
	if (!cancelled) return await work;
	const settled = new AbortController();
	const cancellation = new Promise<never>((_resolve, reject) => {
		const stop = () => reject(cancelled.reason);
		if (cancelled.aborted) stop();
		cancelled.addEventListener('abort', stop, { once: true, signal: settled.signal });
	});
	try {
		return await Promise.race([work, cancellation]);
	} finally {
		settled.abort();
	}
}
