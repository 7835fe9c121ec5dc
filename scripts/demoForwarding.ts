import type { Active } from '../test/harness/activeWorkflow';
import type { WorkflowJson } from '../test/harness/run';
import type { Playground } from './demoPlayground';
import type { Report } from './demoReport';

const TRIGGER = 'When Iotum Reports Something';

/** The example's receivers in their order, and the events that each of them wants. */
const RECEIVERS = { 'Archive recordings': 'recordings', CRM: 'conferences', 'Audit log': 'all' };

/** A workflow that only starts. */
const receiver = (name: string): WorkflowJson => ({
	id: name,
	name,
	nodes: [
		{
			id: name,
			name: 'Iotum Trigger',
			type: 'n8n-nodes-conferencing.iotumTrigger',
			typeVersion: 1,
			position: [0, 0],
			parameters: {},
			webhookId: name.toLowerCase().replace(' ', '-'),
			credentials: { iotumApi: { id: 'pT3nQ8vYx2MkR6hA', name: 'Iotum account' } },
		},
	],
	connections: {},
});

/** One URL at the vendor serves several workflows, each of which gets what it wants. */
export async function forwardWebhooks(playground: Playground, report: Report): Promise<void> {
	const { engine, sandbox, example } = playground;
	const { iotum } = sandbox.control;
	report.chapter(
		'Iotum: one URL serves several workflows',
		'examples/webhook-forwarding.workflow.json',
		'Iotum reports to one URL. Three workflows wait behind it: one wants what concerns recordings, one when conferences start and end, one everything.',
	);
	const active: Active[] = [];
	let text = JSON.stringify(example('webhook-forwarding'));
	for (const [index, name] of Object.keys(RECEIVERS).entries()) {
		const workflow = await engine.activate(receiver(name));
		active.push(workflow);
		text = text.replace(
			`https://n8n.example.com/webhook/00000000-0000-0000-0000-00000000000${index + 1}/iotum`,
			workflow.urls['Iotum Trigger'] ?? '',
		);
	}
	const forwarder = await engine.activate(JSON.parse(text));
	const url = forwarder.urls[TRIGGER] ?? '';
	await iotum.setWebhooks([{ url }]);
	await iotum.sendEvent({ event: 'recording_ready', details: { recording_id: 12345 } });
	await iotum.sendEvent({ event: 'conference_end' });
	for (const run of await forwarder.executions()) {
		report.node(run, TRIGGER, String(run.outputs[TRIGGER]?.[0]?.[0]?.json.event));
		const wanted = run.outputs['Wants This Event']?.[0] ?? [];
		report.node(run, 'Forward', wanted.map(({ json }) => json.name).join(', '));
	}
	report.blank();
	const started = async () => {
		const names: string[][] = [];
		for (const workflow of active) {
			const executions = await workflow.executions();
			// Both reports are forwarded at the same time.
			names.push(
				executions
					.map(({ outputs }) => String(outputs['Iotum Trigger']?.[0]?.[0]?.json.event))
					.sort(),
			);
		}
		return names;
	};
	const expected = [['recording_ready'], ['conference_end'], ['conference_end', 'recording_ready']];
	report.check('Each workflow was started by what it wants', await started(), expected);

	report.say('Somebody who knows the URL, but not the signing token, sends a report.');
	const forged = { event: 'conference_end', payload: '{"host_id":52}' };
	const delivery = await iotum.deliver(url, forged, { 'x-signing-token': 'a guess' });
	report.check('It is turned away', delivery.status, 401);
	report.check('Nothing was started by it', await started(), expected);
	await iotum.setWebhooks([]);
	for (const workflow of [forwarder, ...active]) await workflow.deactivate();
}
