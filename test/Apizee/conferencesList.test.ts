import { failure, received } from './requests';
import { useApizee } from './setup';
import { secondOfTwoItemsFails } from './twoItems';

const apizee = useApizee();

const options = { maxRetries: 0 };

/** Gets conferences; gives the result and the requests. */
async function list(inputs = {}) {
	const { run, control } = apizee();
	await control.clearRequests();
	const result = await run('conference.getAll', { inputs: { options, ...inputs } });
	return { ...result, requests: received(await control.requests()) };
}

/** Adds so many conferences, an hour apart. */
const add = async (count: number, name = 'Consultation') =>
	await apizee().vendor.addConferences({ count, name, start: '2030-06-01T10:00:00Z' });

secondOfTwoItemsFails('conference.getAll', apizee, async ({ access }) => {
	const [review] = await add(1, 'Review of claims');
	return {
		inputs: { limit: 5, filters: { search: 'review', orderby: '={{ $json.by }}', order: 'asc' } },
		items: [{ by: 'date' }, { by: 'name' }],
		outputs: [
			expect.objectContaining({ id: 842341, name: 'Annual review', status: 'ended' }),
			{
				id: review?.id,
				name: 'Review of claims',
				status: 'scheduled',
				start_time: '2030-06-01T10:00:00+00:00',
				end_time: '2030-06-01T11:00:00+00:00',
				url: expect.stringMatching(/\/meet\/private\//),
				sip_phone_number: '+33 2 57 57 97 61',
				sip_dtmf_code: expect.stringMatching(/^\d{6}$/),
				moderator: { id: 2899, name: 'Alice Agent' },
			},
		],
		error: failure(access.baseUrl, 400, 'GET conferences', 'orderby must be one of date'),
		requests: ['date', 'name'].map(
			(by) => `GET conferences?order=asc&orderby=${by}&search=review&limit=5&offset=0`,
		),
	};
});

describe('a list of conferences', () => {
	it('asks for nothing that the user did not enter', async () => {
		const { json, requests } = await list();
		expect(json.map(({ id }) => id)).toEqual([842341]);
		expect(requests).toEqual(['GET conferences?limit=50&offset=0']);
	});

	it('has all entries when Simplify is off', async () => {
		const { json } = await list({ simplify: false });
		expect(Object.keys(json[0] ?? {})).toEqual(
			expect.arrayContaining(['room_name', 'short_url', 'organizer', 'created_by', 'service_key']),
		);
	});

	it('can be narrowed by name and start, and turned round', async () => {
		const added = await add(3);
		const filters = { search: 'consult', since: '2030-06-01T09:00:00Z', order: 'asc' };
		const { json, requests } = await list({ filters: { ...filters, orderby: 'date' } });
		expect(json.map(({ id }) => id)).toEqual(added.slice(1).map(({ id }) => id));
		expect(requests).toEqual([
			'GET conferences?order=asc&orderby=date&search=consult&since=2030-06-01T09%3A00%3A00Z&limit=50&offset=0',
		]);
		const { json: turned } = await list({ filters: { ...filters, order: 'desc' } });
		expect(turned.map(({ id }) => id)).toEqual(json.map(({ id }) => id).reverse());
	});

	it('refuses what is no order or time before anything is sent', async () => {
		const { error, requests } = await list({ filters: { order: 'upwards' } });
		expect(error).toMatchObject({
			message: '"Order" is "upwards" [item 0]',
			description: 'Use one of: asc, desc.',
		});
		expect(requests).toEqual([]);
		const { error: time } = await list({ filters: { since: 'yesterday' } });
		expect(time?.message).toBe('"Since" is not a time [item 0]');
	});

	it('is empty without an error when nothing fits', async () => {
		const { json, error } = await list({ filters: { search: 'nothing like it' } });
		expect([json, error]).toEqual([[], undefined]);
	});
});

describe.each([
	['baseUrl', 'conferences'],
	['v3Url', 'v3/conferences'],
] as const)('paging (%s)', (base, path) => {
	const listFrom = async (inputs: object) => {
		const { run, control, credentials, access } = apizee();
		const apizeeApi = { ...credentials.apizeeApi, baseUrl: access[base] };
		await control.clearRequests();
		const result = await run('conference.getAll', {
			inputs: { options, ...inputs },
			credentials: { apizeeApi },
		});
		return { ...result, requests: received(await control.requests()) };
	};

	it('gets every record once with Return All, in pages of 100', async () => {
		const added = await add(250);
		const { json, requests } = await listFrom({ returnAll: true });
		const newestFirst = added.map(({ id }) => id).reverse();
		expect(json.map(({ id }) => id)).toEqual([...newestFirst, 842341]);
		expect(requests).toEqual(
			[0, 100, 200].map((offset) => `GET ${path}?limit=100&offset=${offset}`),
		);
	});

	it('asks for no page more when the last one is full', async () => {
		await add(99);
		const { json, requests } = await listFrom({ returnAll: true });
		expect(json).toHaveLength(100);
		expect(requests).toEqual([`GET ${path}?limit=100&offset=0`]);
	});

	it('asks for as much as the limit wants, on further pages too', async () => {
		await add(130);
		const { json, requests } = await listFrom({ limit: 120 });
		expect(json).toHaveLength(120);
		expect(requests).toEqual([0, 100].map((offset) => `GET ${path}?limit=100&offset=${offset}`));
		expect((await listFrom({ limit: 3 })).requests).toEqual([`GET ${path}?limit=3&offset=0`]);
	});

	it('goes on where the page ended when the vendor gives less than was asked for', async () => {
		await add(20);
		const [one] = (await listFrom({ limit: 1, simplify: false })).json;
		const data = Array.from({ length: 10 }, (_none, id) => ({ ...one, id }));
		const body = { total: 21, data, ...(base === 'v3Url' && { next_offset: 10 }) };
		await apizee().control.fault({ kind: 'status', status: 200, body, path: '*/conferences' });
		const { json, requests } = await listFrom({ returnAll: true });
		expect(json).toHaveLength(21);
		expect(requests).toEqual([0, 10].map((offset) => `GET ${path}?limit=100&offset=${offset}`));
	});
});
