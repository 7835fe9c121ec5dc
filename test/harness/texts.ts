/** Where a text stands: its key, and where what holds it stands. */
export interface Place {
	key: string;
	above?: Place;
}

/** A place as one reads it, such as `data.resultData.error.message`. */
export const placeName = ({ key, above }: Place): string =>
	above ? `${placeName(above)}.${key}` : key;

/** What belongs to the machine and not to what it leaves behind; a workflow knows the whole engine. */
const MACHINERY = ['Workflow', 'Engine', 'Socket', 'TLSSocket', 'Agent', 'Server'];

/**
 * Tells every text within a value and where it stands: names and values, also what errors hide (their
 * stack and cause) and what is in maps and sets. Bytes are left out.
 */
export function eachText(
	value: unknown,
	tell: (text: string, place: Place) => void,
	place: Place,
	seen = new Set<object>(),
): void {
	if (typeof value === 'string') return tell(value, place);
	if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return;
	if (seen.has(value) || MACHINERY.includes(value.constructor?.name)) return;
	seen.add(value);
	for (const [key, inner] of entriesOf(value)) {
		const inside = { key, above: place };
		if (!Array.isArray(value)) tell(key, inside);
		eachText(inner, tell, inside, seen);
	}
}

function entriesOf(value: object): Array<[string, unknown]> {
	if (value instanceof Map) return [...value].map(([key, inner]) => [String(key), inner]);
	if (value instanceof Set) return [...value].map((inner, index) => [String(index), inner]);
	if (!(value instanceof Error)) return Object.entries(value);
	const descriptors = Object.entries(Object.getOwnPropertyDescriptors(value));
	return descriptors.map(([key, descriptor]): [string, unknown] => [key, descriptor.value]);
}
