import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from './files';
import { anchorsOf, linksOf, pages } from './markdown';
import { root } from './nodes';

const links = pages.flatMap(linksOf);

describe('links between the pages', () => {
	it('are read from the pages, or the checks below could not fail', () => {
		expect(pages).toEqual(expect.arrayContaining(['README.md', 'docs/iotum.md', 'SECURITY.md']));
		expect(links.length).toBeGreaterThan(100);
		expect(links.filter(({ isPicture }) => isPicture).length).toBeGreaterThan(15);
		expect(anchorsOf('docs/flexperto.md')).toContain('contract-sessions-and-documents');
	});

	it.each(pages)('%s leads to files and headings that are there', (page) => {
		const broken = linksOf(page).filter(({ file, anchor }) => {
			if (!existsSync(join(root, file))) return true;
			return anchor !== undefined && !anchorsOf(file).includes(anchor);
		});
		expect(broken.map(({ text }) => text)).toEqual([]);
	});

	it('reach every page from README.md', () => {
		const reached = new Set(['README.md']);
		for (const page of reached) {
			if (!pages.includes(page)) continue;
			for (const { file } of linksOf(page)) reached.add(file);
		}
		expect(pages.filter((page) => !reached.has(page))).toEqual([]);
	});

	it('show every picture there is', () => {
		const shown = new Set(links.filter(({ isPicture }) => isPicture).map(({ file }) => file));
		expect(filesBelow('docs/images').filter((picture) => !shown.has(picture))).toEqual([]);
	});
});

it('the gallery has every example, with its picture', () => {
	const gallery = linksOf('examples/README.md');
	const has = (file: string) => gallery.some((link) => link.file === file);
	const examples = filesBelow('examples').filter((file) => file.endsWith('.workflow.json'));
	const pictureOf = (example: string) =>
		example.replace('examples/', 'docs/images/example-').replace('.workflow.json', '.png');
	expect(examples.length).toBeGreaterThan(10);
	expect(examples.filter((example) => !has(example))).toEqual([]);
	expect(examples.map(pictureOf).filter((picture) => !has(picture))).toEqual([]);
});
