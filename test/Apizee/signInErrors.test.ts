import {
	asked,
	attempts,
	calls,
	items,
	LOOK,
	looking,
	lookWhile,
	ownCredential,
} from './signInRuns';
import { useApizee } from './setup';

// What the user reads when the vendor does not do what was asked.

const apizee = useApizee();

const PATH = '/api/conferences*';

const words = 'The vendor’s own words';
const LOOK_THERE =
	'Check the IDs of this item, and that the base URL in the credential has the path of the API';

it.each([
	[400, 'did not accept the request', 'Check the inputs of this item'],
	[403, 'does not allow this', 'Use a credential of a user with more rights'],
	[404, 'does not know what was asked for', LOOK_THERE],
	[409, 'reports a conflict', 'Look at the current state before trying again'],
	[415, 'did not accept the request', 'Check the inputs of this item'],
	[422, 'did not accept the request', 'Check the inputs of this item'],
	[500, 'failed to process the request', 'Try again later'],
	[503, 'failed to process the request', 'Try again later'],
])('%i is told with the vendor’s words and the next step', async (status, message, next) => {
	const { error } = await lookWhile(apizee(), { kind: 'status', status, body: { error: words } });
	expect(error).toMatchObject({
		message: `Apizee ${message}: ${words} [item 0]`,
		description: `${next}. ${asked(apizee(), `HTTP ${status}`)}`,
		httpCode: String(status),
		itemIndex: 0,
	});
});

it('401 with a token that has just been given', async () => {
	const { error } = await lookWhile(apizee(), {
		kind: 'status',
		status: 401,
		body: { error: words },
	});
	expect(error).toMatchObject({
		message: `Apizee does not accept the token that it has just given: ${words} [item 0]`,
		description: `Try again later; if it stays so, ask the vendor about this user. ${asked(apizee(), 'HTTP 401')}`,
	});
	expect(await attempts(apizee())).toBe(1);
});

it('429 that does not end', async () => {
	const setup = apizee();
	// A user of its own, as the quota of a user stays closed for the following tests.
	const { username, password } = setup.access.secondAgent;
	const credentials = ownCredential(setup, { username, password });
	const headers = { 'x-ratelimit-reset': '3600' };
	const body = { error: words };
	await setup.control.fault({ kind: 'status', status: 429, headers, body, path: PATH });
	const { error } = await setup.run(LOOK, { inputs: looking(), credentials });
	expect(error?.message).toBe(`Apizee takes no more requests for the moment: ${words} [item 0]`);
	expect(error?.description).toMatch(
		/^Its quota counts all requests of a user: .* The vendor asks to wait 3600 s, until \d{4}-\d\d-\d\dT[\d:]+Z; see Options > Max Wait\. GET .*: HTTP 429\.$/,
	);
	expect(await calls(setup)).toHaveLength(1);
});

it('an answer that is too late', async () => {
	const { error } = await lookWhile(apizee(), { kind: 'delay', ms: 2000 }, { timeout: 300 });
	expect(error).toMatchObject({
		message: 'Apizee did not answer in time [item 0]',
		description: `Try again, or raise Options > Timeout. ${asked(apizee(), 'ETIMEDOUT')}`,
	});
});

it('a connection that breaks', async () => {
	const { error } = await lookWhile(apizee(), { kind: 'reset' });
	expect(error).toMatchObject({
		message: 'Apizee closed the connection too early [item 0]',
		description: `Try again later. ${asked(apizee(), 'ECONNRESET')}`,
	});
});

it('an address where nobody answers', async () => {
	const { run, credentials } = apizee();
	const apizeeApi = { ...credentials.apizeeApi, baseUrl: 'https://127.0.0.1:9/api' };
	const { error } = await run(LOOK, {
		inputs: looking({ maxRetries: 0 }),
		credentials: { apizeeApi },
	});
	expect(error).toMatchObject({
		message: 'Apizee could not be reached [item 0]',
		description:
			'Check the address in the credential. POST https://127.0.0.1:9/api/token: ECONNREFUSED.',
	});
});

it('a record whose ID is "token" is no sign-in', async () => {
	const { run, access } = apizee();
	const options = { maxRetries: 0 };
	const { error } = await run(LOOK, { inputs: { conferenceId: 'token', options } });
	expect(error).toMatchObject({
		message: 'Apizee does not know what was asked for: There is no conference. [item 0]',
		description: `${LOOK_THERE}. GET ${access.baseUrl}/conferences/token: HTTP 404.`,
	});
});

it('a request that may act twice is not repeated when its answer is lost, and says so', async () => {
	const { run, control, vendor, access } = apizee();
	await run('session.getAll');
	const before = (await vendor.conferences()).length;
	await control.fault({ kind: 'reset', when: 'after', method: 'POST', path: PATH });
	const { error } = await run('conference.create', {
		inputs: { participants: 'ada@example.com', options: { maxRetries: 3, maxWait: 0 } },
		items: items(1),
	});
	expect(error).toMatchObject({
		message: 'Apizee closed the connection too early [item 0]',
		description: `Try again later. Whether Apizee carried it out is unknown: look before running it again. POST ${access.baseUrl}/conferences: ECONNRESET.`,
	});
	expect(await vendor.conferences()).toHaveLength(before + 1);
});
