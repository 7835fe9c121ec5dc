import type { LoggedRequest } from '../../../sandbox/requestLog';
import type { Engine } from '../../harness/engine';
import type { Received } from '../../kit/plainServer';
import { isBare } from '../bare';

const SECRET = /key|token|password|secret/i;

/** What the credentials hold that is secret. */
export const secretsOf = ({ credentials }: Engine): string[] =>
	Object.values(credentials).flatMap((credential) =>
		Object.entries(credential)
			.filter(([name, value]) => SECRET.test(name) && typeof value === 'string' && value !== '')
			.map(([, value]) => String(value)),
	);

/** How many requests to other hosts than the vendor's API held a secret or signed in. */
export function leaks(log: LoggedRequest[], elsewhere: Received[], secrets: string[]): number {
	const own = log.filter(({ host }) => host === 'api');
	const tokens = own.flatMap(({ headers, body }) => [
		String(headers.authorization ?? '').replace(/^Bearer /, ''),
		typeof body === 'object' && body !== null && 'auth_token' in body
			? String(body.auth_token)
			: '',
	]);
	const hidden = [...secrets, ...tokens].filter(Boolean);
	const others = [...log.filter(({ host }) => host !== 'api'), ...elsewhere];
	return others.filter((request) => {
		const told = JSON.stringify(request);
		return !isBare(request) || hidden.some((secret) => told.includes(secret));
	}).length;
}
