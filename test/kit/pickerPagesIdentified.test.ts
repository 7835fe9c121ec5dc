import { texts, upTo, usePickers } from './pickerThings';

// Lists to pick from whose records have no ID: it is asked for, one by one.

const { serve, asked, scroll, look } = usePickers();

describe('a list whose IDs are asked for one by one', () => {
	it.each([
		[20, [20]],
		[21, [20, 1]],
		[50, [20, 20, 10]],
	])(
		'of %i is shown in pages of %p, and no more is asked for than is shown',
		async (count, sizes) => {
			serve(count);
			const { results } = await look('searchNameless');
			expect(asked('/identity')).toHaveLength(results.length);
			serve(count);
			const pages = await scroll('searchNameless');
			expect(pages.map(({ length }) => length)).toEqual(sizes);
			expect(pages.flat()).toEqual(texts(upTo(count)));
			expect(asked('/identity').map(({ name }) => name)).toEqual(
				upTo(count).map((n) => `Thing ${n}`),
			);
		},
	);

	it('leaves out those whose ID cannot be told, and skips none of the others', async () => {
		serve(60, { hidden: 3 });
		const pages = await scroll('searchNameless');
		expect(pages.flat()).toEqual(texts(upTo(60).filter((number) => number % 3 !== 0)));
	});

	it('asks only for those that were searched for', async () => {
		serve(300);
		expect((await scroll('searchNameless', 'thing 30')).flat()).toEqual(['30', '300']);
		expect(asked('/identity').map(({ name }) => name)).toEqual(['Thing 30', 'Thing 300']);
	});

	it('asks for no more than twenty at a time also when no ID can be told', async () => {
		serve(300, { hidden: 1 });
		await look('searchNameless');
		expect(asked('/identity').length).toBeLessThanOrEqual(20);
	});
});
