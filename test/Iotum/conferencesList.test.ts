import { failure } from './failures';
import { posted, received } from './requests';
import { useIotum } from './setup';
import { secondOfTwoItemsFails } from './twoItems';

const iotum = useIotum();
const LIST = 'conference/fetch_all';

const HINT =
	'The vendor leaves conferences out of this list that begin more than 18 months from now.';

secondOfTwoItemsFails('conference.getAll', iotum, async (setup) => {
	const start = '2099-01-05T15:00:00Z';
	await setup.control.setClock('2099-01-01');
	const timeZone = 'America/Toronto';
	const [{ id } = { id: 0 }] = await setup.vendor.addConferences({
		hostId: 53,
		start,
		time_zone: timeZone,
		subject: 'Savings',
	});
	return {
		inputs: { hostId: '={{ $json.hostId }}' },
		items: [{ hostId: 53 }, { hostId: 71 }],
		outputs: [
			{
				conference_id: id,
				subject: 'Savings',
				agenda: null,
				start: '2099-01-05 10:00:00',
				start_iso: '2099-01-05T10:00:00-05:00',
				end_time: '2099-01-05 11:00:00',
				end_time_iso: '2099-01-05T11:00:00-05:00',
				time_zone: timeZone,
				duration: 60,
				active: false,
				room_url: `${setup.access.baseUrl}/conf/call/1000053`,
				one_time_access_code: false,
				participants: [2053],
				moderators: [2053],
				recordings: [],
				is_streaming: false,
			},
		],
		error: failure(setup, 403, LIST, 'Host 71 is beyond the scope of your role'),
		requests: [53, 71].map((host) => posted(LIST, { host_id: host })),
	};
});

describe('conference.getAll', () => {
	const list = async (inputs = {}) => {
		const { run, control } = iotum();
		const all = { hostId: 53, returnAll: true, ...inputs };
		const result = await run('conference.getAll', { inputs: all });
		return { ...result, requests: received(await control.requests()) };
	};

	/** Adds conferences of the host; gives their numbers in the order of the list. */
	const add = async (count: number) =>
		(await iotum().vendor.addConferences({ hostId: 53, count })).map(({ id }) => id);

	it('reads pages of ten until there is no next one', async () => {
		const ids = await add(24);
		const { json, requests } = await list();
		expect(json.map(({ conference_id: id }) => id)).toEqual(ids);
		expect(requests).toEqual([
			posted(LIST, { host_id: 53 }),
			...[1, 2].map(() => posted(LIST, { host_id: 53, page: expect.any(String) })),
		]);
	});

	it('asks for no more pages than the limit needs', async () => {
		const ids = await add(24);
		const { json, requests } = await list({ returnAll: false, limit: 12 });
		expect(json.map(({ conference_id: id }) => id)).toEqual(ids.slice(0, 12));
		expect(requests).toHaveLength(2);
	});

	it.each(['conferences', 'results'])(
		'understands an envelope "%s" of few records',
		async (key) => {
			const ids = await add(3);
			await iotum().vendor.setListShape({ shape: 'envelope', key });
			const { json, requests } = await list();
			expect(json.map(({ conference_id: id }) => id)).toEqual(ids);
			expect(requests).toHaveLength(1);
		},
	);

	it('gives nothing for a host without conferences, and still says what the list leaves out', async () => {
		const { json, hints } = await list();
		expect(json).toEqual([]);
		expect(hints.map(({ message }) => message)).toEqual([HINT]);
	});

	it('leaves out what begins in more than 18 months, as the hint says', async () => {
		const { vendor, control } = iotum();
		await control.setClock('2099-01-01');
		const [near] = await vendor.addConferences({ hostId: 53, start: '2100-06-30T10:00:00Z' });
		await vendor.addConferences({ hostId: 53, start: '2100-07-02T10:00:00Z' });
		const { json, hints } = await list();
		expect(json.map(({ conference_id: id }) => id)).toEqual([near?.id]);
		expect(hints.map(({ message }) => message)).toEqual([HINT]);
	});

	it('asks every page for the details; without a zone in them no ISO times are made up', async () => {
		await add(11);
		const { json, requests } = await list({ filters: { detail: true }, simplify: false });
		expect(json).toHaveLength(11);
		expect(requests).toEqual([
			posted(LIST, { host_id: 53, output: 'detail' }),
			posted(LIST, { host_id: 53, output: 'detail', page: expect.any(String) }),
		]);
		for (const conference of json) {
			expect(conference).toMatchObject({ start_time: expect.any(String), live_wall_posts: [] });
			expect(Object.keys(conference).filter((key) => key.endsWith('_iso'))).toEqual([]);
		}
	});

	it('stops when the vendor gives the same page again', async () => {
		const { control } = iotum();
		const page = { conferences: [{ conference_id: 1 }], next_page: 'again' };
		const fault = { kind: 'status', status: 200, body: page, times: 'always' } as const;
		await control.fault({ ...fault, path: `/enterprise_api/${LIST}` });
		const { items, error, requests } = await list();
		expect(items).toEqual([]);
		expect(error?.message).toMatch(/^Iotum gave the same page twice instead of the next one/);
		expect(requests).toHaveLength(2);
	});
});
