/** What was seen in all histories of a test. */
export class Tally {
	/** Looks, those at activations and the failed ones included. */
	polls = 0;
	failed = 0;
	restarts = 0;
	/** Restarts at which n8n had an older memory, or none. */
	losses = 0;
	/** What was to be handed over, and was. */
	happened = 0;
	delivered = 0;
	lost = 0;
	/** Handed over again without a loss, and after one. */
	repeated = 0;
	repeatedAfterLoss = 0;
	/** What came while n8n had no memory and nothing that exists was asked for. */
	countedAsKnown = 0;
	/** The largest memory, in bytes. */
	mostBytes = 0;
}
