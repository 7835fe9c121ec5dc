import { dirname, join } from 'node:path';
import type { INodeCredentials } from 'n8n-workflow';
import { startSandbox, type Sandbox } from '../../../sandbox/server';
import type { WorkflowJson } from '../../harness/run';
import { client, n8n } from '../setup';
import { Editor } from './editor';
import { storeCredentials, type VendorName } from './workflows';

/** One browser for all tests, the simulated vendors and a credential of each. */
export interface Stage {
	editor: Editor;
	sandbox: Sandbox;
	credentials: Record<VendorName, INodeCredentials>;
	/** Imports a workflow and shows it. */
	show(workflow: WorkflowJson): Promise<string>;
}

let stage: Stage | undefined;

function present(): Stage {
	if (!stage) throw new Error('The editor is not open.');
	return stage;
}

/** Opens the editor before the tests of a file, and closes it after them. */
export function useEditor(): void {
	beforeAll(async () => {
		const sandbox = await startSandbox();
		await sandbox.control.apizee.setQuota({ enabled: false });
		const credentials = await storeCredentials(client, sandbox);
		const editor = await Editor.open(n8n);
		const show = async (workflow: WorkflowJson) => {
			const { id } = await client.importWorkflow(workflow);
			await editor.showWorkflow(id);
			return id;
		};
		stage = { editor, sandbox, credentials, show };
	});
	afterAll(async () => {
		await stage?.editor.close();
		await stage?.sandbox.close();
	});
}

/**
 * A test in the browser. It fails when an error pops up or stands in the console as well; what was to
 * be seen then is kept, and the failure says where.
 */
export function shows(name: string, look: (stage: Stage) => Promise<void>): void {
	it(name, async () => {
		const { editor } = present();
		editor.newProblems();
		try {
			await look(present());
			expect(editor.newProblems()).toEqual([]);
		} catch (error) {
			const folder = join(dirname(n8n.folder), 'pictures');
			const picture = await editor.keep(folder, `n8n ${n8n.major} ${name}`);
			await editor.reload();
			const message = error instanceof Error ? error.message : String(error);
			throw new Error(`${message}\nWhat was to be seen: ${picture}`, { cause: error });
		}
	});
}
