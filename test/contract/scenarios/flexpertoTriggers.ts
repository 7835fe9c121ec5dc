import type { FlexpertoSetup } from '../../Flexperto/setup';
import { startingWith } from './triggerNode';

const EVENTS = [
	'archiveAvailable',
	'contractSessionCompleted',
	'documentFailed',
	'documentStatusChanged',
];

/** A life of each trigger: activated, and told or shown something. */
export const triggers: Record<string, (setup: FlexpertoSetup) => Promise<void>> = {
	async flexpertoTrigger({ engine, vendor }) {
		const active = await engine.activate(startingWith('flexpertoTrigger', 'flexpertoApi'));
		await vendor.finishConference({ available: true });
		const started = await active.executions();
		await active.deactivate();
		if (started.length !== 1) throw new Error('The delivery did not start the workflow.');
	},
	async flexpertoPollingTrigger({ engine }) {
		for (const event of EVENTS) {
			const workflow = startingWith('flexpertoPollingTrigger', 'flexpertoApi', { event });
			await (await engine.activate(workflow)).deactivate();
		}
	},
};
