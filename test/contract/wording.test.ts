import { nodes } from './nodes';
import { choicesOf, everyProperty } from './properties';
import { endsWell, isTitleCase, strayCapitals } from './style';

// n8n's UX guidelines, on what the editor really gets. The lint rules cover a part of them only.

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
const properties = nodes.flatMap(({ node }) =>
	everyProperty(node.description.properties).map(({ path, ...rest }) => ({
		path: `${node.description.name}: ${path}`,
		...rest,
	})),
);

/** A document and the passage in it, by its heading or its number. */
const SOURCE = /^(seed \d{3}|VENDOR-FACTS\.md), ("|\d+\.\d)/;

describe.each(operations)('$name', ({ definition }) => {
	it('has a name in title case, an action and a description in sentence case', () => {
		const { name, action, description } = definition;
		expect(isTitleCase(name)).toBe(true);
		expect(action).toMatch(/^[A-Z][^.]*[^.\s]$/);
		expect(strayCapitals(action)).toEqual([]);
		expect(description).toMatch(/^[A-Z].{10,}/);
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

const LISTS = /\.(getAll|getConferences|getCallRecords)$/;

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

/** Words for somebody else, such as a letter to the vendor. */
const QUOTED = /"[^"]*"/g;

describe('every input', () => {
	const failing = (broken: (placed: (typeof properties)[number]) => boolean) => [
		...new Set(properties.filter(broken).map(({ path }) => path)),
	];
	const shown = properties.filter(({ property }) => property.type !== 'notice');

	it('has a label in title case', () => {
		expect(shown.filter(({ property }) => !isTitleCase(property.displayName))).toEqual([]);
	});

	it('has a description, if any, in sentence case that ends as n8n wants', () => {
		const descriptions = properties.flatMap(({ path, property }) => [
			{ path, description: property.description ?? '' },
			...choicesOf(property).map(({ value, description = '' }) => ({
				path: `${path} = ${value}`,
				description,
			})),
		]);
		const wrong = descriptions.filter(
			({ description }) =>
				description !== '' && !(/^[A-Z0-9]/.test(description) && endsWell(description)),
		);
		expect(wrong).toEqual([]);
	});

	it('says "Whether" when it is a yes or no', () => {
		expect(
			failing(
				({ property }) =>
					property.type === 'boolean' && !/^Whether /.test(property.description ?? ''),
			),
		).toEqual([]);
	});

	it('shows an example as "e.g. ..."', () => {
		const texts = (placed: (typeof properties)[number]) =>
			[placed.property, ...(placed.property.modes ?? [])].filter(({ type }) => type === 'string');
		expect(
			failing((placed) =>
				texts(placed).some(({ placeholder = 'e.g. ' }) => !placeholder.startsWith('e.g. ')),
			),
		).toEqual([]);
	});

	it('shows an example when it is an ID that may be typed', () => {
		expect(
			failing(
				({ property: { type, modes = [] } }) =>
					type === 'resourceLocator' && !modes.some(({ placeholder }) => placeholder),
			),
		).toEqual([]);
	});

	it('invites to add to a collection in the same words', () => {
		expect(
			failing(
				({ property: { type, placeholder = '' } }) =>
					/ollection$/.test(type) && !(placeholder.startsWith('Add ') && isTitleCase(placeholder)),
			),
		).toEqual([]);
	});

	it('is not required when the user has to add it first', () => {
		expect(failing(({ property, optional }) => optional && property.required === true)).toEqual([]);
	});

	it('offers sorted choices with labels in title case, its default among them', () => {
		for (const { path, property } of properties) {
			const choices = choicesOf(property);
			const labels = choices.map(({ name }) => name);
			expect({ path, labels }).toEqual({
				path,
				labels: [...labels].sort((one, other) => one.localeCompare(other)),
			});
			expect({ path, odd: labels.filter((label) => !isTitleCase(label)) }).toEqual({
				path,
				odd: [],
			});
			const values = choices.map(({ value }) => value);
			const defaults: unknown[] = [property.default].flat();
			if (choices.length > 0) expect(values).toEqual(expect.arrayContaining(defaults));
		}
	});

	it('is read by people without "please", contractions or exclamation marks', () => {
		expect(
			failing(({ property: { displayName, description = '' } }) =>
				/\bplease\b|n't\b|n’t\b|!/i.test(`${displayName} ${description}`.replaceAll(QUOTED, '')),
			),
		).toEqual([]);
	});
});
