import { NodeHelpers, type INodeParameters } from 'n8n-workflow';
import { descriptionOf } from '../../contract/nodes';
import { choicesOf, isForAgents, operationsIn, shownFor } from '../../contract/properties';
import { scopes } from '../../contract/scope';
import { see } from '../setup';
import { shows } from './stage';
import { workflowOf, type VendorName } from './workflows';

/** The labels that the form of an operation has when nothing has been filled in yet. */
function labelsOf(node: VendorName, name: string): string[] {
	const description = descriptionOf(node);
	const [resource = '', operation = ''] = name.split('.');
	const defaults = NodeHelpers.getNodeParameters(
		description.properties,
		{ resource, operation },
		true,
		false,
		{ typeVersion: 1 },
		description,
	);
	const values: INodeParameters = { ...defaults, resource, operation };
	return shownFor(description.properties, name)
		.filter(({ type }) => type !== 'hidden')
		.filter((property) =>
			NodeHelpers.displayParameter(values, property, { typeVersion: 1 }, description),
		)
		.map(({ displayName }) => displayName);
}

/** The label of a choice of the node's drop-downs. */
function labelOf(node: VendorName, property: string, value: string, resource?: string): string {
	const choice = descriptionOf(node)
		.properties.filter(({ name }) => name === property)
		.filter((candidate) => !isForAgents(candidate))
		.filter(({ displayOptions }) => !resource || displayOptions?.show?.resource?.includes(resource))
		.flatMap(choicesOf)
		.find((candidate) => candidate.value === value);
	return choice?.name ?? '';
}

/** Whether all of the first are among the second, in the same order. */
function inOrder(expected: string[], shown: string[]): boolean {
	let next = 0;
	for (const label of shown) if (label === expected[next]) next++;
	return next === expected.length;
}

/** Through all resources and operations of a node by its drop-downs: each form has all its inputs. */
export function goThroughForms(node: VendorName): void {
	shows(`${node}: every operation by the drop-downs`, async ({ editor, credentials, show }) => {
		const look = { name: 'Node', type: node, credentials: credentials[node] };
		await show(workflowOf(`Forms of ${node}`, [look]));
		const view = await editor.openNode('Node');
		const names = operationsIn(descriptionOf(node).properties);
		const { operations } = scopes[node];
		expect(names.sort()).toEqual(Object.keys(operations).sort());
		let before = '';
		for (const name of names) {
			const [resource = '', operation = ''] = name.split('.');
			if (resource !== before) await view.choose('resource', labelOf(node, 'resource', resource));
			before = resource;
			await view.choose('operation', labelOf(node, 'operation', operation, resource));
			const expected = labelsOf(node, name);
			const labels = await view.labelsOnce((shown) => inOrder(expected, shown));
			expect({ name, labels }).toEqual({ name, labels: expect.arrayContaining(expected) });
			expect({ name, inOrder: inOrder(expected, labels) }).toEqual({ name, inOrder: true });
			expect(labels).not.toContain('');
			see('installed', node);
		}
		await view.close();
	});
}
