import { requestMatches, type LoggedRequest, type RequestFilter } from './requestLog';

/** Which requests a fault meets. Everything left out matches. */
export interface FaultMatch extends RequestFilter {
	/** How many requests it meets, 1 by default. */
	times?: number | 'always';
	/** How many matching requests pass unharmed first, 0 by default. */
	after?: number;
	/**
	 * `before`: the vendor never does the work. `after`: the work is done and only its answer is
	 * lost or replaced. Default: `after` for the kinds that cut or change a body, otherwise `before`.
	 */
	when?: 'before' | 'after';
}

export type FaultAnswer =
	/** Another status; an object as body is sent as JSON. */
	| { kind: 'status'; status: number; headers?: Record<string, string>; body?: unknown }
	/** Another status, with what the request held (unusual headers, body) and `words` as message. */
	| { kind: 'echo'; status: number; words?: string }
	/** The real answer, in which every web address of this machine leads to this origin instead. */
	| { kind: 'relink'; origin: string }
	/** An HTML page where JSON is expected, status 200 by default. */
	| { kind: 'html'; status?: number; body?: string }
	/** JSON of so many bytes, sent as fast as it is taken; `gzip` sends it packed to a thousandth. */
	| { kind: 'flood'; bytes: number; gzip?: boolean }
	/** JSON that stops in the middle, with the content length of what is sent. */
	| { kind: 'cutJson' }
	/** The content length of the whole body, but the connection closes after `bytes` (default half). */
	| { kind: 'cutBody'; bytes?: number }
	/** The connection is reset before an answer. */
	| { kind: 'reset' }
	/** The connection is reset after `bytes` of the body (default half). */
	| { kind: 'resetMidBody'; bytes?: number }
	/** The answer comes `ms` real milliseconds late. */
	| { kind: 'delay'; ms: number }
	/** A redirect, status 302 by default. */
	| { kind: 'redirect'; location: string; status?: number };

export type Fault = FaultMatch & FaultAnswer;

/** A fault with its number and how many requests it has met. */
export type InjectedFault = Fault & { id: number; met: number };

export interface Faults {
	add(fault: Fault): InjectedFault;
	/** The first fault with requests left to meet that fits this request, counted as used. */
	take(
		request: Pick<LoggedRequest, 'vendor' | 'host' | 'method' | 'path'>,
	): InjectedFault | undefined;
	list(): InjectedFault[];
	clear(): void;
}

export function createFaults(): Faults {
	let faults: { fault: InjectedFault; passed: number }[] = [];
	let count = 0;

	return {
		add(fault) {
			const injected = { ...fault, id: ++count, met: 0 };
			faults.push({ fault: injected, passed: 0 });
			return injected;
		},
		take(request) {
			for (const entry of faults) {
				const { fault } = entry;
				const { times = 1, after = 0 } = fault;
				if (!requestMatches(fault, request)) continue;
				if (times !== 'always' && fault.met >= times) continue;
				if (entry.passed < after) {
					entry.passed++;
					continue;
				}
				fault.met++;
				return fault;
			}
			return undefined;
		},
		list: () => faults.map(({ fault }) => fault),
		clear() {
			faults = [];
			count = 0;
		},
	};
}

/** Whether the vendor's work is left undone when this fault strikes. */
export function strikesBefore(fault: Fault): boolean {
	const changesBody = ['cutJson', 'cutBody', 'resetMidBody', 'relink'].includes(fault.kind);
	return (fault.when ?? (changesBody ? 'after' : 'before')) === 'before';
}

const text = { type: 'string' };
const count = { type: 'integer', minimum: 0 };
const status = { type: 'integer', minimum: 100, maximum: 599 };

const answer = (
	kind: string,
	properties: Record<string, unknown> = {},
	required: string[] = [],
) => ({
	type: 'object',
	required: ['kind', ...required],
	additionalProperties: false,
	properties: {
		vendor: text,
		host: text,
		method: text,
		path: text,
		times: { anyOf: [count, { const: 'always' }] },
		after: count,
		when: { enum: ['before', 'after'] },
		kind: { const: kind },
		...properties,
	},
});

/** JSON schema of a fault, so that a misspelt one is refused instead of never striking. */
export const faultSchema = {
	type: 'object',
	required: ['kind'],
	discriminator: { propertyName: 'kind' },
	oneOf: [
		answer('status', { status, headers: { type: 'object' }, body: {} }, ['status']),
		answer('echo', { status, words: text }, ['status']),
		answer('relink', { origin: text }, ['origin']),
		answer('html', { status, body: text }),
		answer('flood', { bytes: count, gzip: { type: 'boolean' } }, ['bytes']),
		answer('cutJson'),
		answer('cutBody', { bytes: count }),
		answer('reset'),
		answer('resetMidBody', { bytes: count }),
		answer('delay', { ms: count }, ['ms']),
		answer('redirect', { location: text, status }, ['location']),
	],
};
