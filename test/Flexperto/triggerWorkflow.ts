import type { INodeParameters } from 'n8n-workflow';

import type { Tick } from '../harness/activeWorkflow';
import type { WorkflowJson } from '../harness/run';
import { foundOf, send, triggerWorkflow as workflowOf } from '../triggerWorkflow';

export { found, TRIGGER, withInputs } from '../triggerWorkflow';

/** A workflow of its own that starts with a trigger of Flexperto and hands on to "Next". */
export const triggerWorkflow = (
	type: 'flexpertoTrigger' | 'flexpertoPollingTrigger',
	parameters: INodeParameters = {},
): WorkflowJson => workflowOf(type, ['flexpertoApi'], parameters);

/** Sends a body to a URL of n8n as Flexperto does; a text goes out as it is. */
export const post = async (url: string, body: unknown, contentType = 'application/json') =>
	await send(url, body, { 'content-type': contentType });

/** The IDs of what a look handed over; null means nothing new. */
export const foundIds = (ticks: Tick[]) => foundOf('id', ticks);
