/** The inputs of an operation by name; the ones that may be left out by their collection. */
export interface Inputs {
	/** At the top level, to be filled in or with a default that always holds. */
	required?: string[];
	/** At the top level, one of which is to be filled in. */
	oneOf?: string[];
	/** At the top level, only there to fill the list of another input; never sent. */
	listOnly?: string[];
	additionalFields?: string[];
	updateFields?: string[];
	filters?: string[];
	options?: string[];
	/** Worked out without a request, so that there are no options of one. */
	isLocal?: true;
}

/** What a node offers: the whole scope, written down independently of the code. */
export interface Scope {
	/** How many operations there are. */
	count: number;
	operations: Record<string, Inputs>;
	/** Operations with Simplify, because their answer has more than ten entries. */
	simplified: string[];
	/** Operations that delete or end something, or cancel it for good. */
	destructive: string[];
	/** Operations that a person has to start. */
	humanOnly: string[];
	/** Entries of blocks that have to be filled in. */
	requiredEntries: string[];
}

/** Options that every operation has. */
export const requestOptions = ['batching', 'maxRetries', 'maxWait', 'timeout'];
