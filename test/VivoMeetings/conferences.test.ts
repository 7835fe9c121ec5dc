import { useVivoMeetings, type Setup } from '../Iotum/setup';
import { call, runWithCalls } from './calls';
import { refused, secondOfTwoItemsFails, unknown } from './twoItems';

const vivoMeetings = useVivoMeetings();

const byId = { conferenceId: '={{ $json.conferenceId }}' };

/** "Investment advice" as the vendor answers, with Simplify on. */
const scheduled = ({ access: { baseUrl } }: Setup) => ({
	conference_id: 185,
	subject: 'Investment advice',
	agenda: 'What to do with the savings',
	start: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:00:00$/),
	start_iso: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:00:00\+00:00$/),
	end_time: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:00:00$/),
	end_time_iso: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:00:00\+00:00$/),
	time_zone: 'UTC',
	duration: 60,
	active: false,
	room_url: `${baseUrl}/conf/call/1000052`,
	one_time_access_code: false,
	participants: [2052],
	moderators: [2052],
	recordings: [],
	is_streaming: false,
});

secondOfTwoItemsFails('conference.get', vivoMeetings, (setup) => ({
	inputs: byId,
	items: [{ conferenceId: 185 }, { conferenceId: 999 }],
	outputs: [scheduled(setup)],
	error: unknown('No conference 999'),
	calls: [185, 999].map((conference_id) => call('conference/fetch', { conference_id })),
}));

secondOfTwoItemsFails('conference.getAll', vivoMeetings, (setup) => ({
	inputs: { hostId: '={{ $json.hostId }}' },
	items: [{ hostId: 52 }, { hostId: 999 }],
	outputs: [scheduled(setup)],
	error: unknown('No host 999'),
	calls: [52, 999].map((host_id) => call('conference/fetch_all', { host_id })),
}));

it('lists conferences in detail when that is wanted, and says which are never listed', async () => {
	const { calls, json, hints } = await runWithCalls(vivoMeetings(), 'conference.getAll', {
		inputs: { hostId: '52', filters: { detail: true }, simplify: false },
	});
	expect(calls).toEqual([call('conference/fetch_all', { host_id: 52, output: 'detail' })]);
	expect(json).toMatchObject([{ conference_id: 185, live_wall_posts: [], participants: 0 }]);
	expect(hints.map(({ message }) => message)).toEqual([
		'The vendor leaves conferences out of this list that begin more than 18 months from now.',
	]);
});

secondOfTwoItemsFails('conference.createReservationless', vivoMeetings, (setup) => ({
	inputs: { hostId: '={{ $json.hostId }}', additionalFields: { oneTimeAccessCode: true } },
	items: [{ hostId: 52 }, { hostId: 999 }],
	outputs: [
		{
			...scheduled(setup),
			conference_id: expect.any(Number),
			subject: "Hanna Host's Meeting",
			agenda: null,
			start: expect.any(String),
			start_iso: expect.any(String),
			end_time: expect.any(String),
			end_time_iso: expect.any(String),
			active: true,
			room_url: expect.stringMatching(/\/conf\/call\/\d{9}$/),
			one_time_access_code: expect.any(Number),
		},
	],
	error: unknown('No host 999'),
	calls: [52, 999].map((host_id) =>
		call('conference/create/reservationless', { host_id, one_time_access_code: true }),
	),
}));

it('sends the one time access code of a reservationless conference as false when it is left out', async () => {
	const inputs = { hostId: '52' };
	const { calls } = await runWithCalls(vivoMeetings(), 'conference.createReservationless', {
		inputs,
	});
	const body = { host_id: 52, one_time_access_code: false };
	expect(calls).toEqual([call('conference/create/reservationless', body)]);
});

secondOfTwoItemsFails('conference.getParticipants', vivoMeetings, () => ({
	inputs: byId,
	items: [{ conferenceId: 183 }, { conferenceId: 999 }],
	outputs: [
		{
			participants: [expect.objectContaining({ contact_id: 35, has_host: false })],
			moderators: [expect.objectContaining({ contact_id: 2052, has_host: true })],
		},
	],
	error: unknown('No conference 999'),
	calls: [183, 999].map((conference_id) =>
		call('conference/fetch_participant_details', { conference_id }),
	),
}));

secondOfTwoItemsFails('conference.getViewerCount', vivoMeetings, async ({ vendor }) => {
	await vendor.startConference(185);
	await vendor.startStreaming(185);
	for (let viewer = 0; viewer < 4; viewer++) await vendor.enterLivestream(185);
	return {
		inputs: byId,
		items: [{ conferenceId: 185 }, { conferenceId: 999 }],
		// The vendor's number is a text.
		outputs: [{ count: 4 }],
		error: unknown('No conference 999'),
		calls: [185, 999].map((conference_id) =>
			call('conference/fetch_livestream_viewer_count', { conference_id }),
		),
	};
});

describe.each([
	['end', 'end', 'The conference is not active'],
	['stopStreaming', 'stop_streaming', 'The conference is not streaming'],
] as const)('conference.%s', (operation, path, why) => {
	secondOfTwoItemsFails(`conference.${operation}`, vivoMeetings, async ({ vendor }) => {
		await vendor.startConference(185);
		await vendor.startStreaming(185);
		return {
			inputs: byId,
			items: [{ conferenceId: 185 }, { conferenceId: 183 }],
			outputs: [{ success: true, conferenceId: 185 }],
			error: refused(why),
			calls: [185, 183].map((conference_id) => call(`conference/${path}`, { conference_id })),
		};
	});
});

it('ends a conference and its stream at the vendor', async () => {
	const { run, vendor } = vivoMeetings();
	await vendor.startConference(185);
	await vendor.startStreaming(185);
	await run('conference.stopStreaming', { inputs: { conferenceId: '185' } });
	expect((await vendor.conference(185)).streaming).toBe(false);
	await run('conference.end', { inputs: { conferenceId: '185' } });
	expect((await vendor.conference(185)).endedAt).toEqual(expect.any(Number));
});
