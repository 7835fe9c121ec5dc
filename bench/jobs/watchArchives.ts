import { TRIGGER, triggerWorkflow } from '../../test/triggerWorkflow';
import type { Active, Tick } from '../../test/harness/activeWorkflow';
import type { Engine } from '../../test/harness/engine';
import type { VendorAccess } from '../process';
import { measured } from './measured';
import { n8n } from './n8n';

/** What a look of the polling trigger led to. */
export interface Look {
	/** How many archives it handed over. */
	found: number;
	milliseconds: number;
	/** What n8n has stored for the trigger, in bytes of JSON. */
	stateBytes: number;
}

let watching: { engine: Engine; workflowId: string; active: Active } | undefined;

/** Publishes a workflow that waits for archives, not for those that are there already. */
export async function watchArchives({ vendors }: { vendors: VendorAccess }): Promise<Look> {
	const engine = await n8n(vendors);
	await watching?.active.deactivate();
	const workflow = triggerWorkflow('flexpertoPollingTrigger', ['flexpertoApi'], {
		event: 'archiveAvailable',
		options: { includeExisting: false },
	});
	return await looked(async () => {
		const active = await engine.activate(workflow);
		watching = { engine, workflowId: String(workflow.id), active };
		return active.firstTicks;
	});
}

/** The schedule of the trigger comes round. */
export async function lookForArchives(): Promise<Look> {
	return await looked(async () => (await watching?.active.tick()) ?? []);
}

async function looked(look: () => Promise<Tick[]>): Promise<Look> {
	let tick: Tick | undefined;
	const { milliseconds } = await measured(async () => {
		[tick] = await look();
	});
	if (!tick || !watching) throw new Error('No workflow watches for archives');
	if (tick.error) throw tick.error;
	const { engine, workflowId } = watching;
	const stored = JSON.stringify(engine.staticData.load(workflowId)[`node:${TRIGGER}`] ?? {});
	return {
		found: tick.emitted?.[0]?.length ?? 0,
		milliseconds,
		stateBytes: Buffer.byteLength(stored),
	};
}
