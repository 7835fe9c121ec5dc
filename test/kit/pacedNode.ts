import type { ICredentialDataDecryptedObject, INodeParameters } from 'n8n-workflow';

import type { Vendor } from '../../nodes/kit/connection';
import { text } from '../../nodes/kit/field';
import { operation } from '../../nodes/kit/operation';
import { path } from '../../nodes/kit/path';
import { get, post } from '../../nodes/kit/request';
import { useFastTime } from '../fastTime';
import { useSample } from './sampleNode';
import { entriesOf, type Received, type SampleAnswer } from './sampleServer';

// A node of a vendor that takes so many requests a minute from each user, in time that runs fast.

const thing = operation({
	name: 'Get',
	action: 'Get a thing',
	description: 'Get it',
	docs: 'none',
	fields: { thingId: text('Thing', { required: true }) },
	repeatable: true,
	request: ({ thingId }) => get(path`/things/${thingId}`),
});

/** What a credential says, as the key of the sample credential holds it. */
interface Account {
	user: string;
	/** Requests per minute. */
	requests: number;
	/** Tells credentials of one user apart. */
	key?: string;
	/** A token of its own instead of a sign-in. */
	token?: string;
	/** Where the vendor is, if not at the server of these tests. */
	baseUrl?: string;
}

const entry = (credentials: ICredentialDataDecryptedObject, name: string) =>
	new URLSearchParams(String(credentials.apiKey)).get(name);

const vendor: Partial<Vendor> = {
	quota: (credentials) => ({
		requests: Number(entry(credentials, 'requests')),
		user: String(entry(credentials, 'user')),
	}),
	signIns: {
		sampleApi: {
			given: (credentials) => entry(credentials, 'token') ?? undefined,
			opening: {
				request: (credentials) =>
					post(path`/token`, { body: { user: entry(credentials, 'user') } }),
				token: ({ token }) => (typeof token === 'string' ? token : undefined),
			},
			sign: (options, token) => ({
				...options,
				headers: { ...options.headers, authorization: `Bearer ${token}` },
			}),
		},
	},
};

/** A request as the vendor counts it. */
export interface Arrival {
	user: string;
	path: string;
	/** When it came and when its answer went, in milliseconds. */
	at: number;
	answeredAt?: number;
}

/** Gives the answer to the request with this number, from 0; may take its time. */
export type Answering = (arrival: Arrival, index: number) => SampleAnswer | Promise<SampleAnswer>;

const userOf = (request: Received) =>
	request.path === '/token'
		? String(entriesOf(request).user)
		: String(request.headers.authorization).replace(/^Bearer (.*) #.*$/, '$1');

let users = 0;

/** The node in n8n's engine, and the vendor's view of what it sends. */
export function usePaced(different: Partial<Vendor> = {}) {
	const table = { thing: { name: 'Thing', operations: { get: thing } } };
	const sample = useSample(table, { vendor: { ...vendor, ...different } });
	const time = useFastTime();

	return {
		time,
		url: () => sample().server.url,
		/** A user of whom this process has sent nothing yet. */
		newUser: () => `user ${++users}`,
		/** From now on the vendor answers so; gives the list of what comes. Sign-ins always work. */
		vendorAnswers(answering: Answering = () => ({})): Arrival[] {
			const arrivals: Arrival[] = [];
			let tokens = 0;
			sample().server.answers(async (request) => {
				const arrival: Arrival = { user: userOf(request), path: request.path, at: Date.now() };
				const index = arrivals.push(arrival) - 1;
				const answer = await answering(arrival, index);
				arrival.answeredAt = Date.now();
				if (arrival.path !== '/token' || answer.status) return answer;
				return { body: { token: `${arrival.user} #${++tokens}` } };
			});
			return arrivals;
		},
		/** Gets things `<name>0`, `<name>1` and so on, one for each item. */
		async getThings(
			{ user, requests, key = '', token, baseUrl = sample().server.url }: Account,
			count: number,
			more: {
				name?: string;
				options?: INodeParameters;
				concurrent?: number;
				continueOnFail?: boolean;
				signal?: AbortSignal;
			} = {},
		) {
			const { name = 'a', options, concurrent = 10, ...run } = more;
			const given = { user, requests: String(requests), key, ...(token && { token }) };
			const apiKey = new URLSearchParams(given).toString();
			const batching = { values: { concurrentRequests: concurrent } };
			return await sample().run('thing.get', {
				inputs: { thingId: '={{ $json.id }}', options: { batching, ...options } },
				items: Array.from({ length: count }, (_none, index) => ({ id: `${name}${index}` })),
				credentials: { sampleApi: { baseUrl, apiKey } },
				...run,
			});
		},
	};
}

/** The most requests that came within one minute. */
export function mostInAMinute(arrivals: Arrival[]): number {
	const times = arrivals.map(({ at }) => at);
	const within = (from: number) => times.filter((at) => at >= from && at < from + 60_000).length;
	return Math.max(0, ...times.map(within));
}

/** How many milliseconds after the first one each came. */
export const sinceFirst = (arrivals: Arrival[]): number[] =>
	arrivals.map(({ at }) => at - (arrivals[0]?.at ?? NaN));

export const pathsOf = (arrivals: Arrival[]): string[] => arrivals.map(({ path }) => path);
