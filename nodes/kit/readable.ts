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
