import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodes, root } from '../../contract/nodes';
import { choicesOf } from '../../contract/properties';
import { see } from '../setup';
import { shows } from './stage';
import { workflowOf } from './workflows';

/** The panel leaves "Trigger" out and shows a node with its trigger as one. */
const entryOf = (displayName: string) => displayName.replace(/ Trigger$/, '');

/** What the editor offers of a node: each operation of its action node, or the trigger's events. */
function actionsOf(name: string): string[] {
	const found = nodes.find(({ node }) => node.description.name === name);
	const operations = (found?.node.description.properties ?? [])
		.filter((property) => property.name === 'operation')
		.filter(({ displayOptions }) => !displayOptions?.show?.['@tool']?.includes(true));
	return operations.flatMap((property) => choicesOf(property).map(({ action }) => action ?? ''));
}

/** By its name and by every alias, each node is found and added. */
export function findNodes(): void {
	const described = nodes.map(({ file, node: { description } }) => {
		const codex = JSON.parse(readFileSync(join(root, file.replace(/\.ts$/, '.json')), 'utf8'));
		const aliases: string[] = codex.alias;
		return { ...description, aliases, entry: entryOf(description.displayName) };
	});

	shows('every node is found by its name and by each alias', async ({ editor, show }) => {
		await show(workflowOf('Find nodes', []));
		const { nodesPanel } = editor;
		await nodesPanel.open();
		const words = new Set(described.flatMap(({ aliases, entry }) => [entry, ...aliases]));
		for (const word of words) {
			await nodesPanel.search(word);
			for (const { entry, aliases } of described) {
				if (entry === word || aliases.includes(word)) await nodesPanel.entry(entry).waitFor();
			}
		}
		await nodesPanel.close();
	});

	shows('every node is added with its first action or trigger', async ({ editor, show }) => {
		await show(workflowOf('Add nodes', []));
		const { nodesPanel } = editor;
		for (const { name, entry, group } of described) {
			await nodesPanel.open();
			await nodesPanel.search(entry);
			await nodesPanel.entry(entry).click();
			const actions = actionsOf(name);
			if (group.includes('trigger')) await nodesPanel.showTriggers();
			for (const action of actions) await nodesPanel.entry(action).waitFor();
			const [first = ''] = actions.length > 0 ? actions : await nodesPanel.entries();
			await nodesPanel.entry(first).click();
			const view = await editor.openedNode();
			await view.close();
			const added = editor.canvasNodes().and(editor.page.locator(`[data-node-type$=".${name}"]`));
			await added.waitFor();
			see('installed', name);
		}
	});
}
