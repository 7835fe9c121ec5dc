/** What the work gives, or `undefined` when it does not end within so many milliseconds. */
export async function within<T>(milliseconds: number, work: Promise<T>): Promise<T | undefined> {
	let timer: NodeJS.Timeout | undefined;
	const tooLong = new Promise<undefined>((resolve) => {
		timer = setTimeout(resolve, milliseconds, undefined);
	});
	return await Promise.race([work, tooLong]).finally(() => clearTimeout(timer));
}
