import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { INodeCredentials, INodeParameters } from 'n8n-workflow';
import type { Sandbox } from '../../sandbox/server';
import type { Editor } from '../../test/e2e/browser/editor';
import type { NodeView } from '../../test/e2e/browser/nodeView';
import { byId, workflowOf, type VendorName } from '../../test/e2e/browser/workflows';
import type { WorkflowJson } from '../../test/harness/run';
import type { N8nClient } from '../n8n/client';

export interface Studio {
	editor: Editor;
	client: N8nClient;
	sandbox: Sandbox;
	credentials: Record<VendorName, INodeCredentials>;
}

export type Picture = (studio: Studio) => Promise<Buffer>;

/** What the window is, and where in it an opened node has its form and its output. */
export const viewport = { width: 1440, height: 800 };
export const WINDOW = { x: 0, y: 20, width: 1440, height: 760 };
export const form = (height: number) => ({ x: 511, y: 66, width: 419, height });
export const formAndOutput = (height: number) => ({ x: 511, y: 66, width: 904, height });

export async function shot({ page }: Editor, clip: typeof WINDOW): Promise<Buffer> {
	// Nothing is pointed at, so that no tool tip shows; no message about what was saved, no caret.
	await page.mouse.move(2, 400);
	await page.addStyleTag({ content: '.el-notification { display: none !important }' });
	await page.waitForLoadState('networkidle');
	await page.waitForFunction(
		`![...document.querySelectorAll('input')].some(({ value, placeholder }) => /^Loading/.test(value || placeholder)) &&
			!document.body.innerText.includes('Loading fields')`,
	);
	return await page.screenshot({ clip, caret: 'hide', animations: 'disabled' });
}

/** Opens the only node of a workflow. */
export async function opened(
	{ editor, client, credentials }: Studio,
	vendor: VendorName,
	type: string,
	name: string,
	parameters: INodeParameters = {},
): Promise<NodeView> {
	const look = { name, type, parameters, credentials: credentials[vendor] };
	const { id } = await client.importWorkflow(workflowOf(name, [look]));
	await editor.showWorkflow(id);
	return await editor.openNode(name);
}

/** The form of a trigger as it is when it was added. */
export const trigger =
	(vendor: VendorName, kind: 'Trigger' | 'PollingTrigger', name: string, height: number): Picture =>
	async (studio) => {
		await opened(studio, vendor, `${vendor}${kind}`, name);
		return await shot(studio.editor, form(height));
	};

export async function showExample({ client, editor }: Studio, name: string): Promise<void> {
	const file = resolve(__dirname, '../../examples', `${name}.workflow.json`);
	const example: WorkflowJson = JSON.parse(readFileSync(join(file), 'utf8'));
	const stored = await client.credentials();
	for (const { credentials = {} } of example.nodes) {
		for (const chosen of Object.values(credentials)) {
			chosen.id = stored.find(({ name }) => name === chosen.name)?.id ?? null;
		}
	}
	const { id } = await client.importWorkflow(example);
	await editor.showWorkflow(id);
}

/** Experts with the names that people have. */
export async function addExperts({ sandbox }: Studio): Promise<void> {
	for (const name of ['Erika Expert', 'Anton Adviser', 'Clara Consultant', 'Bernd Banker']) {
		const [firstName = '', lastName = ''] = name.split(' ');
		const email = `${name.toLowerCase().replace(' ', '.')}@tenant.example`;
		await sandbox.control.flexperto.createUser({ firstName, lastName, email });
	}
}

export const listOfHosts: INodeParameters = {
	resource: 'host',
	operation: 'getAll',
	filters: { companyId: { ...byId(5), cachedResultName: 'The Acme Company (acme)' } },
};
