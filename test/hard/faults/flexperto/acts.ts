import { composites } from './composites';
import { downloads, polls, reads } from './reads';
import { registrations, writes } from './writes';

/** Everything of Flexperto that meets faults. */
export const acts = [...reads, ...downloads, ...polls, ...writes, ...registrations, ...composites];

/** The kinds that Flexperto does not have, with the reason. */
export const missing = {
	'write that may be repeated': 'the vendor documents no request that only sets a state',
};
