import { isRecord } from '../../nodes/kit/record';
import type { LoggedRequest } from '../../sandbox/requestLog';

export const USERS = '/api/v2/users/users';
export const RESERVE = '/api/v2/communication/meetings/reserve';
export const CONTRACTS = '/api/v2/collaboration/contracts/contracts';
export const SESSIONS = `${CONTRACTS}/sessions`;
export const DOCUMENTS = `${CONTRACTS}/documents`;
export const ARCHIVES = '/api/v2/communication/archives/archives';
export const WEBHOOK = '/api/v2/communication/notifications/notifications/webhook';
/** The path of an older revision of the guide. */
export const OLDER_WEBHOOK = '/api/v2/communication/subscriptions/subscriptions/webhook';

/** A request as the vendor got it, reduced to what an operation decides. */
export interface Received {
	/** Method, path and query as sent. */
	request: string;
	/** The header `api-key`. */
	apiKey?: string | string[];
	/** The header `x-user-id`. */
	actingUserId?: string | string[];
	/** The JSON body. */
	body?: unknown;
}

/** The requests as the vendor got them, in their order. */
export function received(requests: LoggedRequest[]): Received[] {
	return requests.map(({ method, path, rawQuery, headers, body }) => ({
		request: `${method} ${path}${rawQuery === '' ? '' : `?${rawQuery}`}`,
		apiKey: headers['api-key'],
		actingUserId: headers['x-user-id'],
		body,
	}));
}

/** An entry of a request's JSON body, as text. */
export const sentAs = ({ body }: LoggedRequest, entry: string): string =>
	isRecord(body) ? String(body[entry]) : '';
