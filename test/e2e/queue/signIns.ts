import axios from 'axios';
import type { INode } from 'n8n-workflow';
import type { WorkflowJson } from '../../harness/run';
import { allEnded } from './executions';
import type { QueuePlayground } from './playground';

const EXECUTIONS = 60;

/** What the HTTP requests of a workflow start: one operation of a vendor that wants a sign-in. */
const workflowOf = (
	vendor: string,
	node: Pick<INode, 'type' | 'parameters' | 'credentials'>,
): WorkflowJson => ({
	id: `sign-ins-${vendor}`,
	name: `Sign-ins at ${vendor}`,
	nodes: [
		{
			id: 'webhook',
			name: 'Webhook',
			type: 'n8n-nodes-base.webhook',
			typeVersion: 2,
			position: [0, 0],
			parameters: { httpMethod: 'POST', path: vendor, options: {} },
			webhookId: `sign-ins-${vendor}`,
		},
		{ id: 'vendor', name: 'Vendor', typeVersion: 1, position: [208, 0], ...node },
	],
	connections: { Webhook: { main: [[{ node: 'Vendor', type: 'main', index: 0 }]] } },
});

const account = (type: string, name: string) => ({ [type]: { id: '', name } });

/** An operation of each vendor that wants a sign-in. */
export const SIGNED_IN: Array<[string, WorkflowJson]> = [
	[
		'vivoMeetings',
		workflowOf('vivoMeetings', {
			type: 'n8n-nodes-conferencing.vivoMeetings',
			parameters: { resource: 'host', operation: 'getAll' },
			credentials: account('vivoMeetingsApi', 'VivoMeetings account'),
		}),
	],
	[
		'iotum',
		workflowOf('iotum', {
			type: 'n8n-nodes-conferencing.iotum',
			parameters: { resource: 'company', operation: 'getAll' },
			credentials: account('iotumApi', 'Iotum account'),
		}),
	],
	[
		'apizee',
		workflowOf('apizee', {
			type: 'n8n-nodes-conferencing.apizee',
			parameters: { resource: 'ticket', operation: 'getAll' },
			credentials: account('apizeeApi', 'Apizee account'),
		}),
	],
];

/** Starts the workflow many times at once; gives the sign-ins, and how many workers took part. */
export async function signInsOf(
	{ queueMode, engine, playground }: QueuePlayground,
	vendor: string,
	workflow: WorkflowJson,
) {
	const { control } = playground.sandbox;
	await control.apizee.setQuota({ enabled: false });
	Object.assign(engine.credentials['Apizee account'] ?? {}, { requestsPerMinute: 100_000 });
	await control.clearRequests();
	const workers = [...queueMode.processes.keys()].filter((name) => name.startsWith('worker'));
	const taken = (name: string) => queueMode.executions(name).taken;
	const before = workers.map(taken);
	const active = await engine.activate(workflow);
	const url = `${queueMode.webhookUrl}/webhook/${vendor}`;
	await Promise.all(
		Array.from({ length: EXECUTIONS }, async () => await axios.post(url, {}, { proxy: false })),
	);
	const executions = await allEnded(queueMode, active.id, EXECUTIONS);
	await active.deactivate();
	const failed = executions.filter(({ status }) => status !== 'success');
	if (failed.length > 0) throw new Error(`${failed.length} executions failed.`);
	const requests = await control.requests({ vendor, method: 'POST' });
	return {
		executions: executions.length,
		signIns: requests.filter(({ path }) => /\/(authenticate|token)$/.test(path)).length,
		processes: workers.filter((name, at) => taken(name) > (before[at] ?? 0)).length,
	};
}
