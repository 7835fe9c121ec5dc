import { usePicker } from './pickerLooks';

// The list behind "Ticket": the newest first, a hundred for each request. What is typed is taken for a
// reference first, which the vendor can search for, and then for a part of what the list shows.

const { apizee, newEditor, answers } = usePicker('searchTickets');

const page = (offset: number, path = '/api') =>
	`GET ${path}/tickets?orderby=date&order=desc&limit=100&offset=${offset}`;

const referring = (reference: string) =>
	`GET /api/tickets?orderby=date&order=desc&reference=${reference}&limit=100&offset=0`;

const done = {
	name: 'ref12345678, +33612345678 (663614, done, 2023-02-22T21:56:34+00:00)',
	value: '663614',
};
const invited = {
	name: '1234, +33662682193 (82070, invited, 2023-07-12T15:48:11+00:00)',
	value: '82070',
};

it.each(['/api', '/api/v3'])('opening it takes a sign-in and one request at %s', async (path) => {
	const editor = await newEditor({ path, signsIn: true });
	const { results, paginationToken, requests } = await editor.look();
	expect({ results, paginationToken }).toEqual({ results: [invited, done] });
	expect(requests).toEqual([`POST ${path}/token`, page(0, path)]);
	expect((await editor.look()).requests).toEqual([page(0, path)]);
});

it.each(['/api', '/api/v3'])('shows 250 tickets page by page, each once, at %s', async (path) => {
	const { vendor } = apizee();
	const added = await vendor.addTickets({ count: 248 });
	const editor = await newEditor({ path });
	const pages = await editor.turnPages();
	expect(pages.map(({ results }) => results.length)).toEqual([100, 100, 50]);
	const newest = added.map(({ id }) => String(id)).reverse();
	const shown = pages.flatMap(({ results }) => results.map(({ value }) => value));
	expect(shown).toEqual([...newest, '82070', '663614']);
	expect(pages.map(({ requests }) => requests)).toEqual(
		[0, 100, 200].map((offset) => [page(offset, path)]),
	);
});

describe('what the user types is found', () => {
	it('as the whole reference, with one request however old the ticket is', async () => {
		await apizee().vendor.addTickets({ count: 450 });
		const editor = await newEditor();
		const { results, paginationToken, requests } = await editor.look({ filter: 'ref12345678' });
		expect({ results, paginationToken }).toEqual({ results: [done] });
		expect(requests).toEqual([referring('ref12345678')]);
	});

	it.each([
		['in the reference', 'REF123', done],
		['in the number of the customer', '33662682193', invited],
		['in the ID', '82070', invited],
		['in the state', 'Invited', invited],
		['in the day of creation', '2023-02-22', done],
	])('%s, with one request more', async (_where, filter, found) => {
		const editor = await newEditor();
		const { results, paginationToken, requests } = await editor.look({ filter });
		expect({ results, paginationToken }).toEqual({ results: [found] });
		expect(requests).toEqual([referring(filter), page(0)]);
	});

	it('further back when the list is turned: each turn takes two requests at most', async () => {
		await apizee().vendor.addTickets({ count: 410 });
		const editor = await newEditor();
		const pages = await editor.turnPages({ filter: 'ref123' });
		expect(pages.map(({ results }) => results)).toEqual([[], [], [done]]);
		expect(pages.map(({ requests }) => requests)).toEqual([
			[referring('ref123'), page(0)],
			[page(100), page(200)],
			[page(300), page(400)],
		]);
	});

	it('on several pages: each turn goes on where the last one was', async () => {
		const { vendor } = apizee();
		const [oldest] = await vendor.addTickets({
			reference: 'CASE-1',
			created: '2024-01-01T00:00:00Z',
		});
		await vendor.addTickets({ count: 120, created: '2024-06-01T00:00:00Z' });
		const [newest] = await vendor.addTickets({ reference: 'CASE-2' });
		const pages = await (await newEditor()).turnPages({ filter: 'case-' });
		expect(pages.map(({ results }) => results.map(({ value }) => value))).toEqual([
			[String(newest?.id)],
			[String(oldest?.id)],
		]);
	});
});

it('shows only what fits, should the vendor take no notice of the reference', async () => {
	const others = [
		{ id: 7, state: 'new', created: '2026-01-05T10:00:00+00:00', reference: 'CASE-7' },
		{ id: 8, state: 'new', created: '2026-01-05T10:00:00+00:00', reference: null },
	];
	await answers('tickets', { total: 2, data: others });
	const editor = await newEditor();
	expect((await editor.look({ filter: 'REF123' })).results).toEqual([done]);
});

it('shows nothing when nothing fits', async () => {
	const editor = await newEditor();
	const { results, paginationToken, requests } = await editor.look({ filter: 'CASE-0' });
	expect({ results, paginationToken }).toEqual({ results: [] });
	expect(requests).toEqual([referring('CASE-0'), page(0)]);
});

it.each<[string, object, string]>([
	['a reference alone', { reference: 'CASE-7' }, 'CASE-7'],
	[
		'a customer by e-mail alone',
		{ reference: null, requestor: { email: 'customer@example.com' } },
		'customer@example.com',
	],
	[
		'a name',
		{ reference: 1234, name: 'Nathan Smith', requestor: { phone: '+33' } },
		'1234, Nathan Smith',
	],
	['nothing', { reference: null, name: null, requestor: {} }, 'Ticket'],
])('calls a ticket by %s', async (_what, entries, label) => {
	const ticket = { id: 7, state: 'new', created: '2026-01-05T10:00:00+00:00', ...entries };
	await answers('tickets', { total: 1, data: [ticket] });
	const { results } = await (await newEditor()).look();
	expect(results).toEqual([{ name: `${label} (7, new, 2026-01-05T10:00:00+00:00)`, value: '7' }]);
});

it('shows an empty list when there are no tickets', async () => {
	const { vendor } = apizee();
	for (const { id } of await vendor.tickets()) await vendor.deleteTicket(id);
	const { results, paginationToken } = await (await newEditor()).look();
	expect({ results, paginationToken }).toEqual({ results: [] });
});
