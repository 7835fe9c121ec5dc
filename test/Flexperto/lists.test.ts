import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { ARCHIVES, DOCUMENTS, SESSIONS, USERS } from './requests';
import { useFlexperto, type FlexpertoSetup } from './setup';

const flexperto = useFlexperto();

type Vendor = FlexpertoSetup['vendor'];

const lists = [
	{
		name: 'user.getAll' as const,
		path: USERS,
		filters: { role: 'CUSTOMER' },
		query: 'role=customer&',
		fill: async (vendor: Vendor, count: number) =>
			await vendor.createUsers(count, { roles: ['CUSTOMER'] }),
	},
	{
		name: 'contractSession.getAll' as const,
		path: SESSIONS,
		filters: {},
		query: '',
		fill: async (vendor: Vendor, count: number) => await vendor.createSessions({ count }),
	},
	{
		name: 'archive.getAll' as const,
		path: ARCHIVES,
		filters: { status: 'AVAILABLE' },
		query: 'status=AVAILABLE&',
		fill: async (vendor: Vendor, count: number) => await vendor.createArchives({ count }),
	},
];

const requestsFor = async (path: string) =>
	(await flexperto().control.requests({ path })).map(({ rawQuery }) => rawQuery);

const distinct = (records: IDataObject[]) => new Set(records.map(({ id }) => id)).size;

describe.each(lists)('$name', ({ name, path, filters, query, fill }) => {
	const list = async (inputs: INodeParameters) =>
		(await flexperto().run(name, { inputs: { filters, ...inputs } })).json;

	it('with Return All gives 250 records in three requests, none twice', async () => {
		await fill(flexperto().vendor, 250);
		const records = await list({ returnAll: true });
		expect(records).toHaveLength(250);
		expect(distinct(records)).toBe(250);
		expect(await requestsFor(path)).toEqual(
			[0, 100, 200].map((offset) => `${query}limit=100&offset=${offset}`),
		);
	});

	it('asks for no page more when the last one is full', async () => {
		await fill(flexperto().vendor, 200);
		expect(await list({ returnAll: true })).toHaveLength(200);
		expect(await requestsFor(path)).toHaveLength(2);
	});

	it('gives 50 records unless told otherwise', async () => {
		await fill(flexperto().vendor, 60);
		expect(await list({})).toHaveLength(50);
	});

	it('asks only for as many records as the limit says', async () => {
		await fill(flexperto().vendor, 30);
		expect(await list({ limit: 7 })).toHaveLength(7);
		expect(await requestsFor(path)).toEqual([`${query}limit=7&offset=0`]);
	});

	it('gives as many as the limit says when they span several pages', async () => {
		await fill(flexperto().vendor, 250);
		const records = await list({ limit: 120 });
		expect(records).toHaveLength(120);
		expect(distinct(records)).toBe(120);
		expect(await requestsFor(path)).toHaveLength(2);
	});

	it('gives nothing when there is nothing', async () => {
		expect(await list({ returnAll: true })).toEqual([]);
		expect(await requestsFor(path)).toHaveLength(1);
	});

	it.each([0, -1, 1.5, '={{ "many" }}'])(
		'refuses the limit %j before anything is sent',
		async (limit) => {
			const { run, control } = flexperto();
			const { error } = await run(name, { inputs: { limit } });
			expect(error).toMatchObject({
				message: '"Limit" is not usable [item 0]',
				description: 'Enter a whole number of at least 1.',
			});
			expect(await control.requests()).toEqual([]);
		},
	);

	it('does not go round in circles when the vendor gives the same page again', async () => {
		const { run, vendor, control } = flexperto();
		await fill(vendor, 1);
		const items = Array.from({ length: 100 }, (_, id) => ({ id, name: 'one' }));
		const body = { items, limit: 100, offset: 0, total: 1000 };
		await control.fault({ kind: 'status', status: 200, body, path, times: 'always' });
		const { error } = await run(name, { inputs: { returnAll: true } });
		expect(error?.message).toMatch(/same page twice instead of the next one \[item 0\]$/);
		expect(await requestsFor(path)).toHaveLength(2);
	});
});

it('gives each of several items its own records, in the order of the items', async () => {
	const { run, vendor, control } = flexperto();
	const ids = [];
	for (const documents of [3, 0, 2]) {
		const [created] = await vendor.createSessions({ documents });
		ids.push(created?.session.id);
	}
	// The first item is answered last.
	await control.fault({ kind: 'delay', ms: 200, path: DOCUMENTS });
	const inputs = { sessionId: '={{ $json.id }}', returnAll: true };
	const { items } = await run('document.getAll', { inputs, items: ids.map((id) => ({ id })) });
	expect(items.map(({ json, pairedItem }) => [json.id, pairedItem])).toEqual([
		[1, { item: 0 }],
		[2, { item: 0 }],
		[3, { item: 0 }],
		[4, { item: 2 }],
		[5, { item: 2 }],
	]);
});

it('filters users by e-mail address and role, as the guide does', async () => {
	const { run, vendor } = flexperto();
	await vendor.createUsers(3);
	const { id, email } = await vendor.createUser({ roles: ['CUSTOMER'] });
	const found = async (filters: INodeParameters) =>
		(await run('user.getAll', { inputs: { filters } })).json.map((user) => user.id);
	expect(await found({ email })).toEqual([id]);
	expect(await found({ email, role: 'CUSTOMER' })).toEqual([id]);
	expect(await found({ email, role: 'EXPERT' })).toEqual([]);
	expect(await found({ role: 'ADMIN' })).toEqual([1]);
});
