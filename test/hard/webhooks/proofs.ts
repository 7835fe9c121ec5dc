import fc, { type Arbitrary } from 'fast-check';
import { INHERITED } from './contents';
import type { Headers } from './wire';

/** Where a delivery carries what proves it: in its headers, or in the query of its address. */
export interface Proof {
	headers?: Headers;
	/** Without the question mark. */
	query?: string;
}

/** How a vendor proves its deliveries. */
export interface Proving {
	/** The secret in its place. */
	proof(secret: string): Proof;
	/** The secret in the same place more than once, or as part of a list. */
	several(secret: string, other: string): Proof[];
	/** Names under which the secret has no meaning. */
	otherHeaders: string[];
	otherParameters: string[];
}

/** Iotum's header, Apizee's header: whatever a header is called. */
export const inHeader = (name: string): Proving => ({
	proof: (secret) => ({ headers: [[name, secret]] }),
	several: (secret, other) => [
		{ headers: twice([name, secret], [name, secret]) },
		{ headers: twice([name, secret], [name, other]) },
		{ headers: twice([name, other], [name.toUpperCase(), secret]) },
		{ headers: [[name, `${secret},${secret}`]] },
		{ headers: [[name, `["${secret}"]`]] },
	],
	otherHeaders: OTHER_HEADERS.filter((header) => header !== name.toLowerCase()),
	otherParameters: [...OTHER_PARAMETERS, name, name.toLowerCase(), 'secret'],
});

/** VivoMeetings' parameter in the address. */
export const inQuery = (name: string): Proving => {
	const part = (secret: string, key = name) => `${key}=${encodeURIComponent(secret)}`;
	return {
		proof: (secret) => ({ query: part(secret) }),
		several: (secret, other) => [
			{ query: `${part(secret)}&${part(secret)}` },
			{ query: `${part(secret)}&${part(other)}` },
			{ query: `${part(other)}&${part(secret)}` },
			...['[]', '[0]', `[${name}]`, '[toString]', '[__proto__]'].map((index) => ({
				query: part(secret, name + index),
			})),
			// A server reads so many parameters and no more.
			{ query: `${'a=1&'.repeat(1_000)}${part(secret)}` },
		],
		otherHeaders: [...OTHER_HEADERS, name],
		otherParameters: [...OTHER_PARAMETERS, name.toUpperCase(), `${name}s`, `${name}%20`],
	};
};

const twice = (...headers: Headers): Headers => headers;

const OTHER_HEADERS = [
	...['authorization', 'x-signing-tokens', 'signing-token', 'x-secret', 'x-api-key', 'cookie'],
	...['x-webhook-secrets', 'x-hub-signature-256', 'stripe-signature', 'x-signing-token'],
	...['x-forwarded-for', 'x-original-url', 'x-http-method-override', 'referer', 'user-agent'],
	...['x-webhook-secret', ...INHERITED.map((key) => key.toLowerCase())],
];

const OTHER_PARAMETERS = [
	...['token', 'signature', 'access_token', 'api_key', 'x-signing-tokens'],
	...INHERITED.flatMap((key) => [key, `${key}[secret]`, `${key}[x-signing-token]`]),
];

const visible = (length: { minLength: number; maxLength: number }) =>
	fc.string({ unit: fc.constantFrom(...'abcXYZ019-_./+=~!*'), ...length });

const replacedAt = (secret: string, at: number) => {
	const index = at % secret.length;
	const other = secret[index] === 'x' ? 'y' : 'x';
	return secret.slice(0, index) + other + secret.slice(index + 1);
};

/** Texts that are not the secret, many of them nearly. HTTP drops spaces around a header. */
export function wrongSecrets(secret: string, others: string[]): Arbitrary<string> {
	const { length } = secret;
	const encoded = Buffer.from(secret);
	return fc
		.oneof(
			fc.nat().map((at) => replacedAt(secret, at)),
			fc.integer({ min: 0, max: length - 1 }).map((end) => secret.slice(0, end)),
			fc.integer({ min: 1, max: length }).map((start) => secret.slice(start)),
			visible({ minLength: 1, maxLength: 40 }).map((more) => secret + more),
			visible({ minLength: 1, maxLength: 40 }).map((more) => more + secret),
			visible({ minLength: length, maxLength: length }),
			visible({ minLength: 0, maxLength: 3 * length }),
			visible({ minLength: 2_000, maxLength: 6_000 }),
			fc.constantFrom(
				...[secret.toUpperCase(), [...secret].reverse().join(''), `"${secret}"`, `'${secret}'`],
				...[`Bearer ${secret}`, `Basic ${secret}`, `{"token":"${secret}"}`, `${secret}\t${secret}`],
				...[encoded.toString('base64'), encoded.toString('hex'), encodeURIComponent(`%${secret}`)],
				...[
					'',
					'   ',
					'undefined',
					'null',
					'true',
					'0',
					'[object Object]',
					'*',
					'%',
					'.*',
					'${secret}',
				],
				...["' or '1'='1", '={{ $credentials.secret }}', ...INHERITED, ...others],
			),
		)
		.filter((text) => text.trim() !== secret);
}

/** Proofs that are none: missing, wrong, in the wrong place, several. */
export function forgedProofs(
	{ proof, several, otherHeaders, otherParameters }: Proving,
	secret: string,
	others: string[],
): Record<string, Arbitrary<Proof>> {
	const wrong = wrongSecrets(secret, others);
	const inAnyWay = (text: string) => fc.constantFrom(text, `Bearer ${text}`, `secret=${text}`);
	return {
		'no secret': fc.constant({}),
		'a wrong secret': wrong.map(proof),
		'the secret several times': wrong.chain((other) => fc.constantFrom(...several(secret, other))),
		'the secret in another header': fc
			.tuple(fc.constantFrom(...otherHeaders), inAnyWay(secret))
			.map(([name, text]) => ({ headers: [[name, text]] })),
		'the secret in another parameter': fc
			.constantFrom(...otherParameters)
			.map((name) => ({ query: `${name}=${encodeURIComponent(secret)}` })),
	};
}
