import type { INodeParameters } from 'n8n-workflow';

import { received } from './requests';
import { useApizee } from './setup';
import { found, watching } from './pollingWorkflow';

const apizee = useApizee();

afterEach(() => {
	apizee().engine.credentials.apizeeApi = apizee().credentials.apizeeApi;
});

const refused = (message: string, description: unknown) => ({
	name: 'WorkflowActivationError',
	message: `There was a problem activating the workflow: "${message}"`,
	description,
});

const MEDIA = { event: 'newMedia' };
const WHOLE = 'Enter a whole number of at least 1 and at most 366.';

describe('what keeps a workflow from being published, before anything is asked', () => {
	test.each<[string, INodeParameters, string, unknown]>([
		[
			'an event that is not there',
			{ event: 'constructor' },
			'"Event" is "constructor"',
			'Choose one from the list.',
		],
		[
			'no ticket',
			{ ...MEDIA, mediaOf: 'ticket', ticketId: '' },
			'"Ticket" is empty',
			expect.stringContaining('Pick one from the list'),
		],
		[
			'no conference',
			{ ...MEDIA, mediaOf: 'conference', conferenceId: '' },
			'"Conference" is empty',
			expect.stringContaining('Pick one from the list'),
		],
		[
			'media of something else',
			{ ...MEDIA, mediaOf: 'session' },
			'"Watched Media" is "session"',
			'Use one of: any, conference, ticket.',
		],
		[
			'a state that no ticket has',
			{ event: 'ticketStateChanged', filters: { ticketStates: ['done', 'finished'] } },
			'"Ticket States" contains "finished"',
			expect.stringContaining('Use one or more of: new, open, invited'),
		],
		...[0, 367, 1.5, 'a week', ''].map(
			(daysToWatch): [string, INodeParameters, string, unknown] => [
				`${JSON.stringify(daysToWatch)} Days to Watch`,
				{ options: { daysToWatch } },
				'"Days to Watch" is not usable',
				WHOLE,
			],
		),
		[
			'a text for Include Existing',
			{ options: { includeExisting: 'maybe' } },
			'"Include Existing" must be true or false',
			expect.stringContaining('Switch it on or off'),
		],
	])('%s', async (_case, inputs, message, description) => {
		const { engine, control } = apizee();
		const workflow = watching('ticketDone', inputs);
		await expect(engine.activate(workflow)).rejects.toMatchObject(refused(message, description));
		expect(await control.requests()).toEqual([]);
	});
});

describe('a credential that does not work', () => {
	test.each([
		['a wrong password', { password: 'a-wrong-password' }],
		[
			'a token that the vendor does not know',
			{ authentication: 'token', accessToken: 'a-wrong-token' },
		],
	])('%s keeps it from being published, and no error shows it', async (_case, change) => {
		const { engine, credentials } = apizee();
		engine.credentials.apizeeApi = { ...credentials.apizeeApi, ...change };
		const activation = engine.activate(watching('ticketDone'));
		await expect(activation).rejects.toMatchObject({
			name: 'WorkflowActivationError',
			description: expect.stringContaining('HTTP 401.'),
		});
		const error: unknown = await activation.catch((thrown: unknown) => thrown);
		for (const secret of Object.values(change).slice(-1)) {
			expect(JSON.stringify([error, String(error), engine.logs])).not.toContain(secret);
		}
	});

	test('later shows so at each look, and nothing is lost', async () => {
		const { engine, vendor, credentials } = apizee();
		const token = await vendor.issueToken();
		const own = { authentication: 'token', accessToken: token.token };
		engine.credentials.apizeeApi = { ...credentials.apizeeApi, ...own };
		const active = await engine.activate(watching('ticketDone'));
		const [ticket] = await vendor.addTickets({ state: 'done' });
		await vendor.expireTokens();
		for (let looks = 0; looks < 2; looks++) {
			const [failed] = await active.tick();
			expect(failed?.error?.message).toContain(
				'Apizee does not accept the access token, which may have expired',
			);
			expect(JSON.stringify([failed?.error, engine.logs])).not.toContain(token.token);
		}
		const renewed = await vendor.issueToken();
		engine.credentials.apizeeApi = {
			...credentials.apizeeApi,
			...{ ...own, accessToken: renewed.token },
		};
		expect(found(await active.tick())).toMatchObject([{ id: ticket?.id }]);
	});
});

test('a pasted token is used as it is, without signing in', async () => {
	const { engine, control, credentials, access } = apizee();
	const own = { authentication: 'token', accessToken: access.agent.token };
	engine.credentials.apizeeApi = { ...credentials.apizeeApi, ...own };
	await engine.activate(watching('ticketDone'));
	const requests = await control.requests();
	expect(requests.map(({ headers }) => headers.authorization)).toEqual([
		`Bearer ${access.agent.token}`,
	]);
	expect(received(requests)).toEqual(['GET tickets?orderby=date&order=desc&limit=100&offset=0']);
});

test('the polling trigger takes no deliveries', async () => {
	const { engine } = apizee();
	const active = await engine.activate(watching('ticketDone'));
	expect(active.urls).toEqual({});
});
