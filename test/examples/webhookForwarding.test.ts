import type { Active } from '../harness/activeWorkflow';
import type { WorkflowJson } from '../harness/run';
import { meansToShow } from '../harness/secrets';
import { usePlayground } from './setup';

const playground = usePlayground();

const TRIGGER = 'When Iotum Reports Something';

/** The example's receivers, in their order. */
const RECEIVERS = ['Archive recordings', 'CRM', 'Audit log'];

/** A workflow of its own behind a name: it starts with the Iotum Trigger. */
const receiver = (name: string, run: number): WorkflowJson => ({
	id: `${name} ${run}`,
	name,
	nodes: [
		{
			id: name,
			name: 'Iotum Trigger',
			type: 'n8n-nodes-conferencing.iotumTrigger',
			typeVersion: 1,
			position: [0, 0],
			parameters: {},
			webhookId: `${name.toLowerCase().replace(' ', '-')}-${run}`,
			credentials: { iotumApi: { id: 'pT3nQ8vYx2MkR6hA', name: 'Iotum account' } },
		},
	],
	connections: {},
});

let runs = 0;

/** Publishes the receivers and the example with their URLs, which Iotum then reports to. */
async function published({ change = (text: string) => text } = {}) {
	const { engine, sandbox, example } = playground();
	runs++;
	const receivers: Record<string, Active> = {};
	let text = change(JSON.stringify(example('webhook-forwarding')));
	for (const [index, name] of RECEIVERS.entries()) {
		const active = await engine.activate(receiver(name, runs));
		receivers[name] = active;
		const placeholder = `https://n8n.example.com/webhook/00000000-0000-0000-0000-00000000000${index + 1}/iotum`;
		expect(text).toContain(placeholder);
		text = text.replace(placeholder, active.urls['Iotum Trigger'] ?? '');
	}
	const forwarder = await engine.activate(JSON.parse(text));
	const url = forwarder.urls[TRIGGER] ?? '';
	await sandbox.control.iotum.setWebhooks([{ url }]);
	/** What each receiver was started with. */
	const received = async () => {
		const events: Record<string, unknown[]> = {};
		for (const [name, active] of Object.entries(receivers)) {
			const executions = await active.executions();
			events[name] = executions.map(({ outputs }) => outputs['Iotum Trigger']?.[0]?.[0]?.json);
		}
		return events;
	};
	return { forwarder, receivers, received, url };
}

/** What Iotum reports and every receiver gets. */
const reported = (event: string, details: object = {}) => ({
	event,
	payload: { host_id: 52, company_id: 5, conference_id: 183, ...details },
	timestamp: expect.stringMatching(/^20\d\d-.*Z$/),
});

describe('webhook-forwarding', () => {
	it('hands each report on to the workflows that want it, as Iotum sent it', async () => {
		const { iotum } = playground().sandbox.control;
		const { forwarder, received } = await published();
		await iotum.sendEvent({ event: 'recording_ready', details: { recording_id: 12345 } });
		await iotum.sendEvent({ event: 'conference_end' });
		await iotum.sendEvent({ event: 'enter_livestream' });
		const executions = await forwarder.executions();
		expect(executions.map(({ status }) => status)).toEqual(['success', 'success', 'success']);
		const ready = reported('recording_ready', { recording_id: 12345 });
		const ended = reported('conference_end');
		expect(await received()).toEqual({
			'Archive recordings': [ready],
			CRM: [ended],
			'Audit log': [ready, ended, reported('enter_livestream')],
		});
	});

	it('hands on nothing that does not carry the signing token', async () => {
		const { sandbox } = playground();
		const { forwarder, received, url } = await published();
		const forged = { event: 'recording_ready', payload: '{"host_id":52}' };
		const delivery = await sandbox.control.iotum.deliver(url, forged, { 'x-signing-token': 'no' });
		expect(delivery.status).toBe(401);
		expect(await forwarder.executions()).toEqual([]);
		expect(await received()).toEqual({ 'Archive recordings': [], CRM: [], 'Audit log': [] });
	});

	it('tries three times, goes on with the others, and names the one that is down', async () => {
		const { signingToken = '' } = playground().sandbox.iotum;
		meansToShow(signingToken, 'n8n’s HTTP Request puts its request into the item of a failure.');
		const change = (text: string) =>
			text.replace('"waitBetweenTries":5000', '"waitBetweenTries":0');
		const { forwarder, receivers, received } = await published({ change });
		await receivers['Archive recordings']?.deactivate();
		await playground().sandbox.control.iotum.sendEvent({ event: 'recording_ready' });
		const [execution] = await forwarder.executions();
		expect([execution?.status, execution?.error?.nodeName]).toEqual(['error', 'Stop and Error']);
		expect(execution?.error?.message).toMatch(
			/^recording_ready was not handed on to “Archive recordings”: 404 - .*is not registered/,
		);
		expect(execution?.error?.message).not.toContain('Audit log');
		expect(await received()).toMatchObject({ 'Audit log': [reported('recording_ready')] });
	});
});
