import { readFileSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';

const PLACE = /(<!-- results -->\n).*(<!-- end of results -->)/s;

/** Puts results into a page of the docs, between its marks. */
export async function writeResults(page: string, markdown: string): Promise<void> {
	const text = readFileSync(page, 'utf8');
	const shown = await format(markdown, { parser: 'markdown' });
	writeFileSync(
		page,
		text.replace(PLACE, (_all, start, end) => `${start}\n${shown}\n${end}`),
	);
}
