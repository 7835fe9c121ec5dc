import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { upTo, useCursorList } from './cursorList';
import { entriesOf } from './sampleServer';

// Lists with a cursor, as the vendor splits them, through n8n's engine.

const { sample, askedPages, getMany } = useCursorList();

type Page = IDataObject[];
type Shape = (records: Page, next?: unknown) => unknown;

/** Page after page under cursors of the vendor's own, the first without one. */
function serve(pages: Page[], shape: Shape, cursorOf = (index: number): unknown => index + 1) {
	const { server } = sample();
	server.answers((request) => {
		const { page } = entriesOf(request);
		const index = page === undefined ? 0 : pages.findIndex((_page, at) => cursorOf(at) === page);
		const isLast = index === pages.length - 1;
		return { body: shape(pages[index] ?? [], isLast ? undefined : cursorOf(index + 1)) };
	});
}

const envelope =
	(key: string, end: IDataObject = {}): Shape =>
	(records, next) => ({ [key]: records, ...(next === undefined ? end : { next_page: next }) });

/** All ways to split up to 60 records into pages, empty ones among them. */
const splits = fc.array(fc.nat({ max: 12 }), { minLength: 1, maxLength: 5 }).map((sizes) => {
	const total = sizes.reduce((sum, size) => sum + size, 0);
	const records = upTo(total);
	return { records, pages: sizes.map((size) => records.splice(0, size)), total };
});

it('any split into pages gives each record once, in the vendor’s order', async () => {
	const keys = fc.constantFrom('conferences', 'results', 'a list', 'next');
	const ends = fc.constantFrom<IDataObject[]>({}, { next_page: null }, { next_page: '' });
	await fc.assert(
		fc.asyncProperty(splits, keys, ends, async ({ pages, total }, key, end) => {
			serve(pages, envelope(key, end));
			const { json, status } = await getMany();
			expect(status).toBe('success');
			expect(json).toEqual(upTo(total));
			expect(askedPages()).toEqual(
				pages.map((_page, index) => (index === 0 ? { owner: 7 } : { owner: 7, page: index + 1 })),
			);
		}),
		{ numRuns: 40 },
	);
});

it('any limit gives the first records, and asks for no page more than they need', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.integer({ min: 1, max: 9 }),
			fc.integer({ min: 1, max: 5 }),
			fc.integer({ min: 1, max: 50 }),
			async (size, count, limit) => {
				const records = upTo(size * count);
				const pages = Array.from({ length: count }, () => records.splice(0, size));
				serve(pages, envelope('things'));
				const { json } = await getMany(limit);
				expect(json).toEqual(upTo(Math.min(limit, size * count)));
				expect(askedPages()).toHaveLength(Math.min(count, Math.ceil(limit / size)));
			},
		),
		{ numRuns: 30 },
	);
});

it.each([0, 1, 25])('an array of %i records is the whole list', async (count) => {
	serve([upTo(count)], (records) => records);
	expect((await getMany()).json).toEqual(upTo(count));
	expect(askedPages()).toEqual([{ owner: 7 }]);
});

it('cursors may be texts of any kind', async () => {
	const cursors = ['', 'eyJwYWdlIjoyfQ==', 'b & c', '0'];
	serve([upTo(2), [{ id: 3 }], [{ id: 4 }], [{ id: 5 }]], envelope('x'), (at) => cursors[at]);
	expect((await getMany()).json).toEqual(upTo(5));
	expect(askedPages().slice(1)).toEqual(cursors.slice(1).map((page) => ({ owner: 7, page })));
});

it.each<[string, unknown]>([
	['a record without a list', { message: 'nothing here' }],
	['an empty record', {}],
	['a number', 7],
])('%s is no list', async (_what, body) => {
	sample().server.answers(() => ({ body }));
	const { items, error } = await getMany();
	expect(items).toEqual([]);
	expect(error?.message).toBe('Sample sent something that is not a list [item 0]');
});
