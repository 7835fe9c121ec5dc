import type { INodeParameters } from 'n8n-workflow';

import type { RequestFilter } from '../../../sandbox/requestLog';
import type { Expected } from './expected';

/** The kinds of work that meet faults. */
export const KINDS = [
	'read',
	'list, page 2',
	'write that may be repeated',
	'write that may not',
	'upload',
	'download',
	'composite',
	'trigger registration',
	'poll',
	'picker',
	'credential test',
] as const;

export type Kind = (typeof KINDS)[number];

/** The options of an operation's requests. */
export type Options = INodeParameters & { timeout: number };

/** What came of a piece of work: what the user is told where it failed. */
export interface Outcome {
	failure?: { message: string; description: string };
	/** How often what was wanted came, where that can be counted. */
	found?: number;
}

/** A piece of work that is ready to begin. */
export interface Work {
	run(): Promise<Outcome>;
	/** How many there are at the vendor of what it makes. */
	made?(): Promise<number>;
	/** Runs it again in the way that the failure names; afterwards there has to be one of it. */
	again?(failure: Outcome['failure']): Promise<Outcome>;
}

/** One request of a kind of work, which the fault meets. */
export interface Act<Setup> {
	kind: Kind;
	/** What is done, and at which request it goes wrong. */
	name: string;
	struck: RequestFilter & { after?: number };
	/** Whether the vendor may receive the request twice. */
	isRepeatable: boolean;
	/** How the answer is read: as data, as anything, as a file; or by n8n itself. */
	answer?: 'anything' | 'file' | 'byN8n';
	/** It has no options for retries and the time-out: what holds is n8n's default of ours. */
	hasNoOptions?: true;
	/** Signed in with a key, which does not end as sessions do. */
	hasNoSession?: true;
	/** Who is asked, as messages name it, where that is not the vendor's name. */
	asked?: string;
	/** Other requests of the run come before it. */
	isLater?: true;
	begin(setup: Setup, options: Options): Promise<Work>;
	/** What the run after says instead of going on, when the work was done and its answer lost. */
	afterLoss?: string;
	/** After a lost answer it looks whether the vendor did its work, and finds that. */
	looksAfterLoss?: true;
	/** What a failure names as done before. */
	done?: string;
	/** What comes otherwise than by the rules, by the trouble's name, each with its reason. */
	but?: Record<string, Partial<Expected> & { because: string }>;
}
