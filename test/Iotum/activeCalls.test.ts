import { asked, posted, received } from './requests';
import { useIotum } from './setup';
import { secondOfTwoItemsFails } from './twoItems';

const iotum = useIotum();

const PATH = 'host/active_calls';

secondOfTwoItemsFails('host.getActiveCalls', iotum, async ({ control, vendor, access }) => {
	await control.setClock('2026-03-29T00:30:00Z', { frozen: true });
	await vendor.startConference(185);
	return {
		inputs: { hostId: '={{ $json.hostId }}', options: { timeZone: 'Europe/Berlin' } },
		items: [{ hostId: 52 }, { hostId: 999 }],
		outputs: [
			{
				conference_id: 185,
				subject: 'Investment advice',
				agenda: 'What to do with the savings',
				start_time: '2026-03-29 01:30:00',
				start_time_iso: '2026-03-29T01:30:00+01:00',
			},
		],
		error: {
			message: 'Iotum does not know what was asked for: No host 999',
			description: `Check the IDs of this item. ${asked(access.baseUrl, PATH, 404)}`,
		},
		requests: [52, 999].map((host_id) => posted(PATH, { host_id, time_zone: 'Europe/Berlin' })),
	};
});

const calls = async (inputs = {}) =>
	await iotum().run('host.getActiveCalls', { inputs: { hostId: 52, ...inputs } });

it('gives one item for each call, with times in UTC when no time zone is chosen', async () => {
	const { vendor, control } = iotum();
	await control.setClock('2026-03-29T01:30:00Z', { frozen: true });
	const [other] = await vendor.addConferences({ subject: 'Second call' });
	await vendor.startConference(185);
	await vendor.startConference(other?.id ?? 0);
	const { json } = await calls();
	expect(json.map(({ subject, start_time: start }) => [subject, start])).toEqual([
		['Investment advice', '2026-03-29 01:30:00'],
		['Second call', '2026-03-29 01:30:00'],
	]);
	expect(new Date(String(json[0]?.start_time_iso)).toISOString()).toBe('2026-03-29T01:30:00.000Z');
	expect(received(await control.requests())).toEqual([posted(PATH, { host_id: 52 })]);
});

it('gives no item and no error when there is no call', async () => {
	const { json, status } = await calls();
	expect({ json, status }).toEqual({ json: [], status: 'success' });
});

it('makes up no moment for a time that occurs twice in the time zone', async () => {
	const { vendor, control } = iotum();
	await control.setClock('2026-10-25T00:30:00Z', { frozen: true });
	await vendor.startConference(185);
	const { json } = await calls({ options: { timeZone: 'Europe/Berlin' } });
	expect(json).toMatchObject([{ start_time: '2026-10-25 02:30:00', start_time_iso: null }]);
});
