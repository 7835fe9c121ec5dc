import { RESTART } from '../polling';
import { OLDER_WEBHOOK, WEBHOOK } from './requests';
import { useFlexperto } from './setup';
import { TRIGGER, triggerWorkflow, withInputs } from './triggerWorkflow';

const flexperto = useFlexperto();

/** What Flexperto was asked: method, path and body of each request. */
const asked = async () =>
	(await flexperto().control.requests()).map(({ method, path, body }) => [method, path, body]);

const registration = (url = '', audience = '*') => ({ topic: 'archive.available', audience, url });

const warnings = () =>
	flexperto()
		.engine.logs.filter(({ level }) => level === 'warn')
		.map(({ message }) => message);

describe('publishing a workflow with the Flexperto Trigger', () => {
	it('registers its production URL with one request', async () => {
		const { engine, control, sandbox } = flexperto();
		const active = await engine.activate(triggerWorkflow('flexpertoTrigger'));
		const url = active.urls[TRIGGER];

		expect(url).toMatch(/\/webhook\/hook-\d+\/flexperto$/);
		expect(await asked()).toEqual([['POST', WEBHOOK, registration(url)]]);
		const [request] = await control.requests();
		expect(request).toMatchObject({
			status: 201,
			rawQuery: '',
			headers: {
				'api-key': sandbox.flexperto.apiKey,
				'content-type': 'application/json',
				accept: 'application/json',
			},
		});
	});

	it('registers nothing more at restarts, whether or not n8n asks if the webhook exists', async () => {
		const { engine } = flexperto();
		const active = await engine.activate(triggerWorkflow('flexpertoTrigger'));
		await active.restart(RESTART);
		await active.restart({ checksWebhooks: true });
		await active.restart({ checksWebhooks: true });
		expect(await asked()).toHaveLength(1);
	});

	it('registers nothing more when it is unpublished and published again', async () => {
		const { engine, vendor } = flexperto();
		const workflow = triggerWorkflow('flexpertoTrigger');
		for (let times = 0; times < 3; times++) {
			const active = await engine.activate(workflow);
			await active.deactivate();
		}
		expect(await asked()).toHaveLength(1);
		expect(await vendor.webhooks()).toHaveLength(1);
	});

	it('takes an audience that was added and emptied for all', async () => {
		const { engine } = flexperto();
		const active = await engine.activate(
			triggerWorkflow('flexpertoTrigger', { options: { audience: ' ' } }),
		);
		expect(await asked()).toEqual([['POST', WEBHOOK, registration(active.urls[TRIGGER], '*')]]);
	});

	it('registers again for another audience, and not for one it had before', async () => {
		const { engine } = flexperto();
		const workflow = triggerWorkflow('flexpertoTrigger');
		const audiences = ['*', 'advisers', '*', 'advisers'];
		let url;
		for (const audience of audiences) {
			const active = await engine.activate(withInputs(workflow, { options: { audience } }));
			url = active.urls[TRIGGER];
			await active.deactivate();
		}
		expect(await asked()).toEqual([
			['POST', WEBHOOK, registration(url)],
			['POST', WEBHOOK, registration(url, 'advisers')],
		]);
	});

	it('registers a URL for each workflow', async () => {
		const { engine, vendor } = flexperto();
		const actives = [
			await engine.activate(triggerWorkflow('flexpertoTrigger')),
			await engine.activate(triggerWorkflow('flexpertoTrigger')),
		];
		const urls = (await vendor.webhooks()).map(({ url }) => url);
		expect(urls).toEqual(actives.map((active) => active.urls[TRIGGER]));
	});

	it('registers at another address when the credential names one', async () => {
		const { engine, credential, sandbox } = flexperto();
		const workflow = triggerWorkflow('flexpertoTrigger');
		await engine.activate(workflow);
		// The same sandbox by another name, which is all that the node can see.
		const elsewhere = sandbox.flexperto.baseUrl.replace('127.0.0.1', 'localhost');
		engine.credentials.flexpertoApi = { ...credential, baseUrl: elsewhere };
		await engine.activate(workflow);
		engine.credentials.flexpertoApi = credential;
		await engine.activate(workflow);
		expect(await asked()).toHaveLength(2);
	});

	it('uses the path of the vendor’s older guide when the present one is not found, once', async () => {
		const { engine, vendor } = flexperto();
		await vendor.useOlderWebhookPath(true);
		const active = await engine.activate(triggerWorkflow('flexpertoTrigger'));
		await active.restart({ checksWebhooks: true });
		const body = registration(active.urls[TRIGGER]);
		expect(await asked()).toEqual([
			['POST', WEBHOOK, body],
			['POST', OLDER_WEBHOOK, body],
		]);
		expect(await vendor.webhooks()).toHaveLength(1);
	});
});

describe('unpublishing it', () => {
	it('tells in n8n’s log that Flexperto goes on reporting, and to which URL', async () => {
		const { engine, vendor, sandbox } = flexperto();
		const workflow = triggerWorkflow('flexpertoTrigger');
		const active = await engine.activate(workflow);
		const before = warnings().length;
		await active.deactivate();

		const at = `${sandbox.flexperto.baseUrl}/api/v2`;
		const url = active.urls[TRIGGER];
		expect(warnings().slice(before)).toEqual([
			`Flexperto still reports to this workflow's URL: it offers no way to end that. While the workflow is inactive, n8n turns the reports away. Registered: {"at":"${at}","url":"${url}","topic":"archive.available","audience":"*"}`,
		]);
		expect(await vendor.webhooks()).toHaveLength(1);
		await vendor.finishConference({ available: true });
		expect(await vendor.deliveries()).toMatchObject([{ url, status: 404 }]);
	});
});
