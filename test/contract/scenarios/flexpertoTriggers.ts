import type { FlexpertoSetup } from '../../Flexperto/setup';
import { startingWith } from './triggerNode';

/** A life of each trigger: activated, and told or shown something. */
export const triggers: Record<string, (setup: FlexpertoSetup) => Promise<void>> = {
	async flexpertoTrigger({ engine, vendor }) {
		const active = await engine.activate(startingWith('flexpertoTrigger', 'flexpertoApi'));
		await vendor.finishConference({ available: true });
		await active.executions();
		await active.deactivate();
	},
	async flexpertoPollingTrigger({ engine }) {
		for (const event of ['archiveAvailable', 'contractSessionCompleted', 'documentFailed']) {
			const workflow = startingWith('flexpertoPollingTrigger', 'flexpertoApi', { event });
			await (await engine.activate(workflow)).deactivate();
		}
	},
};
