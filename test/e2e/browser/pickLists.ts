import { nodes } from '../../contract/nodes';
import { see } from '../setup';
import { pickers } from './pickers';
import { shows } from './stage';
import { workflowOf, type VendorName } from './workflows';

/** The pickers that a vendor's nodes have, as `node.method`. */
const methodsOf = (vendor: VendorName) =>
	nodes
		.filter(({ node }) => node.description.name.startsWith(vendor))
		.flatMap(({ node }) =>
			Object.keys(node.methods?.listSearch ?? {}).map(
				(method) => `${node.description.name}.${method}`,
			),
		);

/** Every picker of a vendor opens with entries, takes the further pages and searches. */
export function pickLists(vendor: VendorName): void {
	const all = pickers[vendor];

	it('all pickers are looked at', () => {
		expect(all.map(({ node, method }) => `${node}.${method}`).sort()).toEqual(
			methodsOf(vendor).sort(),
		);
	});

	shows(`the pickers of ${vendor}`, async ({ editor, sandbox, credentials, show }) => {
		await sandbox.control.reset();
		await sandbox.control.apizee.setQuota({ enabled: false });
		const rare = new Map<string, string>();
		for (const { method, fill } of all) {
			if (!rare.has(method)) rare.set(method, await fill(sandbox.control));
		}
		const named = all.map((picker) => ({ ...picker, name: `${picker.node} ${picker.method}` }));
		const looks = named.map(({ name, node: type, parameters }) => ({
			...{ name, type, parameters },
			credentials: credentials[vendor],
		}));
		await show(workflowOf(`Pickers of ${vendor}`, looks));
		for (const { name, node, method, input, entries: whole } of named) {
			// A trigger has the same list as its action node; its first page is enough.
			const entries = node.endsWith('Trigger') ? 1 : whole;
			const view = await editor.openNode(name);
			const picker = await view.openPicker(input);
			expect({ name, entries: (await picker.count(entries)) >= entries }).toEqual({
				name,
				entries: true,
			});
			await picker.search(rare.get(method) ?? '');
			await picker.onlyShows(rare.get(method) ?? '');
			await picker.choose();
			expect(await view.pickedIn(input)).toContain(rare.get(method));
			await view.close();
			see('picker', node);
		}
	});
}
