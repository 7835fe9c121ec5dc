/** The shape of an output, as the editor shows it before a node has run (JSON Schema, n8n's part of it). */
export interface OutputSchema {
	type: 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null';
	properties?: Record<string, OutputSchema>;
	items?: OutputSchema;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

function simpleType(value: unknown): OutputSchema['type'] {
	if (typeof value === 'string') return 'string';
	if (typeof value === 'number') return 'number';
	return typeof value === 'boolean' ? 'boolean' : 'null';
}

/** The shape of one value. */
export function shapeOf(value: unknown): OutputSchema {
	if (Array.isArray(value)) {
		const items = value.map(shapeOf).reduce<OutputSchema | undefined>(joined, undefined);
		return { type: 'array', ...(items && { items }) };
	}
	if (!isRecord(value)) return { type: simpleType(value) };
	const properties = Object.entries(value).map(([name, one]) => [name, shapeOf(one)]);
	return { type: 'object', properties: Object.fromEntries(properties) };
}

/** One shape for values of both: whatever one of them has. Of two kinds, the one that tells more. */
export function joined(one: OutputSchema | undefined, other: OutputSchema): OutputSchema {
	if (one === undefined || one.type === 'null') return other;
	if (other.type !== one.type) return one;
	const items = other.items ? joined(one.items, other.items) : one.items;
	const { properties } = one;
	if (!properties) return { type: one.type, ...(items && { items }) };
	const all = { ...properties };
	for (const [name, shape] of Object.entries(other.properties ?? {})) {
		all[name] = joined(all[name], shape);
	}
	return { type: 'object', properties: all };
}

/** The shape with what `other` tells of the entries that were never more than null in it. */
export function filled(one: OutputSchema, other: OutputSchema | undefined): OutputSchema {
	if (one.type === 'null') return other ?? one;
	const { items, properties } = one;
	return {
		...one,
		...(items && { items: filled(items, other?.items) }),
		...(properties && {
			properties: Object.fromEntries(
				Object.entries(properties).map(([name, shape]) => [
					name,
					filled(shape, other?.properties?.[name]),
				]),
			),
		}),
	};
}
