import { asked, posted, received } from './requests';
import { useIotum } from './setup';
import { secondOfTwoItemsFails } from './twoItems';

const iotum = useIotum();

const PATH = 'host/cdrs';

secondOfTwoItemsFails('host.getCallRecords', iotum, ({ access: { baseUrl } }) => ({
	inputs: {
		hostId: '={{ $json.hostId }}',
		filters: {
			conferenceId: '183',
			timeZone: 'Europe/Berlin',
			startDate: '2024-09-19',
			endDate: '2024-09-20',
		},
		limit: 1,
	},
	items: [{ hostId: 52 }, { hostId: 71 }],
	outputs: [
		{
			id: 35,
			conference_id: 183,
			host_id: 52,
			participant_name: 'Hanna Host',
			participant_email: 'hanna.host@iotum.example',
			start_time: '2024-09-19 15:00:00',
			start_time_iso: '2024-09-19T15:00:00+02:00',
			end_time: '2024-09-19 16:00:00',
			end_time_iso: '2024-09-19T16:00:00+02:00',
			minutes: 60,
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
			conference_id: 183,
			time_zone: 'Europe/Berlin',
			start_date: '2024-09-19',
			end_date: '2024-09-20',
		}),
	),
}));

const get = async (inputs: object) =>
	await iotum().run('host.getCallRecords', { inputs: { hostId: 52, ...inputs } });

const sent = async () => received(await iotum().control.requests());

it('gives everything the vendor says of a participant when Simplify is off', async () => {
	const { json } = await get({ simplify: false });
	expect(json).toHaveLength(3);
	expect(json[2]).toMatchObject({
		id: 37,
		host_name: 'Hanna Host',
		host_email: 'hanna.host@iotum.example',
		participant_id: 130,
		participant_name: 'A guest',
		participant_email: null,
		from: '+15551236789',
		to: '2342342',
		start_time: '2024-09-19 13:05:00',
		minutes: 45,
	});
	expect(await sent()).toEqual([posted(PATH, { host_id: 52 })]);
});

it('asks once when one answer holds what the limit wants', async () => {
	const { vendor } = iotum();
	await vendor.addConferences({ count: 3, held: true, guests: 99 });
	expect((await get({})).json).toHaveLength(50);
	expect((await get({ limit: 100 })).json).toHaveLength(100);
	expect(await sent()).toEqual([posted(PATH, { host_id: 52 }), posted(PATH, { host_id: 52 })]);
});

it('asks once with Return All when there are fewer than the vendor gives', async () => {
	const { vendor } = iotum();
	await vendor.addConferences({ held: true, guests: 95 });
	const { json, hints } = await get({ returnAll: true });
	expect(json).toHaveLength(99);
	expect(hints).toEqual([]);
	expect(await sent()).toEqual([posted(PATH, { host_id: 52 })]);
});

it('leaves the ISO time of somebody who is still in the call out', async () => {
	const { vendor } = iotum();
	await vendor.startConference(185);
	const { json } = await get({ filters: { conferenceId: 185 } });
	expect(json).toMatchObject([{ conference_id: 185, end_time: null }]);
	expect(json[0]).not.toHaveProperty('end_time_iso');
});

it.each([
	['conferenceId', 'last', '"Conference" is "last"', /whole number/],
	['startDate', 'soon', '"Start Date" is not a date', /such as 2026-03-01/],
])('refuses the filter %s = %s before anything is sent', async (name, value, message, next) => {
	const { error } = await get({ filters: { [name]: value } });
	expect(error?.message).toBe(`${message} [item 0]`);
	expect(error?.description).toEqual(expect.stringMatching(next));
	expect(await iotum().control.requests()).toEqual([]);
});

it('says that the days are the wrong way round, in the vendor’s words', async () => {
	const { error } = await get({ filters: { startDate: '2026-02-02', endDate: '2026-02-01' } });
	expect(error?.message).toBe(
		'Iotum did not accept the request: end_date must not be before start_date [item 0]',
	);
});
