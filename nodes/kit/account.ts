import type { Tools } from './tools';

/**
 * Asks the vendor something about the account once and remembers the answer as long as the process
 * lives. A failure is not remembered: of those who waited for it, the first asks again for all.
 */
export function askedOnce<T>(ask: (tools: Tools) => Promise<T>): (tools: Tools) => Promise<T> {
	const answers = new Map<string, Promise<T>>();
	return async function answerOf(tools): Promise<T> {
		const known = answers.get(tools.account);
		if (known) return await known.catch(async () => await answerOf(tools));
		const answer = ask(tools);
		answers.set(tools.account, answer);
		answer.catch(() => answers.delete(tools.account));
		return await answer;
	};
}
