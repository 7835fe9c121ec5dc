/**
 * Asks again and again until there is an answer that is true.
 *
 * @param what what is waited for, as the error then tells it
 * @param patience how long, in milliseconds
 */
export async function until<T>(
	what: string,
	ask: () => Promise<T>,
	patience = 60_000,
): Promise<NonNullable<T>> {
	const end = Date.now() + patience;
	for (;;) {
		const answer = await ask();
		if (answer) return answer;
		if (Date.now() > end) throw new Error(`Within ${patience / 1000} s it was not so: ${what}`);
		await new Promise((done) => setTimeout(done, 200));
	}
}
