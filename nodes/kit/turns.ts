/** The last piece of work for each key; it never fails. */
const last = new Map<string, Promise<void>>();

/**
 * Does work for a key, in parts that tell it from others, when earlier work for it in this process has
 * come to its end, good or bad.
 */
export async function inTurn<T>(parts: unknown[], act: () => Promise<T>): Promise<T> {
	const key = JSON.stringify(parts);
	const before = last.get(key) ?? Promise.resolve();
	const work = before.then(act);
	const end = work.then(
		() => undefined,
		() => undefined,
	);
	last.set(key, end);
	try {
		return await work;
	} finally {
		if (last.get(key) === end) last.delete(key);
	}
}
