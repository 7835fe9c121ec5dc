import { OLDER_WEBHOOK, received, WEBHOOK } from './requests';
import { useFlexperto } from './setup';
import { secondOfTwoItemsFails } from './twoItems';

const flexperto = useFlexperto();

const url = 'https://acme.example.com/archives?key=1';

secondOfTwoItemsFails('webhook.register', flexperto, async ({ sandbox }) => {
	const { apiKey, baseUrl } = sandbox.flexperto;
	const request = `POST ${WEBHOOK}`;
	const body = { topic: 'archive.available', audience: '*', url };
	return {
		inputs: { topic: '={{ $json.topic }}', url },
		items: [{ topic: 'archive.available' }, { topic: 'archive.deleted' }],
		outputs: [{ success: true, ...body }],
		error: {
			message: 'Flexperto did not accept the request: topic: there is no topic archive.deleted.',
			description: `Check the inputs of this item. POST ${baseUrl}${WEBHOOK}: HTTP 422.`,
		},
		requests: [
			{ request, apiKey, body },
			{ request, apiKey, body: { ...body, topic: 'archive.deleted' } },
		],
	};
});

it('registers a URL for the given audience', async () => {
	const { run, vendor } = flexperto();
	const inputs = { url, additionalFields: { audience: 'expert-53' } };
	await run('webhook.register', { inputs });
	expect(await vendor.webhooks()).toEqual([
		{ id: 1, topic: 'archive.available', audience: 'expert-53', url },
	]);
});

it('tells the registered URL about archives', async () => {
	const { run, vendor } = flexperto();
	await run('webhook.register', { inputs: { url: 'http://127.0.0.1:9/archives' } });
	await vendor.finishConference({ available: true });
	expect(await vendor.deliveries()).toMatchObject([
		{ url: 'http://127.0.0.1:9/archives', error: 'ECONNREFUSED' },
	]);
});

describe('when the vendor does not know the address of the guide (404)', () => {
	it('tries the one of an older revision once', async () => {
		const { run, vendor, control, sandbox } = flexperto();
		await vendor.useOlderWebhookPath(true);
		const { json } = await run('webhook.register', { inputs: { url } });
		const body = { topic: 'archive.available', audience: '*', url };
		expect(json).toEqual([{ success: true, ...body }]);
		const { apiKey } = sandbox.flexperto;
		expect(received(await control.requests())).toEqual([
			{ request: `POST ${WEBHOOK}`, apiKey, body },
			{ request: `POST ${OLDER_WEBHOOK}`, apiKey, body },
		]);
		expect(await vendor.webhooks()).toHaveLength(1);
	});

	it('fails when the vendor knows neither', async () => {
		const { run, control } = flexperto();
		await control.fault({ kind: 'status', status: 404, method: 'POST', times: 'always' });
		const { error } = await run('webhook.register', { inputs: { url } });
		expect(error?.message).toBe('Flexperto does not know what was asked for [item 0]');
		expect(await control.requests()).toHaveLength(2);
	});
});

it('registers exactly once, also when the answer is lost', async () => {
	const { run, control, vendor } = flexperto();
	await control.fault({ kind: 'reset', when: 'after' });
	const { error } = await run('webhook.register', { inputs: { url } });
	expect(error?.description).toContain('Whether Flexperto carried it out is unknown');
	expect(await vendor.webhooks()).toHaveLength(1);
	expect(await control.requests()).toHaveLength(1);
});

it.each(['acme.example.com/archives', 'ftp://acme.example.com', '/archives'])(
	'refuses the URL %s before anything is sent',
	async (wrong) => {
		const { run, control } = flexperto();
		const { error } = await run('webhook.register', { inputs: { url: wrong } });
		expect(error).toMatchObject({
			message: '"URL" is not a web address [item 0]',
			description: 'Enter one such as https://acme.example.com/archives.',
		});
		expect(await control.requests()).toEqual([]);
	},
);

it('says that an administrator’s key is needed', async () => {
	const { run, vendor, credential } = flexperto();
	const { apiKey } = await vendor.createApiKey({ role: 'EXPERT' });
	const credentials = { flexpertoApi: { ...credential, apiKey } };
	const { error } = await run('webhook.register', { inputs: { url }, credentials });
	expect(error).toMatchObject({
		message:
			'Flexperto does not allow this with the API key: Only an administrator may use this endpoint. [item 0]',
		description: expect.stringMatching(/^Use the key of an administrator/),
	});
});
