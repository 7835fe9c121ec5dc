import { isCollection } from './definition';
import { isShown, type Field, type Fields } from './field';
import type { Table } from './table';

/** What another brand of the same API has differently in an operation. */
export interface Variation {
	/** The vendor document and section it comes from. */
	docs: string;
	/** The fields that remain of a collection, by its name; all of them where it is not named. */
	only?: Record<string, string[]>;
	/** Fields that stand before the others. */
	added?: Fields;
	/** Fields that a collection has beside the others, by its name. */
	addedTo?: Record<string, Fields>;
	/** Inputs that always have this value and are not shown. */
	fixed?: Record<string, unknown>;
	/** Locators that no list stands behind, in collections too: their IDs are typed. */
	typed?: string[];
}

/** The operations of a table that another brand has, by resource. */
export type Subset = Record<string, Record<string, Omit<Variation, 'typed'>>>;

/** The part of a table that another brand has. Throws when it names an operation that is not there. */
export function subset(table: Table, selection: Subset, typed: string[] = []): Table {
	return Object.fromEntries(
		Object.entries(selection).map(([resource, variations]) => {
			const { name, operations } = table[resource] ?? unknown(resource);
			const chosen = Object.entries(variations).map(([operation, variation]) => {
				const definition = operations[operation] ?? unknown(`${resource}.${operation}`);
				return [operation, definition.vary({ ...variation, typed })];
			});
			return [resource, { name, operations: Object.fromEntries(chosen) }];
		}),
	);
}

function unknown(name: string): never {
	throw new TypeError(`There is no ${name} to take over`);
}

/** The fields as another brand has them; those that are left out never have a value. */
export function varied<F extends Fields>(fields: F, variation: Variation): F;
export function varied(fields: Fields, variation: Variation): Fields {
	const { only = {}, added = {}, addedTo = {}, fixed = {}, typed = [] } = variation;
	const named = [only, addedTo, fixed].flatMap((names) => Object.keys(names));
	for (const name of named) if (!(name in fields)) unknown(`input ${name}`);
	const own = (name: string, field: Field<unknown>) =>
		typed.includes(name) ? withoutList(field) : field;
	const remaining = Object.entries({ ...added, ...fields }).flatMap(([name, field]) => {
		if (name in fixed) return [[name, constant(fixed[name])] as const];
		const shown = settled(own(name, field), fixed);
		if (!shown) return [];
		if (!isCollection(shown)) return [[name, shown] as const];
		const { [name]: kept = Object.keys(shown.fields) } = only;
		const inner = kept.map((key) => {
			const remains = shown.fields[key] ?? unknown(`field ${name}.${key}`);
			return [key, own(key, remains)] as const;
		});
		const having = { ...Object.fromEntries(inner), ...addedTo[name] };
		const isEmpty = Object.keys(having).length === 0;
		const { showWhen } = shown;
		const rest = { ...shown.having(having), ...(showWhen && { showWhen }) };
		return [[name, isEmpty ? constant({}) : rest] as const];
	});
	return Object.fromEntries(remaining);
}

/** What a kind is made of, as another brand has it. */
export const variedSettings = <S extends { docs: string; fields: Fields }>(
	settings: S,
	variation: Variation,
): S => ({ ...settings, docs: variation.docs, fields: varied(settings.fields, variation) });

/** A locator whose ID is typed; the stored value has the same form, so that workflows can be moved. */
const withoutList = ({ property, ...field }: Field<unknown>): Field<unknown> => ({
	...field,
	property: {
		...property,
		default: { mode: 'id', value: '' },
		modes: property.modes?.filter(({ name }) => name === 'id'),
	},
});

/** A field that is not shown and always has this value. */
export const constant = <T>(value: T): Field<T> & { constant: true } => ({
	property: { displayName: '', type: 'hidden', default: '' },
	parse: () => value,
	constant: true,
});

/** The field without conditions on inputs that are fixed; nothing where it would never be shown. */
function settled(
	field: Field<unknown>,
	fixed: Record<string, unknown>,
): Field<unknown> | undefined {
	const { showWhen = {} } = field;
	const [known, open] = [true, false].map((isFixed) =>
		Object.fromEntries(Object.entries(showWhen).filter(([name]) => name in fixed === isFixed)),
	);
	if (!isShown({ ...field, showWhen: known }, fixed)) return undefined;
	return Object.keys(showWhen).length > 0 ? { ...field, showWhen: open } : field;
}
