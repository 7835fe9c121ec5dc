/** How long something may take to come true, in milliseconds: the machine may be busy. */
const PATIENCE = 60_000;

/** Waits until an expectation holds. Throws as it does when it has not come true after a minute. */
export async function eventually(expectation: () => Promise<void>): Promise<void> {
	const until = Date.now() + PATIENCE;
	for (;;) {
		try {
			return await expectation();
		} catch (error) {
			if (Date.now() > until) throw error;
			await new Promise((done) => setTimeout(done, 150));
		}
	}
}
