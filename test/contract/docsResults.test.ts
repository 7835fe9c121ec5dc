import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Results } from '../../bench/results';
import { markdown as measured } from '../../bench/table';
import { markdown as found, type Figure } from '../../scripts/hard/figures';

const root = resolve(__dirname, '../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');

/** A table without the spaces and lines that align it. */
const unaligned = (text: string) => text.replaceAll(/ +/g, ' ').replaceAll(/-{3,}/g, '---');

it('docs/performance.md shows the results of the last whole benchmark', () => {
	const results: Results = JSON.parse(read('bench/results.json'));
	expect(unaligned(read('docs/performance.md'))).toContain(unaligned(measured(results)));
});

it('docs/reliability.md shows what the last whole run of the hard tests found', () => {
	const figures: Figure[] = JSON.parse(read('test/hard/results.json'));
	expect(unaligned(read('docs/reliability.md'))).toContain(unaligned(found(figures)));
});
