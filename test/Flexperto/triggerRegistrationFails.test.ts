import { OLDER_WEBHOOK, WEBHOOK } from './requests';
import { useFlexperto } from './setup';
import { triggerWorkflow, withInputs } from './triggerWorkflow';

const flexperto = useFlexperto();

/** Publishes a workflow that cannot be published and returns what the user is told. */
async function refused(workflow = triggerWorkflow('flexpertoTrigger')) {
	const { engine } = flexperto();
	return await engine.activate(workflow).then(
		() => {
			throw new Error('The workflow was published');
		},
		({ message, description }: { message: string; description?: string }) => ({
			message,
			description,
		}),
	);
}

describe('a workflow with the Flexperto Trigger cannot be published', () => {
	it('with the key of someone who is no administrator', async () => {
		const { engine, credential, vendor, sandbox } = flexperto();
		const { apiKey } = await vendor.createApiKey({ role: 'EXPERT' });
		engine.credentials.flexpertoApi = { ...credential, apiKey };
		const told = await refused();
		engine.credentials.flexpertoApi = credential;
		expect(told).toEqual({
			message:
				'Flexperto does not allow this with the API key: Only an administrator may use this endpoint.',
			description: `Use the key of an administrator, and check "Act as User". POST ${sandbox.flexperto.baseUrl}${WEBHOOK}: HTTP 403.`,
		});
		expect(JSON.stringify(told)).not.toContain(apiKey);
	});

	it('with a key that has expired', async () => {
		const { engine, credential, vendor } = flexperto();
		const { apiKey, expiresAt } = await vendor.createApiKey({ expiresInDays: -1 });
		engine.credentials.flexpertoApi = { ...credential, apiKey };
		const told = await refused();
		engine.credentials.flexpertoApi = credential;
		expect(told.message).toContain(
			`Flexperto rejected the API key, which expired on ${expiresAt.slice(0, 10)}`,
		);
		expect(told.description).toContain('Keys live for two years');
	});

	it('when both known paths are missing, and then asks each once', async () => {
		const { control, sandbox } = flexperto();
		for (const path of [WEBHOOK, OLDER_WEBHOOK]) {
			await control.fault({ kind: 'status', status: 404, path });
		}
		expect(await refused()).toEqual({
			message: 'Flexperto does not know what was asked for',
			description: `Check the IDs of this item. POST ${sandbox.flexperto.baseUrl}${OLDER_WEBHOOK}: HTTP 404.`,
		});
		const paths = (await control.requests()).map(({ path }) => path);
		expect(paths).toEqual([WEBHOOK, OLDER_WEBHOOK]);
	});

	it('when no event is chosen', async () => {
		const { control } = flexperto();
		const workflow = withInputs(triggerWorkflow('flexpertoTrigger'), { events: [] });
		expect(await refused(workflow)).toEqual({
			message: '"Events" is empty',
			description: 'Use one or more of: archive.available.',
		});
		expect(await control.requests()).toEqual([]);
	});

	it('when the answer is lost, and tells that the registration may have been made', async () => {
		const { control, sandbox, vendor } = flexperto();
		await control.fault({ kind: 'status', status: 502, path: WEBHOOK, when: 'after' });
		expect(await refused()).toEqual({
			message: 'Flexperto failed to process the request',
			description: `Try again later. Whether Flexperto carried it out is unknown: look before running it again. POST ${sandbox.flexperto.baseUrl}${WEBHOOK}: HTTP 502.`,
		});
		// Not repeated: a URL that is registered twice is told of each archive twice.
		expect(await vendor.webhooks()).toHaveLength(1);
	});

	it('when Flexperto cannot be reached', async () => {
		const { engine, credential } = flexperto();
		const baseUrl = 'http://127.0.0.1:1';
		engine.credentials.flexpertoApi = { ...credential, baseUrl };
		const told = await refused();
		engine.credentials.flexpertoApi = credential;
		expect(told.message).toBe('Flexperto could not be reached');
		expect(told.description).toContain('Check the address in the credential.');
	});
});

describe('after a failure', () => {
	it('publishing it again registers the URL, once', async () => {
		const { control, engine, vendor } = flexperto();
		const workflow = triggerWorkflow('flexpertoTrigger');
		await control.fault({ kind: 'status', status: 503, path: WEBHOOK });
		await refused(workflow);
		expect(await vendor.webhooks()).toEqual([]);
		const active = await engine.activate(workflow);
		await active.restart({ checksWebhooks: true });
		expect(await vendor.webhooks()).toHaveLength(1);
	});

	it('listening for a test event shows the same message', async () => {
		const { control, engine } = flexperto();
		await control.fault({ kind: 'status', status: 403, path: WEBHOOK });
		const workflow = triggerWorkflow('flexpertoTrigger', { options: { registerTestUrl: true } });
		await expect(engine.listenForTestEvent(workflow)).rejects.toMatchObject({
			message: 'Flexperto does not allow this with the API key',
		});
	});
});
