import type { Arrival } from './arrivals';

/** A text that must not be seen. */
export interface Secret {
	text: string;
	/** What it is, such as `apiKey`. */
	what: string;
	/** The hosts that it may be sent to; the first that gets it, where none is known. */
	hosts: string[];
	/** Whether items may hold it: links and passwords are there for whoever asked for them. */
	isForItems: boolean;
}

/** Anything shorter is no secret of a test, and would be found by chance. */
const SHORTEST = 12;
const SHORTEST_HALF = 16;

/** The entries of a credential that are secret: `apiKey`, `access_token`, a header's `value`. */
const SECRET_ENTRY = /(key|token|password|secret)$|^value$/i;

/** Names in a query that make a link a key: whoever has it may fetch or upload the file. */
const SECRET_QUERY = ['token', 'access_token', 'Signature', 'X-Amz-Signature'];

const isSecret = (text: unknown): text is string =>
	typeof text === 'string' && text.length >= SHORTEST && !text.startsWith('=');

/** Every text in a value, with its name. */
function named(value: unknown, name = ''): Array<[string, string]> {
	if (typeof value === 'string') return [[name, value]];
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, inner]) => named(inner, key));
}

/** The secrets of a credential, which may be sent to the hosts of its addresses alone. */
export function secretsOfCredential(credential: object): Secret[] {
	const texts = named(credential);
	const hosts = texts.flatMap(([name, text]) => {
		if (URL.canParse(text) && new URL(text).host !== '') return [new URL(text).host];
		return name === 'host' ? [text] : [];
	});
	return texts
		.filter(([name, text]) => SECRET_ENTRY.test(name) && isSecret(text))
		.map(([what, text]) => ({ text, what, hosts: [...hosts], isForItems: false }));
}

/**
 * The secrets that a request carries: a session's token, which the vendor has handed out, the token in
 * a link, a password. They belong to where they are seen first.
 */
export function secretsOfRequest({ host, path, headers, body }: Arrival): Secret[] {
	const { searchParams } = new URL(path, 'http://host');
	const { authorization = '', 'api-key': key } = headers;
	const sent = named(recordIn(body));
	const found: Array<[string, unknown, boolean]> = [
		['authorization', authorization.replace(/^\w+ /, ''), false],
		['api-key', key, false],
		...sent.map(([name, text]): [string, unknown, boolean] => [name, text, name === 'password']),
		...SECRET_QUERY.map((name): [string, unknown, boolean] => [name, searchParams.get(name), true]),
	];
	return found.flatMap(([what, text, isForItems]) => {
		const isKnown = isForItems || ['authorization', 'api-key', 'auth_token'].includes(what);
		return isKnown && isSecret(text) ? [{ text, what, hosts: [host], isForItems }] : [];
	});
}

function recordIn(body: string): unknown {
	if (!body.startsWith('{')) return undefined;
	try {
		return JSON.parse(body);
	} catch {
		return undefined;
	}
}

/**
 * How a secret may be written: as it is, within JSON or an address, and its halves, as a message may be
 * cut. A JSON Web Token begins as many others do, so that only its end tells which one it is.
 */
export function marksOf(text: string): string[] {
	const half = Math.ceil(text.length / 2);
	const halves = text.startsWith('eyJ')
		? [text.slice(-half)]
		: [text.slice(0, half), text.slice(-half)];
	const written = [text, JSON.stringify(text).slice(1, -1), encodeURIComponent(text)];
	return [...new Set([...written, ...(half < SHORTEST_HALF ? [] : halves)])];
}
