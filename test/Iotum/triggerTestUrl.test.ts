import { useIotum } from './setup';
import { send, TRIGGER, TRIGGERS, triggerWorkflow } from './triggerWorkflow';

const iotum = useIotum(TRIGGERS);

/** A report, as the vendor signs it. */
const signed = () => ({ 'x-signing-token': iotum().access.signingToken ?? '' });
const report = (event = 'conference_end') => ({
	event,
	payload: JSON.stringify({ host_id: 52, conference_id: 183 }),
	timestamp: new Date().toISOString(),
});

describe('listening for a test event in the editor', () => {
	it('shows a report as the workflow would get it, also one that was shown before', async () => {
		const { engine } = iotum();
		const workflow = triggerWorkflow('iotumTrigger');
		const body = report();
		for (let times = 0; times < 2; times++) {
			const listener = await engine.listenForTestEvent(workflow);
			expect(listener.urls[TRIGGER]).toMatch(/\/webhook-test\/hook-\d+\/iotum$/);
			await send(listener.urls[TRIGGER] ?? '', body, signed());
			const execution = await listener.execution;
			expect(execution?.outputs.Next?.[0]?.map(({ json }) => json)).toEqual([
				{ ...body, payload: { host_id: 52, conference_id: 183 } },
			]);
		}
	});

	it('goes on while reports come that are forged or not wanted', async () => {
		const { engine } = iotum();
		const listener = await engine.listenForTestEvent(
			triggerWorkflow('iotumTrigger', { events: ['recording_ready'] }),
		);
		const url = listener.urls[TRIGGER] ?? '';
		expect((await send(url, report('recording_ready'))).status).toBe(401);
		expect((await send(url, report('conference_end'), signed())).status).toBe(200);
		await send(url, report('recording_ready'), signed());
		const execution = await listener.execution;
		expect(execution?.outputs.Next?.[0]?.[0]?.json.event).toBe('recording_ready');
	});

	it('does not take a report away from the published workflow', async () => {
		const { engine } = iotum();
		const workflow = triggerWorkflow('iotumTrigger');
		const active = await engine.activate(workflow);
		const listener = await engine.listenForTestEvent(workflow);
		const body = report();
		await send(listener.urls[TRIGGER] ?? '', body, signed());
		await listener.execution;
		expect((await send(active.urls[TRIGGER] ?? '', body, signed())).status).toBe(200);
		expect(await active.executions()).toHaveLength(1);
	});
});
