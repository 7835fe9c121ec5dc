import { downloads } from './downloads';
import { reads } from './reads';
import { composites, writes } from './tickets';

/** Everything of Apizee that meets faults. */
export const acts = [...reads, ...writes, ...downloads, ...composites];

/** The kinds that Apizee does not have, with the reason. */
export const missing = {
	'write that may be repeated': 'the vendor describes no change by which nothing else happens',
	upload: 'the vendor takes no files by its API',
	'trigger registration': 'the webhook is set up in the console of the vendor',
};
