import { credentials, nodes } from './nodes';
import { choicesOf, everyProperty } from './properties';
import { endsWell, isTitleCase } from './style';

// n8n's UX guidelines, on the inputs that the editor really gets. The lint rules cover a part of them.

const forms = [
	...nodes.map(({ node: { description } }) => description),
	...credentials.map(({ credential }) => credential),
];
const properties = forms.flatMap((form) =>
	everyProperty(form.properties)
		.filter(({ property }) => property.type !== 'hidden')
		.map(({ path, ...rest }) => ({ path: `${form.name}: ${path}`, ...rest })),
);

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
			const sorted = [...labels].sort((one, other) => one.localeCompare(other));
			// Flexperto's environments stand in the order in which people meet them.
			if (path !== 'flexpertoApi: environment') {
				expect({ path, labels }).toEqual({ path, labels: sorted });
			}
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
