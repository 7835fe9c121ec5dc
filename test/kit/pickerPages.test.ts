import { texts, upTo, usePickers } from './pickerThings';

// Lists to pick from: how much is shown at once, where they go on, and what is asked for.

const { serve, asked, scroll, look } = usePickers();

it.each([
	[0, [0]],
	[99, [99]],
	[100, [100]],
	[101, [100, 1]],
	[250, [100, 100, 50]],
])('a list of %i in one answer is shown in pages of %p', async (count, sizes) => {
	serve(count);
	const pages = await scroll('searchThings');
	expect(pages.map(({ length }) => length)).toEqual(sizes);
	expect(pages.flat()).toEqual(texts(upTo(count)));
});

it.each([30, 100, 130])(
	'a list in the vendor’s pages of %i is shown whole, each once',
	async (size) => {
		serve(305, { size });
		const pages = await scroll('searchThings');
		expect(pages.flat()).toEqual(texts(upTo(305)));
		expect(Math.max(...pages.map(({ length }) => length))).toBeLessThanOrEqual(100);
	},
);

it('what is found is shown in the same way, whatever its case', async () => {
	serve(3000);
	const pages = await scroll('searchThings', 'tHING 1');
	const found = upTo(3000).filter((number) => String(number).startsWith('1'));
	expect(pages.flat()).toEqual(texts(found));
	expect(pages.slice(0, -1).every(({ length }) => length === 100)).toBe(true);
});

it('a rare word reads ten of the vendor’s pages at a time, and then lets the user go on', async () => {
	serve(300, { size: 10 });
	const pages = await scroll('searchThings', 'Thing 255');
	expect(pages.flat()).toEqual(['255']);
	expect(pages.length).toBeLessThanOrEqual(4);
	expect(asked('/things')).toHaveLength(30);
	const { results } = await look('searchThings', 'nothing');
	expect(results).toEqual([]);
	expect(asked('/things')).toHaveLength(40);
});

it('keeps what was entered elsewhere in the node when it goes on', async () => {
	serve(250, { size: 50 });
	await scroll('searchThings');
	expect(asked('/things')).toEqual(
		[undefined, 50, 100, 150, 200].map((page) => ({
			owner: 'me',
			...(page && { page }),
			token: 'token-of-the-session',
		})),
	);
});
