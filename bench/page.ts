import { readFileSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';
import type { Results } from './results';
import { markdown } from './table';

const PLACE = /(<!-- results -->\n).*(<!-- end of results -->)/s;

/** Puts the results into a page, between its marks. */
export async function writeTable(page: string, results: Results): Promise<void> {
	const text = readFileSync(page, 'utf8');
	const shownResults = await format(markdown(results), { parser: 'markdown' });
	writeFileSync(
		page,
		text.replace(PLACE, (_all, start, end) => `${start}\n${shownResults}\n${end}`),
	);
}
