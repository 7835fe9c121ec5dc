import type { INodeParameters } from 'n8n-workflow';

import { Iotum } from '../../nodes/Iotum/Iotum.node';
import { IotumPollingTrigger } from '../../nodes/Iotum/trigger/IotumPollingTrigger.node';
import { IotumTrigger } from '../../nodes/Iotum/trigger/IotumTrigger.node';
import { VivoMeetingsPollingTrigger } from '../../nodes/VivoMeetings/trigger/VivoMeetingsPollingTrigger.node';
import { VivoMeetingsTrigger } from '../../nodes/VivoMeetings/trigger/VivoMeetingsTrigger.node';
import type { EngineOptions } from '../harness/engine';
import type { WorkflowJson } from '../harness/run';
import { triggerWorkflow as workflowOf } from '../triggerWorkflow';

export { found, foundOf, send, started, TRIGGER, withInputs } from '../triggerWorkflow';

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

/** A workflow of its own that starts with a trigger of either brand and hands on to "Next". */
export const triggerWorkflow = (
	type: TriggerType,
	parameters: INodeParameters = {},
): WorkflowJson =>
	workflowOf(
		type,
		type.startsWith('iotum')
			? ['iotumApi', 'iotumOAuth2Api']
			: ['vivoMeetingsApi', 'vivoMeetingsOAuth2Api'],
		parameters,
	);
