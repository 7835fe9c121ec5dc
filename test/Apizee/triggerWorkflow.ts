import type { INodeParameters } from 'n8n-workflow';

import type { WorkflowJson } from '../harness/run';
import { TRIGGER, triggerWorkflow as workflowOf } from '../triggerWorkflow';
import type { ApizeeSetup } from './setup';

export { found, foundOf, send, started, TRIGGER, withInputs } from '../triggerWorkflow';

/** A workflow of its own that starts with a trigger of Apizee and hands on to "Next". */
export const triggerWorkflow = (
	type: 'apizeeTrigger' | 'apizeePollingTrigger',
	parameters: INodeParameters = {},
): WorkflowJson => workflowOf(type, ['apizeeApi'], parameters);

/** The custom header as it is set up in the vendor's console. */
export const secretHeader = ({ credentials }: ApizeeSetup): Record<string, string> => ({
	[credentials.apizeeApi.webhookHeaderName]: credentials.apizeeApi.webhookSecret,
});

/** A published workflow whose URL is set up in the vendor's console; nothing is logged yet. */
export async function published(setup: ApizeeSetup, parameters: INodeParameters = {}) {
	const { engine, vendor, control } = setup;
	const workflow = triggerWorkflow('apizeeTrigger', parameters);
	const active = await engine.activate(workflow);
	const url = active.urls[TRIGGER] ?? '';
	await vendor.setWebhooks([{ url, headers: secretHeader(setup) }]);
	await control.clearRequests();
	return { workflow, active, url };
}

/** What was logged since; nothing of it may hold the secret. */
export function newLogs({ engine, credentials }: ApizeeSetup, since: number) {
	const logs = engine.logs.slice(since);
	expect(JSON.stringify(logs)).not.toContain(credentials.apizeeApi.webhookSecret);
	return logs.filter(({ level }) => level === 'error' || level === 'warn');
}

/** What a delivery without the secret is answered. */
export const UNAUTHORIZED = {
	status: 401,
	data: { message: 'The secret of this webhook is missing or wrong' },
};
