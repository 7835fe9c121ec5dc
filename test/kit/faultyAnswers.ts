import type { FaultAnswer } from '../../sandbox/faults';

/** A fault, what the user reads about it, and whether it may pass when the request is sent again. */
export interface FaultyAnswer {
	what: string;
	fault: FaultAnswer;
	message: string;
	next: string;
	/** What the request ended with. */
	code: string;
	/** The fault may pass: a repeatable request is sent again. */
	passes?: true;
	/** The vendor refused: nothing was done, whatever the request. */
	refused?: true;
}

const answered = (status: number, body?: unknown): FaultAnswer => ({
	kind: 'status',
	status,
	body,
});
const WRONG_PLACE = 'Check the address in the credential, and proxies on the way';

export const faultyAnswers: FaultyAnswer[] = [
	{
		what: 'key rejected',
		fault: answered(401),
		message: 'rejected the API key',
		next: 'Check it in the credential, or create a new one in Flexperto under Administration > API tokens',
		code: 'HTTP 401',
		refused: true,
	},
	{
		what: 'not allowed',
		fault: answered(403, { message: 'Experts only' }),
		message: 'does not allow this with the API key: Experts only',
		next: 'Use the key of an administrator, and check "Act as User"',
		code: 'HTTP 403',
		refused: true,
	},
	{
		what: 'not found',
		fault: answered(404, { message: 'No such user' }),
		message: 'does not know what was asked for: No such user',
		next: 'Check the IDs of this item',
		code: 'HTTP 404',
		refused: true,
	},
	{
		what: 'conflict',
		fault: answered(409, { error: 'Taken by another' }),
		message: 'reports a conflict: Taken by another',
		next: 'Look at the current state before trying again',
		code: 'HTTP 409',
		refused: true,
	},
	{
		what: 'rule broken',
		fault: answered(422, { errors: [{ message: 'must be later' }, { message: 'is too long' }] }),
		message: 'did not accept the request: must be later; is too long',
		next: 'Check the inputs of this item',
		code: 'HTTP 422',
		refused: true,
	},
	{
		what: 'server error',
		fault: answered(500, { message: 'Out of memory' }),
		message: 'failed to process the request: Out of memory',
		next: 'Try again later',
		code: 'HTTP 500',
		passes: true,
	},
	{
		what: 'gateway error as HTML',
		fault: { kind: 'html', status: 502, body: '<h1>Bad Gateway</h1>' },
		message: 'failed to process the request',
		next: 'Try again later',
		code: 'HTTP 502',
		passes: true,
	},
	{
		what: 'connection reset before the answer',
		fault: { kind: 'reset' },
		message: 'closed the connection too early',
		next: 'Try again later',
		code: 'ECONNRESET',
		passes: true,
	},
	{
		what: 'connection reset in the body',
		fault: { kind: 'resetMidBody' },
		message: 'closed the connection too early',
		next: 'Try again later',
		code: 'ECONNRESET',
		passes: true,
	},
	{
		what: 'connection closed in the body',
		fault: { kind: 'cutBody' },
		message: 'closed the connection too early',
		next: 'Try again later',
		code: 'ECONNRESET',
		passes: true,
	},
	{
		what: 'truncated JSON',
		fault: { kind: 'cutJson' },
		message: 'sent an answer that is incomplete',
		next: WRONG_PLACE,
		code: 'HTTP 20[01]',
		passes: true,
	},
	{
		what: '200 with HTML',
		fault: { kind: 'html' },
		message: 'answered with a web page instead of data',
		next: WRONG_PLACE,
		code: 'HTTP 200',
	},
	{
		what: '200 with a sentence of a web server',
		fault: {
			kind: 'status',
			status: 200,
			headers: { 'content-type': 'text/html' },
			body: 'Sign in first',
		},
		message: 'answered with a web page instead of data',
		next: WRONG_PLACE,
		code: 'HTTP 200',
	},
	{
		what: '200 with an empty body',
		fault: answered(200),
		message: 'sent an empty answer',
		next: WRONG_PLACE,
		code: 'HTTP 200',
	},
	{
		what: 'redirect',
		fault: { kind: 'redirect', location: 'https://elsewhere.example.com/' },
		message: 'redirected the request',
		next: 'Check the address in the credential: it is not sent to other addresses',
		code: 'HTTP 302',
	},
];
