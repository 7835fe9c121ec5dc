import Table from 'cli-table3';
import type { Figure, Judged, Result, Results } from './results';

/** Three digits that count, and no more than the measurement can tell. */
export function shown(value: number): string {
	if (value === 0 || Number.isInteger(value)) return value.toLocaleString('en');
	const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
	return value.toLocaleString('en', {
		minimumFractionDigits: Math.min(digits, 3),
		maximumFractionDigits: Math.min(digits, 3),
	});
}

const HEAD = ['case', 'who', 'median', 'middle half', 'target', 'found'];

/** A row for each contender; the targets stand with the one they are about. */
function rowsOf({ title, unit, figures, targets }: Result): string[][] {
	return Object.entries(figures).map(([contender, figure], index) => {
		const [target] = targets.filter((one) => one.contender === contender);
		return [
			index === 0 ? `${title}` : '',
			figure.title,
			`${shown(figure.median)} ${unit}`,
			spreadOf(figure),
			target ? wantedOf(target, figures, unit) : '',
			target ? foundOf(target) : '',
		];
	});
}

function spreadOf({ quartiles: [low, high], values }: Figure): string {
	if (values.length < 2 || low === high) return '';
	return `${shown(low)} to ${shown(high)}`;
}

const wantedOf = ({ atMost, of }: Judged, figures: Result['figures'], unit: string): string =>
	of === undefined
		? `at most ${shown(atMost)} ${unit}`
		: `at most ${shown(atMost)} x ${figures[of]?.title ?? of}`;

function foundOf({ figure, noise, of, verdict }: Judged): string {
	const multiple =
		of === undefined ? '' : ` (${shown(figure)} x${noise > 0 ? ` ± ${shown(noise)}` : ''})`;
	return `${verdict}${multiple}`;
}

/** The results for a terminal. */
export function table(results: Result[]): string {
	const shownTable = new Table({
		head: HEAD,
		style: { head: [], border: [] },
		colWidths: [34, 38, 14, 18, 30, 24],
		wordWrap: true,
	});
	shownTable.push(...results.flatMap(rowsOf));
	return shownTable.toString();
}

/** The results as a page of the docs has them. */
export function markdown({ date, machine, results }: Results): string {
	const rows = [HEAD, HEAD.map(() => '---'), ...results.flatMap(rowsOf)];
	const { processor, cores, node, n8nCore } = machine;
	return [
		`Measured on ${date}: ${cores} cores (${processor}), Node.js ${node}, n8n-core ${n8nCore}.`,
		'',
		...rows.map((row) => `| ${row.join(' | ')} |`),
	].join('\n');
}
