import fc, { type Arbitrary } from 'fast-check';
import { asJson, contents, failsInN8n, tenMegabytes, type Content } from './contents';
import type { Proof } from './proofs';
import type { Headers, WireRequest } from './wire';

/** A delivery that must not start anything, and the answers it may get. */
export interface Hostile {
	kind: string;
	request: WireRequest;
	answer: 'refused' | 'left alone' | 'by n8n';
}

/** What a grammar is made of: deliveries of a kind, and how often it comes, of a thousand. */
export interface Kind {
	often: number;
	request: Arbitrary<WireRequest>;
	answer?: Hostile['answer'];
}

/** A POST to the URL with a content and what is to prove it. */
export function posted(url: string, { type, body }: Content, proof: Proof = {}): WireRequest {
	const query = proof.query === undefined ? '' : `?${proof.query}`;
	const headers: Headers = [['content-type', type], ...(proof.headers ?? [])];
	return { method: 'POST', url: `${url}${query}`, headers, body };
}

export const postedTo = (
	url: string,
	content: Arbitrary<Content>,
	proof: Arbitrary<Proof> = fc.constant({}),
): Arbitrary<WireRequest> => fc.tuple(content, proof).map((parts) => posted(url, ...parts));

/** So many headers, or so large ones, that a server has enough of them. */
const floods: Arbitrary<Headers> = fc.oneof(
	fc
		.integer({ min: 50, max: 600 })
		.map((count) =>
			Array.from({ length: count }, (_none, index): [string, string] => [`x-flood-${index}`, 'x']),
		),
	fc.integer({ min: 1_000, max: 40_000 }).map((size): Headers => [['x-flood', 'x'.repeat(size)]]),
	fc
		.integer({ min: 2, max: 300 })
		.map((count) =>
			Array.from({ length: count }, (): [string, string] => ['x-forwarded-for', '10.0.0.1']),
		),
);

/** The URL with something about it that makes it another one. */
const otherUrls = (url: string): Arbitrary<string> => {
	const { origin, pathname } = new URL(url);
	const [, hook = '', vendor = ''] = pathname.split('/').slice(1);
	return fc
		.oneof(
			fc.constantFrom(
				...['/webhook', '/webhook/', `/webhook-test/${hook}/${vendor}`, `/webhook/${vendor}`],
				...[`/webhook/${hook}`, `/webhook/${hook}/${vendor.toUpperCase()}`, `${pathname}x`],
				...[`/webhook/${hook}/..%2F${vendor}`, `/webhook/__proto__/${vendor}`, `${pathname}%00`],
				...['/webhook-waiting/1', `${pathname}/constructor`, '/webhook/%E0%A4'],
			),
			fc.webPath().map((path) => `/webhook/${hook}x${path}`),
		)
		.map((path) => `${origin}${path}`);
};

/**
 * What can be sent to any webhook, whatever the vendor: other methods, other addresses, large bodies,
 * floods of headers. `proof` is the right one: it must not help.
 */
export function anywhere(
	url: string,
	reports: Arbitrary<object>,
	proof: Proof,
): Record<string, Kind> {
	const anything = contents(reports);
	const asReport = reports.map(asJson);
	const proven = asReport.map((content) => posted(url, content, proof));
	const otherMethods = fc.constantFrom('GET', 'PUT', 'DELETE', 'HEAD', 'PATCH');
	return {
		'another method': {
			often: 60,
			request: fc.tuple(proven, otherMethods).map(([request, method]) => ({ ...request, method })),
		},
		OPTIONS: {
			often: 10,
			request: proven.map((request) => ({ ...request, method: 'OPTIONS' })),
			answer: 'by n8n',
		},
		'another address': {
			often: 50,
			request: fc
				.tuple(asReport, otherUrls(url))
				.map(([content, other]) => posted(other, content, proof)),
		},
		'a flood of headers': {
			often: 20,
			request: fc.tuple(postedTo(url, anything), floods).map(([request, flood]) => ({
				...request,
				headers: [...request.headers, ...flood],
			})),
		},
		'10 MB': { often: 3, request: postedTo(url, tenMegabytes, fc.constantFrom({}, proof)) },
		'more than n8n can read': {
			often: 1,
			request: failsInN8n.map(({ packed, ...content }) => {
				const { headers, ...request } = posted(url, content);
				const encoding: Headers = packed ? [['content-encoding', packed]] : [];
				return { ...request, headers: [...headers, ...encoding] };
			}),
			answer: 'by n8n',
		},
	};
}

/** Deliveries of all kinds, each as often as it says. */
export const anyOf = (kinds: Record<string, Kind>): Arbitrary<Hostile> =>
	fc.oneof(
		...Object.entries(kinds).map(([kind, { often, request, answer = 'refused' }]) => ({
			weight: often,
			arbitrary: request.map((made): Hostile => ({ kind, request: made, answer })),
		})),
	);
