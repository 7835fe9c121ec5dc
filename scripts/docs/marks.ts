/** A part of a page that a script writes: what stands between its marks. */
export type Part = 'operations' | 'inputs' | 'outputs' | 'results';

/** The comments around a part of a page. */
export const marksOf = (part: Part): [start: string, end: string] => [
	`<!-- ${part}:start -->`,
	`<!-- ${part}:end -->`,
];

/** What stands between the marks of a page's text, without the blank lines around it. */
export function partOf(text: string, part: Part): string {
	const [start, end] = marksOf(part);
	const [before, after] = [text.indexOf(start), text.indexOf(end)];
	return before < 0 || after < before ? '' : text.slice(before + start.length, after).trim();
}
