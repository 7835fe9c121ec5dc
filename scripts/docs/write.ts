import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { marksOf, type Part } from './marks';

/** Puts Markdown between the marks of a page below a folder. Throws when the page has none. */
export async function write(
	folder: string,
	page: string,
	part: Part,
	markdown: string,
): Promise<void> {
	const file = join(folder, page);
	const text = readFileSync(file, 'utf8');
	const [start, end] = marksOf(part);
	const [before, after] = [text.indexOf(start), text.indexOf(end)];
	if (before < 0 || after < before) throw new Error(`${page} has no ${start} ... ${end}`);
	const shown = await format(markdown, { parser: 'markdown', useTabs: true });
	writeFileSync(file, `${text.slice(0, before)}${start}\n\n${shown}\n${text.slice(after)}`);
}
