import { failure } from './failures';
import { posted, received } from './requests';
import { useIotum } from './setup';
import { secondOfTwoItemsFails } from './twoItems';

const iotum = useIotum();

secondOfTwoItemsFails('conference.createReservationless', iotum, async (setup) => {
	await setup.control.reset();
	await setup.control.setClock('2026-01-10T09:00:00Z', { frozen: true });
	const path = 'conference/create/reservationless';
	const sent = { one_time_access_code: true, secure_url: false };
	return {
		inputs: {
			hostId: '={{ $json.hostId }}',
			additionalFields: { oneTimeAccessCode: true, secureUrl: false },
		},
		items: [{ hostId: 52 }, { hostId: 71 }],
		outputs: [
			{
				recordings: [],
				is_streaming: false,
				conference_id: 1001,
				subject: "Hanna Host's Meeting",
				agenda: null,
				start: '2026-01-10 09:00:00',
				start_iso: '2026-01-10T09:00:00+00:00',
				end_time: '2026-01-10 10:00:00',
				end_time_iso: '2026-01-10T10:00:00+00:00',
				time_zone: 'UTC',
				duration: 60,
				active: true,
				room_url: expect.stringMatching(/\/conf\/call\/\d{3,9}$/),
				one_time_access_code: expect.any(Number),
				participants: [2052],
				moderators: [2052],
			},
		],
		error: failure(setup, 403, path, 'Host 71 is beyond the scope of your role'),
		requests: [52, 71].map((host) => posted(path, { host_id: host, ...sent })),
	};
});

it('a reservationless conference uses the host’s own access code unless the user wants another', async () => {
	const { run, control, access } = iotum();
	const { json } = await run('conference.createReservationless', { inputs: { hostId: 52 } });
	expect(json).toMatchObject([
		{ one_time_access_code: false, room_url: `${access.baseUrl}/conf/call/1000052` },
	]);
	expect(received(await control.requests())).toEqual([
		posted('conference/create/reservationless', { host_id: 52, one_time_access_code: false }),
	]);
});
