import { without } from '../../nodes/kit/record';
import { useApizee } from './setup';
import {
	published,
	secretHeader,
	send,
	started,
	TRIGGER,
	triggerWorkflow,
	UNAUTHORIZED,
	withInputs,
} from './triggerWorkflow';

const apizee = useApizee();

afterEach(() => {
	apizee().engine.credentials.apizeeApi = apizee().credentials.apizeeApi;
});

const report = (object = 'ticket', event = 'update', time = Date.now()) => ({
	event,
	time,
	object,
	objectId: 82070,
	props: { state: 'done' },
});

const noHeader = {
	message: '"Webhook Header Name" is not the name of a header',
	description: 'Enter one such as X-Webhook-Secret in the credential, and in the vendor’s console.',
};
const noSecret = {
	message: '"Webhook Secret" is empty, so that forged deliveries could not be told',
	description:
		'Enter a long random text in the credential, and as the value of the header in the vendor’s console.',
};

describe('publishing a workflow', () => {
	it('asks the vendor for nothing, as somebody sets the URL up in its console', async () => {
		const { engine, control, credentials } = apizee();
		// Not even a user is needed for that.
		engine.credentials.apizeeApi = { ...credentials.apizeeApi, username: '', password: '' };
		const active = await engine.activate(triggerWorkflow('apizeeTrigger'));
		expect(active.urls[TRIGGER]).toMatch(/\/webhook\/hook-\d+\/apizee$/);
		await send(active.urls[TRIGGER] ?? '', report(), secretHeader(apizee()));
		expect(await active.executions()).toHaveLength(1);
		await active.restart({ checksWebhooks: true });
		await active.deactivate();
		expect(await control.requests()).toEqual([]);
	});

	const noNames = ['', '   ', 'X Webhook Secret', 'X-Webhook-Secret:', 'X-Secret\nX-Other', 'Clé'];
	const noSecrets = ['', '   ', undefined];

	test.each([
		...noNames.map((name) => ['webhookHeaderName', name, noHeader] as const),
		...noSecrets.map((secret) => ['webhookSecret', secret, noSecret] as const),
	])('is refused while %s is %j', async (entry, value, refusal) => {
		const { engine, credentials } = apizee();
		const others = without(credentials.apizeeApi, entry);
		engine.credentials.apizeeApi = value === undefined ? others : { ...others, [entry]: value };
		const workflow = triggerWorkflow('apizeeTrigger');
		await expect(engine.activate(workflow)).rejects.toMatchObject(refusal);
		await expect(engine.listenForTestEvent(workflow)).rejects.toMatchObject(refusal);

		engine.credentials.apizeeApi = credentials.apizeeApi;
		const active = await engine.activate(workflow);
		await send(active.urls[TRIGGER] ?? '', report(), secretHeader(apizee()));
		expect(await active.executions()).toHaveLength(1);
	});

	it('is refused at a restart when the secret was taken away meanwhile', async () => {
		const { engine, credentials } = apizee();
		const active = await engine.activate(triggerWorkflow('apizeeTrigger'));
		engine.credentials.apizeeApi = { ...credentials.apizeeApi, webhookSecret: '' };
		await expect(active.restart({ checksWebhooks: true })).rejects.toMatchObject(noSecret);
	});

	it('is refused with an address that the credential cannot have', async () => {
		const { engine, credentials } = apizee();
		const baseUrl = 'http://cloud.apizee.example/api';
		engine.credentials.apizeeApi = { ...credentials.apizeeApi, baseUrl };
		await expect(engine.activate(triggerWorkflow('apizeeTrigger'))).rejects.toMatchObject({
			message: '"Base URL" does not start with https://',
		});
	});

	test.each([
		['no event at all', { events: [] }, '"Events" is empty'],
		[
			'an event that is in no list',
			{ events: ['ticket.update', 'ticket.vanish'] },
			'"Events" contains "ticket.vanish"',
		],
		[
			'a state that no ticket has',
			{ filters: { ticketStates: ['done', 'finished'] } },
			'"Ticket States" contains "finished"',
		],
	])('is refused with %s', async (_case, inputs, message) => {
		const { engine } = apizee();
		const workflow = triggerWorkflow('apizeeTrigger', inputs);
		await expect(engine.activate(workflow)).rejects.toMatchObject({ message });
		await expect(engine.listenForTestEvent(workflow)).rejects.toMatchObject({ message });
	});
});

describe('a published workflow', () => {
	it('still hears of everything after a restart of n8n, checked or not', async () => {
		const { active, url } = await published(apizee());
		for (const checksWebhooks of [true, false]) {
			await active.restart({ checksWebhooks });
			const time = Number(checksWebhooks);
			await send(url, report('ticket', 'update', time), secretHeader(apizee()));
		}
		expect(started(await active.executions())).toMatchObject([{ time: 1 }, { time: 0 }]);
	});

	it('hears of nothing any more when it is not published any longer', async () => {
		const { active, url } = await published(apizee());
		await active.deactivate();
		expect((await send(url, report(), secretHeader(apizee()))).status).toBe(404);
		expect(await active.executions()).toEqual([]);
	});

	it('keeps its URL when it is published again with other events', async () => {
		const { engine } = apizee();
		const workflow = triggerWorkflow('apizeeTrigger', { events: ['ticket.update'] });
		const before = await engine.activate(workflow);
		await before.deactivate();
		const after = await engine.activate(withInputs(workflow, { events: ['media.create'] }));
		expect(after.urls).toEqual(before.urls);
		for (const body of [report(), report('media', 'create')]) {
			await send(after.urls[TRIGGER] ?? '', body, secretHeader(apizee()));
		}
		expect(started(await after.executions())).toMatchObject([{ object: 'media' }]);
		expect(await before.executions()).toEqual([]);
	});

	it('goes by the header and the secret that the credential has now', async () => {
		const { engine, credentials } = apizee();
		const { active, url } = await published(apizee());
		const changed = { webhookHeaderName: 'X-Other', webhookSecret: 'a new one' };
		engine.credentials.apizeeApi = { ...credentials.apizeeApi, ...changed };
		expect(await send(url, report(), secretHeader(apizee()))).toEqual(UNAUTHORIZED);
		expect(await send(url, report(), { 'X-Webhook-Secret': 'a new one' })).toEqual(UNAUTHORIZED);
		expect((await send(url, report(), { 'X-Other': 'a new one' })).status).toBe(200);
		expect(await active.executions()).toHaveLength(1);
	});
});
