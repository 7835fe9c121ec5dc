import type { LoggedRequest } from '../../../sandbox/requestLog';
import { everything, pattern, type Manifest } from '../../contract/manifest/manifest';

/** What every operation may ask for beside its own: the session that the credential opens. */
const SESSIONS = ['POST api /api/token', 'POST api /enterprise_api/authenticate'];

/**
 * Tells whether a request is one that the vendor documents and the operation uses: its method, its host
 * and its path as it was sent, every variable of it one segment.
 */
export function documentedFor(name: string, manifest: Manifest) {
	const own = Object.entries(everything(manifest))
		.filter(([, [, ...users]]) => users.includes(name))
		.map(([address]) => pattern(address));
	const known = new Map<string, boolean>();
	return ({ method, host, path }: LoggedRequest): boolean => {
		const sent = `${method} ${host} ${path}`;
		const isKnown =
			known.get(sent) ?? (SESSIONS.includes(sent) || own.some((each) => each.test(sent)));
		known.set(sent, isKnown);
		return isKnown;
	};
}
