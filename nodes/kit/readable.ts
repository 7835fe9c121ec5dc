/** How many characters a message repeats of a quoted entry, of a word such as an address, and in all. */
const MOST_QUOTED = 100;
const MOST_IN_WORD = 200;
const MOST = 800;

/** What programs write where they have nothing: no ID, and no words for a message. */
export const SAYS_NOTHING = /^(undefined|null|NaN|\[object \w+\])$/;

const cut = (text: string, most: number): string => {
	const characters = [...text];
	return characters.length > most ? `${characters.slice(0, most).join('')}…` : text;
};

/**
 * A text that people can read whatever was entered or answered: one line without control characters
 * and halves of characters, and of a long entry or address only the beginning.
 */
export const readable = (text: string): string =>
	cut(
		text
			.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
			.replace(/\p{Surrogate}/gu, '\ufffd')
			.replace(/"([^"]{100,})"/gu, (_whole, entry: string) => `"${cut(entry, MOST_QUOTED)}"`)
			.replace(
				/(\S{200,}?)([:.]?)(?!\S)/gu,
				(_whole, word: string, end: string) => `${cut(word, MOST_IN_WORD)}${end}`,
			),
		MOST,
	);

/** As `readable`, with a full stop where a text of n8n's own has none. */
export const readableSentence = (text: string): string => {
	const shown = readable(text).trim();
	return shown === '' || /[.!?…]$/.test(shown) ? shown : `${shown}.`;
};

/** The vendor's own words in the usual places of a JSON answer; empty when there are none. */
export function vendorMessage(body: unknown, depth = 0): string {
	if (typeof body === 'string') {
		const words = body.trim();
		return words.startsWith('<') || SAYS_NOTHING.test(words) ? '' : body;
	}
	if (typeof body !== 'object' || body === null || depth > MOST_LEVELS) return '';
	const inner = (value: unknown) => vendorMessage(value, depth + 1);
	if (Array.isArray(body)) return body.map(inner).filter(Boolean).join('; ');
	const places: Record<string, unknown> = { ...body };
	return (
		['message', 'error', 'error_description', 'detail', 'errors']
			.map((place) => inner(places[place]))
			.find(Boolean) ?? ''
	);
}

/** How deep the vendor's words are looked for. */
const MOST_LEVELS = 5;
