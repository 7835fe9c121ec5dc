import { usePicker } from './pickerLooks';

// The list behind "Conference": the vendor itself searches.

const { apizee, newEditor, answers } = usePicker('searchConferences');

const page = (offset: number, search?: string, path = '/api') =>
	`GET ${path}/conferences?orderby=date&order=desc${
		search === undefined ? '' : `&search=${search}`
	}&limit=100&offset=${offset}`;

const review = {
	name: 'Annual review (842341, ended, 2023-07-13T16:21:57+00:00)',
	value: '842341',
};

it.each(['/api', '/api/v3'])('opening it takes a sign-in and one request at %s', async (path) => {
	const editor = await newEditor({ path, signsIn: true });
	const { results, paginationToken, requests } = await editor.look();
	expect({ results, paginationToken }).toEqual({ results: [review] });
	expect(requests).toEqual([`POST ${path}/token`, page(0, undefined, path)]);
	expect((await editor.look()).requests).toEqual([page(0, undefined, path)]);
});

it('the vendor finds what the user types, in one request however old it is', async () => {
	await apizee().vendor.addConferences({ count: 450, name: 'Loan consultation' });
	const editor = await newEditor();
	const { results, paginationToken, requests } = await editor.look({ filter: 'annual' });
	expect({ results, paginationToken }).toEqual({ results: [review] });
	expect(requests).toEqual([page(0, 'annual')]);
});

it('shows all that the vendor finds, also by what the list does not show', async () => {
	const found = { id: 5, name: 'Loan', start_time: '2026-01-05T10:00:00+00:00', status: 'ongoing' };
	await answers('conferences', { total: 1, data: [found] });
	const { results } = await (await newEditor()).look({ filter: 'customer@example.com' });
	expect(results).toEqual([{ name: 'Loan (5, ongoing, 2026-01-05T10:00:00+00:00)', value: '5' }]);
});

it.each(['/api', '/api/v3'])('goes on with the same search, page by page, at %s', async (path) => {
	const { vendor } = apizee();
	const added = await vendor.addConferences({ count: 201, name: 'Loan' });
	const editor = await newEditor({ path });
	const pages = await editor.turnPages({ filter: 'Loan' });
	expect(pages.map(({ results }) => results.length)).toEqual([100, 100, 1]);
	const shown = pages.flatMap(({ results }) => results.map(({ value }) => value));
	expect(shown).toEqual(added.map(({ id }) => String(id)).reverse());
	expect(pages.map(({ requests }) => requests)).toEqual(
		[0, 100, 200].map((offset) => [page(offset, 'Loan', path)]),
	);
});

it('sends what the user types as it is', async () => {
	const editor = await newEditor();
	const { results, requests } = await editor.look({ filter: 'Müller & Söhne: 100 %' });
	expect(results).toEqual([]);
	const { search } = Object.fromEntries(new URLSearchParams(requests[0]?.split('?')[1]));
	expect(search).toBe('Müller & Söhne: 100 %');
});

it('shows nothing when nothing is found', async () => {
	const editor = await newEditor();
	const { results, paginationToken, requests } = await editor.look({ filter: 'no such name' });
	expect({ results, paginationToken }).toEqual({ results: [] });
	expect(requests).toHaveLength(1);
});

it.each([
	['without a name', {}],
	['whose name is empty', { name: null }],
])(
	'a conference %s, which the vendor does not demand, has a label as well',
	async (_what, entries) => {
		const unnamed = {
			id: 5,
			start_time: '2026-01-05T10:00:00+00:00',
			status: 'scheduled',
			...entries,
		};
		await answers('conferences', { total: 1, data: [unnamed] });
		const { results } = await (await newEditor()).look();
		const name = 'Conference (5, scheduled, 2026-01-05T10:00:00+00:00)';
		expect(results).toEqual([{ name, value: '5' }]);
	},
);
