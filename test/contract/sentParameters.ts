import type { LoggedRequest } from '../../sandbox/requestLog';

/** The names in query and form of requests, sorted, by address; none for addresses without any. */
export function sentParameters(
	requests: LoggedRequest[],
	addressOf: (request: LoggedRequest) => string | undefined,
): Record<string, string[]> {
	const sent = new Map<string, Set<string>>();
	for (const request of requests) {
		const names = [...Object.keys(request.query), ...Object.keys(request.body ?? {})];
		const address = addressOf(request) ?? '';
		if (names.length > 0) sent.set(address, new Set([...(sent.get(address) ?? []), ...names]));
	}
	return Object.fromEntries([...sent].map(([address, names]) => [address, [...names].sort()]));
}
