import Table from 'cli-table3';

/** One line of what the hard tests found. */
export interface Figure {
	/** What it is about, such as `Crashes`. */
	chapter: string;
	what: string;
	found: number;
	unit?: string;
	atLeast?: number;
	atMost?: number;
	/** How the same line of several turns becomes one. */
	add: 'sum' | 'most';
}

/** The figures of several turns as those of one, in the order of their chapters. */
export function together(figures: Figure[]): Figure[] {
	const lines = new Map<string, Figure>();
	for (const figure of figures) {
		const key = `${figure.chapter}\n${figure.what}`;
		const before = lines.get(key);
		lines.set(key, before && figure.add === 'sum' ? sum(before, figure) : most(before, figure));
	}
	const inOrder = ({ chapter }: Figure, other: Figure) => chapter.localeCompare(other.chapter);
	return [...lines.values()].sort(inOrder);
}

const most = (before: Figure | undefined, figure: Figure): Figure => ({
	...figure,
	found: Math.max(before?.found ?? -Infinity, figure.found),
});

/** What is wanted of each turn or file is wanted of all of them together. */
function sum(before: Figure, figure: Figure): Figure {
	const plus = (one = 0, other?: number) => (other === undefined ? undefined : one + other);
	return {
		...figure,
		found: before.found + figure.found,
		atLeast: plus(before.atLeast, figure.atLeast),
		atMost: plus(before.atMost, figure.atMost),
	};
}

const HEAD = ['chapter', 'what', 'found', 'wanted'];

const shown = (value: number) => value.toLocaleString('en', { maximumFractionDigits: 3 });

function wantedOf({ atLeast, atMost, unit = '' }: Figure): string {
	if (atLeast !== undefined) return `at least ${shown(atLeast)} ${unit}`.trim();
	if (atMost === 0) return 'none';
	return atMost === undefined ? '' : `at most ${shown(atMost)} ${unit}`.trim();
}

const rowsOf = (figures: Figure[]): string[][] =>
	together(figures).map((figure, index, all) => [
		all[index - 1]?.chapter === figure.chapter ? '' : figure.chapter,
		figure.what,
		`${shown(figure.found)} ${figure.unit ?? ''}`.trim(),
		wantedOf(figure),
	]);

/** The figures for a terminal. */
export function table(figures: Figure[]): string {
	const shownTable = new Table({ head: HEAD, style: { head: [], border: [] } });
	shownTable.push(...rowsOf(figures));
	return shownTable.toString();
}

/** The figures as a page of the docs has them. */
export const markdown = (figures: Figure[]): string =>
	[HEAD, HEAD.map(() => '---'), ...rowsOf(figures)]
		.map((row) => `| ${row.join(' | ')} |`)
		.join('\n');
