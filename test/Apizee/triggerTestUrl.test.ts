import { useApizee } from './setup';
import {
	secretHeader,
	send,
	TRIGGER,
	triggerWorkflow,
	UNAUTHORIZED,
	published,
} from './triggerWorkflow';

const apizee = useApizee();

afterEach(() => {
	apizee().engine.credentials.apizeeApi = apizee().credentials.apizeeApi;
});

const report = (event = 'update', state = 'done') => ({
	event,
	time: 1_689_176_892,
	object: 'ticket',
	objectId: 82070,
	props: { state },
});

/** "Listen for test event", and a way to report to its URL. */
async function listening(parameters = {}) {
	const workflow = triggerWorkflow('apizeeTrigger', parameters);
	const listener = await apizee().engine.listenForTestEvent(workflow);
	return { listener, url: listener.urls[TRIGGER] ?? '' };
}

describe('listening for a test event in the editor', () => {
	it('shows a report as the workflow would get it, also one that was shown before', async () => {
		for (let times = 0; times < 2; times++) {
			const { listener, url } = await listening();
			expect(url).toMatch(/\/webhook-test\/hook-\d+\/apizee$/);
			await send(url, report(), secretHeader(apizee()));
			const execution = await listener.execution;
			expect(execution?.outputs.Next?.[0]?.map(({ json }) => json)).toEqual([report()]);
		}
	});

	it('shows the same one again to the same workflow', async () => {
		const { engine } = apizee();
		const workflow = triggerWorkflow('apizeeTrigger');
		for (let times = 0; times < 2; times++) {
			const listener = await engine.listenForTestEvent(workflow);
			await send(listener.urls[TRIGGER] ?? '', report(), secretHeader(apizee()));
			expect((await listener.execution)?.status).toBe('success');
		}
	});

	it('goes on while reports come that are forged, not wanted or none', async () => {
		const { listener, url } = await listening({
			events: ['ticket.update'],
			filters: { ticketStates: ['done'] },
		});
		const headers = secretHeader(apizee());
		expect(await send(url, report())).toEqual(UNAUTHORIZED);
		expect(await send(url, report(), { 'X-Webhook-Secret': 'undefined' })).toEqual(UNAUTHORIZED);
		expect((await send(url, { nothing: true }, headers)).status).toBe(400);
		expect((await send(url, report('create'), headers)).status).toBe(200);
		expect((await send(url, report('update', 'open'), headers)).status).toBe(200);
		await send(url, report(), headers);
		const execution = await listener.execution;
		expect(execution?.outputs.Next?.[0]?.map(({ json }) => json)).toEqual([report()]);
	});

	it('turns everything away once the credential has lost its secret', async () => {
		const { engine, credentials } = apizee();
		const { listener, url } = await listening();
		engine.credentials.apizeeApi = { ...credentials.apizeeApi, webhookSecret: '' };
		for (const secret of ['', 'undefined', credentials.apizeeApi.webhookSecret]) {
			expect(await send(url, report(), { 'X-Webhook-Secret': secret })).toEqual(UNAUTHORIZED);
		}
		await listener.stop();
		expect(await listener.execution).toBeUndefined();
	});

	it('does not take a report away from the published workflow, nor that one from the editor', async () => {
		const { engine } = apizee();
		const { workflow, active, url } = await published(apizee());
		const headers = secretHeader(apizee());
		for (let times = 0; times < 2; times++) {
			const listener = await engine.listenForTestEvent(workflow);
			await send(listener.urls[TRIGGER] ?? '', report(), headers);
			expect((await listener.execution)?.status).toBe('success');
			expect((await send(url, report(), headers)).status).toBe(200);
			expect(await active.executions()).toHaveLength(1);
		}
	});
});
