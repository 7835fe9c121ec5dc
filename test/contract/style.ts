// The writing rules of n8n's UX guidelines.

const SMALL = new Set('a an and as at by for from in of on or per the to with'.split(' '));

/** Capitals in every word, small ones apart. */
export const isTitleCase = (label: string) =>
	label
		.split(/[\s/-]+/)
		.every((word, index) => /^[^a-z]/.test(word) || (index > 0 && SMALL.has(word)));

/** Words that keep their capital in a sentence: names of products and of inputs. */
const NAMES = /^(Flexperto|Trigger|Act|User|Options|Max|Sessions|Run|By|ID)$/;
/** Words of a sentence with a capital as in a title. */
export const strayCapitals = (sentence: string) =>
	sentence
		.split(/(?<=[.:])\s+|\s+/)
		.filter((_word, index, words) => index > 0 && !/[.:]$/.test(words[index - 1] ?? ''))
		.filter((word) => /^[A-Z][a-z]+$/.test(word) && !NAMES.test(word));

/** A single sentence has no full stop at its end, several have. */
export const endsWell = (description: string) => {
	const several = /[.?!] "?[A-Z]/.test(description.replaceAll('e.g. ', ''));
	return /[.]$/.test(description) === several;
};
