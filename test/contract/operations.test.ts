import type { INodeProperties } from 'n8n-workflow';
import { descriptionOf } from './nodes';
import { choicesOf, everyProperty, isForAgents, LISTS, operationsIn, shownFor } from './properties';
import { scopes } from './scope';
import { requestOptions, type Scope } from './scope/inputs';

/** What a list or a long answer has beside its inputs. */
const RESULTS = ['returnAll', 'limit', 'simplify'];

it('has 22, 55, 41 and 17 operations', () => {
	const counts = Object.keys(scopes).map((name) => [
		name,
		operationsIn(descriptionOf(name).properties).length,
	]);
	expect(counts).toEqual([
		['flexperto', 22],
		['iotum', 55],
		['vivoMeetings', 41],
		['apizee', 17],
	]);
});

describe.each(Object.entries<Scope>(scopes))('%s', (nodeName, scope) => {
	const { properties, usableAsTool } = descriptionOf(nodeName);

	it('has exactly the operations of the scope', () => {
		const offered = operationsIn(properties);
		expect([...offered].sort()).toEqual(Object.keys(scope.operations).sort());
		expect(offered).toHaveLength(scope.count);
	});

	it('marks what deletes or ends something, for people and for agents', () => {
		const marked = properties
			.filter(({ name }) => name === 'operation')
			.flatMap((property) =>
				choicesOf(property)
					.filter(({ description = '' }) => /cannot be undone/.test(description))
					.map(({ value }) => `${property.displayOptions?.show?.resource?.[0]}.${value}`),
			);
		expect([...new Set(marked)].sort()).toEqual(scope.destructive);
	});

	it('does not offer agents what a person has to start', () => {
		const forAgents = operationsIn(properties, { forAgents: true });
		const people = operationsIn(properties).filter((name) => !forAgents.includes(name));
		expect(people.sort()).toEqual(scope.humanOnly);
		expect(usableAsTool).toBe(true);
		expect(properties.some(isForAgents)).toBe(scope.humanOnly.length > 0);
	});

	it('has Simplify where an answer has more than ten entries', () => {
		const simplified = Object.keys(scope.operations).filter((name) =>
			shownFor(properties, name).some((property) => property.name === 'simplify'),
		);
		expect(simplified.sort()).toEqual(scope.simplified);
	});

	it('has Return All and Limit exactly at the lists', () => {
		const has = (property: string) =>
			Object.keys(scope.operations).filter((name) =>
				shownFor(properties, name).some((shown) => shown.name === property),
			);
		const lists = Object.keys(scope.operations).filter((name) => LISTS.test(name));
		expect([has('returnAll'), has('limit')]).toEqual([lists, lists]);
	});

	// n8n 1 would leave a block at its presets out of the saved workflow (its issue 19607).
	it('says of every block how often it may be filled in', () => {
		const silent = everyProperty(properties)
			.filter(({ property }) => property.type === 'fixedCollection')
			.filter(({ property }) => property.typeOptions?.multipleValues === undefined)
			.map(({ path }) => path);
		expect(silent).toEqual([]);
	});

	it('marks the entries of a block at the top level that have to be filled in', () => {
		const blocks = properties.filter(({ type }) => type === 'fixedCollection');
		const marked = everyProperty(blocks)
			.filter(({ path, property }) => /\./.test(path) && property.required)
			.map(({ path }) => path);
		expect([...new Set(marked)].sort()).toEqual(scope.requiredEntries);
	});

	describe.each(Object.entries(scope.operations))('%s', (name, inputs) => {
		const shown = shownFor(properties, name);
		const collections = shown.filter(({ type }) => type === 'collection');
		const { required = [], oneOf = [], listOnly = [], options = [] } = inputs;
		const { additionalFields, updateFields, filters, isLocal } = inputs;

		it('shows the inputs it needs at the top level and no other', () => {
			const names = shown
				.filter((property) => !collections.includes(property) && !RESULTS.includes(property.name))
				.map((property) => property.name);
			expect([...new Set(names)].sort()).toEqual([...required, ...oneOf, ...listOnly].sort());
		});

		it('marks what must be filled in', () => {
			const unmarked = shown
				.filter((property) => required.includes(property.name))
				.filter((property) => !property.required && !isAlwaysSet(property))
				.map((property) => property.name);
			expect(unmarked).toEqual([]);
			const marked = shown.filter((property) => property.required);
			expect(required).toEqual(expect.arrayContaining(marked.map((property) => property.name)));
		});

		it('has the inputs that may be left out in their collection', () => {
			const inCollections = Object.fromEntries(
				collections.map((collection) => [
					collection.name,
					(collection.options ?? []).map((entry) => entry.name).sort(),
				]),
			);
			expect(inCollections).toEqual({
				...(additionalFields && { additionalFields: [...additionalFields].sort() }),
				...(updateFields && { updateFields: [...updateFields].sort() }),
				...(filters && { filters: [...filters].sort() }),
				options: [...options, ...(isLocal ? [] : requestOptions)].sort(),
			});
		});
	});
});

/** A choice always has a value; a number has its default, which the user sees. */
const isAlwaysSet = ({ type, default: initial }: INodeProperties) =>
	type === 'options' ? initial !== '' : type === 'number' && typeof initial === 'number';

it('lets a company be named by its ID or its subdomain where it is read', () => {
	const [companyId] = shownFor(descriptionOf('iotum').properties, 'company.get');
	expect(companyId?.modes?.map(({ name }) => name)).toEqual(['list', 'id', 'subdomain']);
});
