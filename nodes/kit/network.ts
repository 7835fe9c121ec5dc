import { TOO_LONG } from './body';
import type { Explanation } from './failure';

/** What the code of a connection that brought no answer means. */
interface Trouble extends Explanation {
	/** Whether the vendor may have received the request. */
	received: boolean;
	/** Whether it may work a little later. */
	passing: boolean;
}

const ADDRESS = 'Check the address in the credential';
const TLS = /CERT|SSL|TLS|EPROTO|SIGNATURE|ALTNAME/;

/**
 * Explains the system's or HTTP client's code of a request without an answer: to the address in the
 * credential, or by a link that the vendor gave.
 */
export function trouble(code: string, isLink = false): Trouble {
	const check = isLink ? 'Check whether n8n may reach this host' : ADDRESS;
	if (TLS.test(code)) {
		return {
			message: 'could not be reached securely',
			next: `${check}; behind a proxy that inspects traffic, n8n has to trust its certificate (NODE_EXTRA_CA_CERTS)`,
			received: false,
			passing: false,
		};
	}
	switch (code) {
		case 'ENOTFOUND':
		case 'EAI_AGAIN':
			return { message: 'was not found', next: check, received: false, passing: true };
		case 'ECONNREFUSED':
		case 'EHOSTUNREACH':
		case 'ENETUNREACH':
			return { message: 'could not be reached', next: check, received: false, passing: true };
		case 'ETIMEDOUT':
			return {
				message: 'did not answer in time',
				next: 'Try again, or raise Options > Timeout',
				received: true,
				passing: true,
			};
		case TOO_LONG:
			return {
				message: 'sent more data than expected',
				next: 'Ask for less with a filter or a shorter period, or check the address in the credential',
				received: true,
				passing: false,
			};
		default:
			return {
				message: 'closed the connection too early',
				next: 'Try again later',
				received: true,
				passing: true,
			};
	}
}
