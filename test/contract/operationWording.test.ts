import { nodes } from './nodes';
import { LISTS } from './properties';
import { endsWell, isTitleCase, strayCapitals } from './style';

// n8n's UX guidelines, on the texts of operations and events.

const tables = nodes.flatMap(({ table }) => (table ? [table] : []));
const operations = tables.flatMap((table) =>
	Object.entries(table).flatMap(([resource, { operations: all }]) =>
		Object.entries(all).map(([name, definition]) => ({
			name: `${resource}.${name}`,
			definition,
		})),
	),
);
const events = nodes.flatMap(({ events: all = {} }) =>
	Object.entries(all).map(([name, definition]) => ({ name, definition })),
);
/** A document and the passage in it, by its heading or its number. */
const SOURCE = /^(seed \d{3}, ("|\d+\.\d)|VENDOR-FACTS\.md, ("|\w+ \((GET|POST|PUT|DELETE) \/))/;

describe.each(operations)('$name', ({ definition }) => {
	it('has a name in title case, an action and a description in sentence case', () => {
		const { name, action, description } = definition;
		expect(isTitleCase(name)).toBe(true);
		expect(action).toMatch(/^[A-Z][^.]*[^.\s]$/);
		expect(strayCapitals(action)).toEqual([]);
		expect(description).toMatch(/^[A-Z].{10,}/);
		expect(description).not.toBe(action);
		expect(endsWell(description)).toBe(true);
		expect(strayCapitals(description)).toEqual([]);
	});

	it('says which vendor document it comes from', () => {
		expect(definition.docs).toMatch(SOURCE);
	});
});

describe.each(events)('event $name', ({ definition }) => {
	it('has a name in title case, a description in sentence case, and its source', () => {
		expect(isTitleCase(definition.name)).toBe(true);
		expect(definition.description).toMatch(/^[A-Z].{10,}[^.]$/);
		expect(definition.docs).toMatch(SOURCE);
	});
});

it('gives every operation a name and an action of its own', () => {
	for (const table of tables) {
		const all = Object.values(table).flatMap(({ operations: own }) => Object.values(own));
		expect(new Set(all.map(({ action }) => action)).size).toBe(all.length);
		for (const { operations: all } of Object.values(table)) {
			const names = Object.values(all).map(({ name }) => name);
			expect(new Set(names).size).toBe(names.length);
		}
	}
});

it('shows lists as "Get Many ..." with Return All and a limit of 50', () => {
	const lists = operations.filter(({ name }) => LISTS.test(name));
	expect(lists).not.toEqual([]);
	for (const { definition } of lists) {
		expect(definition).toMatchObject({
			name: expect.stringMatching(/^Get Many\b/),
			action: expect.stringMatching(/^Get many /),
			fields: {
				returnAll: { property: { type: 'boolean', default: false } },
				limit: { property: { type: 'number', default: 50 } },
			},
		});
	}
});
