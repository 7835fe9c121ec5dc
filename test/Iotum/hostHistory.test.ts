import { asked, posted, received } from './requests';
import { useIotum } from './setup';
import { secondOfTwoItemsFails } from './twoItems';

const iotum = useIotum();

const PATH = 'host/conferences';
const BERLIN = { timeZone: 'Europe/Berlin', startDate: '2024-09-20', endDate: '2024-09-20' };

secondOfTwoItemsFails('host.getConferences', iotum, ({ access: { baseUrl } }) => ({
	inputs: { hostId: '={{ $json.hostId }}', filters: { ...BERLIN, detail: false } },
	items: [{ hostId: 52 }, { hostId: 71 }],
	outputs: [
		{
			conference_id: 184,
			start_time: '2024-09-20 15:00:00',
			start_time_iso: '2024-09-20T15:00:00+02:00',
			end_time: '2024-09-20 16:00:00',
			end_time_iso: '2024-09-20T16:00:00+02:00',
			total_participants: 0,
			total_participant_minutes: 0,
			meeting_summary_url: `${baseUrl}/conf/summary/184`,
		},
	],
	error: {
		message:
			'Iotum allows this only to company admins, within their own company, and to reseller admins: Host 71 is beyond the scope of your role',
		description: `Check the IDs of this item, or use the credential of an admin above them. ${asked(baseUrl, PATH, 403)}`,
	},
	requests: [52, 71].map((host_id) =>
		posted(PATH, {
			host_id,
			time_zone: 'Europe/Berlin',
			start_date: '2024-09-20',
			end_date: '2024-09-20',
		}),
	),
}));

const get = async (inputs: object) =>
	await iotum().run('host.getConferences', { inputs: { hostId: 52, ...inputs } });

it('asks for everything the vendor knows with Detail, and adds ISO times in UTC', async () => {
	const { json } = await get({ filters: { detail: true, endDate: '2024-09-19T23:59:00Z' } });
	expect(received(await iotum().control.requests())).toEqual([
		posted(PATH, { host_id: 52, output: 'detail', end_date: '2024-09-19' }),
	]);
	expect(json).toMatchObject([
		{
			conference_id: 183,
			subject: 'Annual review',
			start_time: '2024-09-19 13:00:00',
			day: 'Thursday',
			participants: 3,
		},
	]);
	expect(new Date(String(json[0]?.start_time_iso)).toISOString()).toBe('2024-09-19T13:00:00.000Z');
	expect(new Date(String(json[0]?.end_time_iso)).toISOString()).toBe('2024-09-19T14:00:00.000Z');
});

describe.each([
	['an array up to ten, then an envelope', undefined],
	['an envelope named "conferences"', { shape: 'envelope', key: 'conferences' } as const],
	['an envelope of another name', { shape: 'envelope', key: 'results' } as const],
])('a list that comes as %s', (_, shape) => {
	/** Two are there already; the rest is held now. */
	const hold = async (count: number) => {
		const { vendor, control } = iotum();
		await vendor.addConferences({ count: count - 2, held: true });
		if (shape) await vendor.setListShape(shape);
		await control.clearRequests();
	};

	it.each([2, 10, 11, 20, 21])('of %i is read to its end, each conference once', async (count) => {
		await hold(count);
		const { json } = await get({ returnAll: true });
		expect(new Set(json.map(({ conference_id: id }) => id)).size).toBe(count);
		expect(json).toHaveLength(count);
		expect(received(await iotum().control.requests())).toHaveLength(Math.ceil(count / 10));
	});

	it('is asked for with the cursor that the page before gave, beside the same filters', async () => {
		await hold(25);
		await get({ returnAll: true, filters: { detail: true, timeZone: 'Asia/Tokyo' } });
		const bodies = received(await iotum().control.requests()).map(({ body }) => body);
		const asks = { host_id: 52, output: 'detail', time_zone: 'Asia/Tokyo' };
		const page = expect.any(String);
		expect(bodies).toEqual([asks, { ...asks, page }, { ...asks, page }]);
	});

	it('is only read as far as the limit asks', async () => {
		await hold(40);
		const { json } = await get({ limit: 15 });
		expect(json).toHaveLength(15);
		expect(received(await iotum().control.requests())).toHaveLength(2);
	});
});

it('goes on after the session has expired between two pages', async () => {
	const { vendor, control } = iotum();
	await vendor.addConferences({ count: 28, held: true });
	const expired = { kind: 'status', status: 401, body: { message: 'Session expired' } } as const;
	await control.fault({ ...expired, path: `*/${PATH}`, after: 2 });
	const { json } = await get({ returnAll: true });
	expect(new Set(json.map(({ conference_id: id }) => id)).size).toBe(30);
});

it('gives nothing of a list that cannot be read to its end', async () => {
	const { vendor, control } = iotum();
	await vendor.addConferences({ count: 28, held: true });
	await control.fault({ kind: 'status', status: 400, path: `*/${PATH}`, after: 2 });
	const { json, error } = await get({ returnAll: true });
	expect(json).toEqual([]);
	expect(error?.message).toBe('Iotum did not accept the request [item 0]');
});

it.each([
	['startDate', 'yesterday', '"Start Date" is not a date', 'Enter one such as 2026-03-01.'],
	['endDate', '2026-02-30', '"End Date" is not a date', 'Enter one such as 2026-03-01.'],
	['timeZone', 'Berlin', '"Time Zone" is "Berlin", which is not a time zone', /IANA name/],
])('refuses the filter %s = %s before anything is sent', async (name, value, message, next) => {
	const { error } = await get({ filters: { [name]: value } });
	expect(error?.message).toBe(`${message} [item 0]`);
	expect(error?.description).toEqual(expect.stringMatching(next));
	expect(await iotum().control.requests()).toEqual([]);
});

it('takes the day that the user sees in a time with an offset', async () => {
	await get({ filters: { startDate: '2024-09-20T00:30:00+09:00' } });
	expect(received(await iotum().control.requests())).toEqual([
		posted(PATH, { host_id: 52, start_date: '2024-09-20' }),
	]);
});
