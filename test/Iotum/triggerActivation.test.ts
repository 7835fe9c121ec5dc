import { without } from '../../nodes/kit/record';
import { useIotum } from './setup';
import { send, started, TRIGGER, TRIGGERS, triggerWorkflow, withInputs } from './triggerWorkflow';

const iotum = useIotum(TRIGGERS);

afterEach(() => {
	iotum().engine.credentials.iotumApi = iotum().credentials.iotumApi;
});

/** A report, as the vendor signs it. */
const signed = () => ({ 'x-signing-token': iotum().access.signingToken ?? '' });
const report = (event = 'conference_end', timestamp = new Date().toISOString()) => ({
	event,
	payload: JSON.stringify({ host_id: 52, conference_id: 183 }),
	timestamp,
});

const noToken = {
	message: '"Signing Token" is empty, so that forged deliveries could not be told',
	description: 'Copy it from the Admin UI under Developers into the credential of this node.',
};

describe('publishing a workflow', () => {
	it('asks the vendor for nothing, as somebody there sets the URL up', async () => {
		const { engine, control } = iotum();
		const active = await engine.activate(triggerWorkflow('iotumTrigger'));
		expect(active.urls[TRIGGER]).toMatch(/\/webhook\/hook-\d+\/iotum$/);
		await active.restart({ checksWebhooks: true });
		await active.deactivate();
		expect(await control.requests()).toEqual([]);
	});

	test.each([['empty', ''] as const, ['blank', '   '] as const, ['missing', undefined] as const])(
		'is refused while the signing token is %s',
		async (_case, signingToken) => {
			const { engine, credentials } = iotum();
			const others = without(credentials.iotumApi, 'signingToken');
			engine.credentials.iotumApi =
				signingToken === undefined ? others : { ...others, signingToken };
			const workflow = triggerWorkflow('iotumTrigger');
			await expect(engine.activate(workflow)).rejects.toMatchObject(noToken);
			await expect(engine.listenForTestEvent(workflow)).rejects.toMatchObject(noToken);

			engine.credentials.iotumApi = credentials.iotumApi;
			const active = await engine.activate(workflow);
			expect((await send(active.urls[TRIGGER] ?? '', report(), signed())).status).toBe(200);
			expect(await active.executions()).toHaveLength(1);
		},
	);

	it('is refused at a restart when the token was taken away meanwhile', async () => {
		const { engine, credentials } = iotum();
		const active = await engine.activate(triggerWorkflow('iotumTrigger'));
		engine.credentials.iotumApi = { ...credentials.iotumApi, signingToken: '' };
		await expect(active.restart({ checksWebhooks: true })).rejects.toMatchObject(noToken);
	});

	it('is refused with an address that the credential cannot have', async () => {
		const { engine, credentials } = iotum();
		engine.credentials.iotumApi = { ...credentials.iotumApi, baseUrl: 'http://acme.example' };
		await expect(engine.activate(triggerWorkflow('iotumTrigger'))).rejects.toMatchObject({
			message: '"Base URL" does not start with https://',
			description: 'Enter an origin such as https://acme.example.com in the credential.',
		});
	});
});

describe('inputs that cannot be used are refused when the workflow is published', () => {
	test.each([
		['no event at all', { events: [] }, '"Events" is empty'],
		['a host by name', { filters: { hostId: 'Hanna' } }, '"Host" is "Hanna"'],
		['a company by name', { filters: { companyId: 'Acme' } }, '"Company" is "Acme"'],
	])('%s', async (_case, inputs, message) => {
		const { engine } = iotum();
		const workflow = triggerWorkflow('iotumTrigger', inputs);
		await expect(engine.activate(workflow)).rejects.toMatchObject({ message });
	});
});

describe('a published workflow', () => {
	it('still hears of everything after a restart of n8n, checked or not', async () => {
		const { engine } = iotum();
		const active = await engine.activate(triggerWorkflow('iotumTrigger'));
		for (const checksWebhooks of [true, false]) {
			await active.restart({ checksWebhooks });
			const event = `after_${checksWebhooks}`;
			expect((await send(active.urls[TRIGGER] ?? '', report(event), signed())).status).toBe(200);
		}
		expect(started(await active.executions())).toMatchObject([
			{ event: 'after_true' },
			{ event: 'after_false' },
		]);
	});

	it('hears of nothing any more when it is not published any longer', async () => {
		const { engine } = iotum();
		const active = await engine.activate(triggerWorkflow('iotumTrigger'));
		await active.deactivate();
		expect((await send(active.urls[TRIGGER] ?? '', report(), signed())).status).toBe(404);
		expect(await active.executions()).toEqual([]);
	});

	it('keeps its URL when it is published again with other events', async () => {
		const { engine } = iotum();
		const workflow = triggerWorkflow('iotumTrigger', { events: ['conference_end'] });
		const before = await engine.activate(workflow);
		await before.deactivate();
		const after = await engine.activate(withInputs(workflow, { events: ['conference_start'] }));
		expect(after.urls).toEqual(before.urls);
		const url = after.urls[TRIGGER] ?? '';
		for (const event of ['conference_end', 'conference_start']) {
			await send(url, report(event), signed());
		}
		expect(started(await after.executions())).toMatchObject([{ event: 'conference_start' }]);
		expect(await before.executions()).toEqual([]);
	});

	it('goes by the token that the credential has now', async () => {
		const { engine, credentials } = iotum();
		const active = await engine.activate(triggerWorkflow('iotumTrigger'));
		engine.credentials.iotumApi = { ...credentials.iotumApi, signingToken: 'a new one' };
		const url = active.urls[TRIGGER] ?? '';
		expect((await send(url, report(), signed())).status).toBe(401);
		expect((await send(url, report(), { 'x-signing-token': 'a new one' })).status).toBe(200);
	});
});
