import { nodes } from './nodes';
import { everyProperty } from './properties';

// The same name means the same kind of value in all nodes, so that a workflow can be read, and an
// expression moved from one node to another.

/** Names that the scope gives to two different things, and why. */
const TWO_MEANINGS: Record<string, { types: string[]; reason: string }> = {
	fileId: {
		types: ['resourceLocator', 'string'],
		reason: 'Flexperto has no list of uploaded files; a drive has one.',
	},
	moderator: {
		types: ['boolean', 'resourceLocator'],
		reason: 'Whether a participant moderates at Iotum; who moderates at Apizee.',
	},
	participants: {
		types: ['fixedCollection', 'string'],
		reason:
			'People with e-mail addresses at Flexperto; IDs or addresses of who is in a conference.',
	},
	slug: {
		types: ['resourceLocator', 'string'],
		reason: 'A plan or an add-on, which is listed; the channel of a chat, which is not.',
	},
};

function typesByName(): Map<string, Set<string>> {
	const types = new Map<string, Set<string>>();
	for (const { node } of nodes) {
		for (const { property } of everyProperty(node.description.properties)) {
			const { name, type } = property;
			types.set(name, (types.get(name) ?? new Set()).add(type));
		}
	}
	return types;
}

it('means the same kind of value by the same name everywhere', () => {
	const ambiguous = [...typesByName()]
		.filter(([, types]) => types.size > 1)
		.map(([name, types]) => [name, [...types].sort()]);
	const allowed = Object.entries(TWO_MEANINGS).map(([name, { types }]) => [name, types]);
	expect(Object.fromEntries(ambiguous)).toEqual(Object.fromEntries(allowed));
});

it('gives a reason for each exception', () => {
	for (const { reason } of Object.values(TWO_MEANINGS)) expect(reason).toMatch(/^[A-Z].{15,}\.$/);
});
