import { releaseOf, type Major } from './server';

/** What is looked at, in the order of the columns. */
const COLUMNS = ['installed', 'test', 'run', 'picker', 'trigger', 'tool'] as const;

interface Seen {
	major: Major;
	what: (typeof COLUMNS)[number];
	name: string;
}

/**
 * The closing table of the end-to-end tests: for each node and version, what was seen to work and how
 * often.
 *
 * @param lines what the tests noted, a JSON object a line
 */
export function closingTable(lines: string): string {
	const all: Seen[] = lines
		.split('\n')
		.filter((line) => line !== '')
		.map((line) => JSON.parse(line));
	const names = [...new Set(all.map(({ name }) => name))].sort();
	const majors = [...new Set(all.map(({ major }) => major))].sort();
	const row = (cells: string[]) =>
		cells.map((cell, index) => cell.padEnd(index ? 10 : 26)).join(' ');
	const rows = majors.flatMap((major) =>
		names.map((name) => {
			const count = (what: string) =>
				all.filter((seen) => seen.major === major && seen.name === name && seen.what === what)
					.length;
			return row([name, releaseOf(major), ...COLUMNS.map((what) => String(count(what) || ''))]);
		}),
	);
	return ['', row(['Seen to work', 'n8n', ...COLUMNS]), ...rows, ''].join('\n');
}
