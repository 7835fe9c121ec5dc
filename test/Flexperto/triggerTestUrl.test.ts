import { useFlexperto } from './setup';
import { post, TRIGGER, triggerWorkflow } from './triggerWorkflow';

const flexperto = useFlexperto();

/** The URLs that Flexperto was asked to report to, with the audience. */
const registered = async () =>
	(await flexperto().vendor.webhooks()).map(({ topic, audience, url }) => [topic, audience, url]);

const warnings = () =>
	flexperto()
		.engine.logs.filter(({ level }) => level === 'warn')
		.map(({ message }) => message);

describe('listening for a test event', () => {
	it('does not register the test URL by itself', async () => {
		const { engine } = flexperto();
		const listener = await engine.listenForTestEvent(triggerWorkflow('flexpertoTrigger'));
		expect(await flexperto().control.requests()).toEqual([]);
		await listener.stop();
		expect(await flexperto().control.requests()).toEqual([]);
	});

	it('registers it with Register Test URL, once however often the user listens', async () => {
		const { engine } = flexperto();
		const workflow = triggerWorkflow('flexpertoTrigger', { options: { registerTestUrl: true } });
		let url;
		for (let times = 0; times < 3; times++) {
			const listener = await engine.listenForTestEvent(workflow);
			url = listener.urls[TRIGGER];
			await listener.stop();
		}
		expect(url).toMatch(/\/webhook-test\/hook-\d+\/flexperto$/);
		expect(await registered()).toEqual([['archive.available', '*', url]]);
		expect(await flexperto().control.requests()).toHaveLength(1);
	});

	it('leaves the production URL to be registered when the workflow is published', async () => {
		const { engine } = flexperto();
		const workflow = triggerWorkflow('flexpertoTrigger', { options: { registerTestUrl: true } });
		const listener = await engine.listenForTestEvent(workflow);
		await listener.stop();
		const active = await engine.activate(workflow);
		expect(await registered()).toEqual([
			['archive.available', '*', listener.urls[TRIGGER]],
			['archive.available', '*', active.urls[TRIGGER]],
		]);
		expect((await post(active.urls[TRIGGER] ?? '', {})).status).toBe(400);
	});

	it('writes nothing about it, nor about other workflows, into n8n’s log', async () => {
		const { engine } = flexperto();
		const workflow = triggerWorkflow('flexpertoTrigger', { options: { registerTestUrl: true } });
		const listener = await engine.listenForTestEvent(workflow);
		const before = warnings().length;
		await (await engine.listenForTestEvent(triggerWorkflow('flexpertoTrigger'))).stop();
		await listener.stop();
		expect(warnings().slice(before)).toEqual([]);
	});
});
