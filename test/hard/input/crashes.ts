/** Notes errors that nobody handled in this process, from now on. */
export function watchCrashes() {
	const crashes: unknown[] = [];
	const note = (error: unknown) => crashes.push(error);
	process.on('unhandledRejection', note).on('uncaughtException', note);
	return {
		/** What came since the last call. */
		taken: () => crashes.splice(0),
		stop: () => process.off('unhandledRejection', note).off('uncaughtException', note),
	};
}
