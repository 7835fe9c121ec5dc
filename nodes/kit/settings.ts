import type { ReadInput } from './definition';
import { whole } from './choice';
import { record } from './block';
import type { Sending } from './client';

/** The longest time of a timer in milliseconds: one that is longer would end at once. */
const LONGEST = 2_147_483_647;

const batching = record(
	'Batching',
	{
		concurrentRequests: whole('Concurrent Requests', {
			default: 5,
			minimum: 1,
			maximum: 50,
			description: 'How many input items are worked on at the same time',
		}),
		pause: whole('Pause (Ms)', {
			default: 0,
			minimum: 0,
			maximum: LONGEST,
			description: 'Milliseconds to wait after an item before the next one takes its place',
		}),
	},
	{ entry: 'Batching', description: 'How fast to go, when the vendor asks for less load' },
);

/** Options that every request has. */
export const requestOptions = {
	maxRetries: whole('Max Retries', {
		default: 3,
		minimum: 0,
		maximum: 10,
		description:
			'How often a request is repeated when the vendor is overloaded or cannot be reached. Requests that might act twice are only repeated when the vendor turned them away.',
	}),
	maxWait: whole('Max Wait (Seconds)', {
		default: 60,
		minimum: 0,
		maximum: Math.floor(LONGEST / 1000),
		description:
			'The longest pause before a repetition; when the vendor asks for more, the item fails',
	}),
	timeout: whole('Timeout (Ms)', {
		default: 300_000,
		minimum: 1,
		maximum: LONGEST,
		description: 'Milliseconds to wait for an answer before a request fails',
	}),
};

/** Options of nodes that work on many items. */
export const runOptions = { batching, ...requestOptions };

/** How the requests of a run are made, times in milliseconds. */
export interface RequestSettings extends Omit<Sending, 'repeatable'> {
	concurrentRequests: number;
	pause: number;
}

export const defaultSettings: RequestSettings = {
	concurrentRequests: 5,
	pause: 0,
	maxRetries: 3,
	maxWait: 60_000,
	timeout: 300_000,
};

/** Reads the options that every request has. Throws a refusal that names the field. */
export function readSettings(read: ReadInput): RequestSettings {
	const maxWait = read.option('maxWait', requestOptions.maxWait);
	return {
		...defaultSettings,
		...read.option('batching', batching),
		maxRetries: read.option('maxRetries', requestOptions.maxRetries) ?? defaultSettings.maxRetries,
		maxWait: maxWait === undefined ? defaultSettings.maxWait : maxWait * 1000,
		timeout: read.option('timeout', requestOptions.timeout) ?? defaultSettings.timeout,
	};
}
