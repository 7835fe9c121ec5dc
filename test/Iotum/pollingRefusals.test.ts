import { useIotum } from './setup';
import { TRIGGERS } from './triggerWorkflow';
import { hosts, watching } from './pollingWorkflow';

const iotum = useIotum(TRIGGERS);

const HELD = '/enterprise_api/host/conferences';

afterEach(() => {
	iotum().engine.credentials.iotumApi = iotum().credentials.iotumApi;
});

describe('what keeps a workflow from being published', () => {
	const refused = (message: string, description: unknown) => ({
		name: 'WorkflowActivationError',
		message: `There was a problem activating the workflow: "${message}"`,
		description,
	});

	test.each([
		['no host', { hosts: {} }, '"Hosts" is empty', 'Add at least one host, or watch a company.'],
		[
			'a host without a number',
			{ hosts: hosts('') },
			'"Host" is empty',
			expect.stringContaining('.'),
		],
		[
			'a host by name',
			{ hosts: hosts(52, 'Hanna') },
			'"Host" is "Hanna"',
			'Enter the ID alone, which is a whole number.',
		],
		[
			'an unknown event',
			{ event: 'constructor' },
			'"Event" is "constructor"',
			'Choose one from the list.',
		],
	])('%s', async (_case, inputs, message, description) => {
		const { engine, control } = iotum();
		await expect(engine.activate(watching('conferenceEnded', inputs))).rejects.toMatchObject(
			refused(message, description),
		);
		expect(await control.requests()).toEqual([]);
	});

	test('a host that the credential may not see, or that is not there', async () => {
		const { engine, access } = iotum();
		const url = `POST ${access.baseUrl}${HELD}`;
		await expect(
			engine.activate(watching('conferenceEnded', { hosts: hosts(71) })),
		).rejects.toMatchObject(
			refused(
				'Iotum allows this only to company admins, within their own company, and to reseller admins: Host 71 is beyond the scope of your role',
				expect.stringContaining(`${url}: HTTP 403.`),
			),
		);
		await expect(
			engine.activate(watching('conferenceEnded', { hosts: hosts(999) })),
		).rejects.toMatchObject({ description: expect.stringContaining(`${url}: HTTP 404.`) });
	});

	test('a reseller admin who names no company', async () => {
		const { engine } = iotum();
		await expect(
			engine.activate(watching('conferenceEnded', { watch: 'company' })),
		).rejects.toMatchObject({ message: expect.stringContaining('company_id is required') });
	});

	test('a rejected API token, which no error shows', async () => {
		const { engine, credentials } = iotum();
		engine.credentials.iotumApi = { ...credentials.iotumApi, apiToken: 'a-wrong-token' };
		const activation = engine.activate(watching('conferenceEnded'));
		await expect(activation).rejects.toMatchObject(
			refused(
				'Iotum rejected the API token: Invalid credentials',
				expect.stringContaining('HTTP 401.'),
			),
		);
		const error: unknown = await activation.catch((thrown: unknown) => thrown);
		expect(JSON.stringify([error, String(error)])).not.toContain('a-wrong-token');
	});
});

test('the polling trigger takes no deliveries', async () => {
	const { engine } = iotum();
	const active = await engine.activate(watching('conferenceEnded'));
	expect(active.urls).toEqual({});
});
