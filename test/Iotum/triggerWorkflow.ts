import axios from 'axios';
import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';

import { Iotum } from '../../nodes/Iotum/Iotum.node';
import { IotumPollingTrigger } from '../../nodes/Iotum/trigger/IotumPollingTrigger.node';
import { IotumTrigger } from '../../nodes/Iotum/trigger/IotumTrigger.node';
import { VivoMeetingsPollingTrigger } from '../../nodes/VivoMeetings/trigger/VivoMeetingsPollingTrigger.node';
import { VivoMeetingsTrigger } from '../../nodes/VivoMeetings/trigger/VivoMeetingsTrigger.node';
import type { EngineOptions } from '../harness/engine';
import type { RunResult } from '../harness/result';
import type { WorkflowJson } from '../harness/run';
import { TRIGGER } from '../Flexperto/triggerWorkflow';

export { found, TRIGGER, withInputs } from '../Flexperto/triggerWorkflow';

/** Engine options with the triggers of both brands. */
export const TRIGGERS: EngineOptions = {
	nodeTypes: [
		...[Iotum, IotumTrigger, IotumPollingTrigger],
		...[VivoMeetingsTrigger, VivoMeetingsPollingTrigger],
	],
};

type TriggerType =
	| 'iotumTrigger'
	| 'iotumPollingTrigger'
	| 'vivoMeetingsTrigger'
	| 'vivoMeetingsPollingTrigger';

let workflows = 0;

/** A workflow of its own that starts with a trigger of either brand and hands on to "Next". */
export function triggerWorkflow(type: TriggerType, parameters: INodeParameters = {}): WorkflowJson {
	const number = ++workflows;
	const credentialTypes = type.startsWith('iotum')
		? ['iotumApi', 'iotumOAuth2Api']
		: ['vivoMeetingsApi', 'vivoMeetingsOAuth2Api'];
	const trigger: INode = {
		id: 'trigger',
		name: TRIGGER,
		type: `n8n-nodes-conferencing.${type}`,
		typeVersion: 1,
		position: [0, 0],
		parameters,
		webhookId: `hook-${number}`,
		credentials: Object.fromEntries(credentialTypes.map((id) => [id, { id, name: id }])),
	};
	const next: INode = {
		id: 'next',
		name: 'Next',
		type: 'n8n-nodes-base.noOp',
		typeVersion: 1,
		position: [208, 0],
		parameters: {},
	};
	return {
		id: `workflow-${number}`,
		nodes: [trigger, next],
		connections: { [TRIGGER]: { main: [[{ node: 'Next', type: 'main', index: 0 }]] } },
	};
}

/** Sends a body to a URL of n8n as the vendor does; a text goes out as it is. */
export async function send(
	url: string,
	body: unknown,
	headers: Record<string, string | string[]> = {},
): Promise<{ status: number; data: unknown }> {
	// axios repairs text that is not JSON; bytes go out as they are.
	const sent = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
	const { status, data } = await axios.post<unknown>(url, sent, {
		headers: { 'content-type': 'application/json', ...headers },
		validateStatus: null,
		proxy: false,
	});
	return { status, data };
}

/** What each started execution handed to the node after the trigger; one item each. */
export const started = (executions: RunResult[]): Array<IDataObject | undefined> =>
	executions.map(({ outputs }) => outputs.Next?.[0]?.[0]?.json);
