import { readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { filesBelow } from './files';
import { root, source } from './nodes';

/** Every page that people read, relative to the project. */
export const pages: string[] = [
	...readdirSync(root).filter((file) => file.endsWith('.md')),
	...[...filesBelow('docs'), ...filesBelow('examples')].filter((file) => file.endsWith('.md')),
].sort();

/** A page's text without its code, in which nothing is a link or a heading. */
const prose = (page: string): string =>
	source(page)
		.replaceAll(/^ *```[^]*?^ *```/gm, '')
		.replaceAll(/`[^`\n]*`/g, (code) => code.replaceAll(/[[\]()#]/g, ''));

/** The anchors of a page, as GitHub makes them of its headings. */
export function anchorsOf(page: string): string[] {
	const seen = new Map<string, number>();
	return [...prose(page).matchAll(/^#{1,6} +(.+?) *#*$/gm)].map(([, heading = '']) => {
		const slug = heading
			.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
			.toLowerCase()
			.replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
			.replaceAll(' ', '-');
		const count = seen.get(slug) ?? 0;
		seen.set(slug, count + 1);
		return count === 0 ? slug : `${slug}-${count}`;
	});
}

/** A link or picture within the project: where it stands and where it leads. */
export interface Link {
	from: string;
	/** As it is written. */
	text: string;
	/** A file or folder relative to the project. */
	file: string;
	anchor?: string;
	isPicture: boolean;
}

/** The links of a page that stay within the project. */
export const linksOf = (page: string): Link[] =>
	[...prose(page).matchAll(/(!?)\[[^\]]*\]\(([^)\s]+)\)/g)]
		.filter(([, , target = '']) => !/^[a-z]+:/.test(target))
		.map(([, sign, text = '']) => {
			const [path = '', anchor] = text.split('#');
			const file = path === '' ? page : normalize(join(dirname(page), path));
			return { from: page, text, file, anchor, isPicture: sign === '!' };
		});
