import { useVivoMeetings } from '../Iotum/setup';
import { call, runWithCalls } from './calls';
import { secondOfTwoItemsFails, unknown } from './twoItems';

const vivoMeetings = useVivoMeetings();

const oneIsMissing = [{ hostId: 52 }, { hostId: 999 }];
const september = { startDate: '2024-09-19', endDate: '2024-09-19', timeZone: 'US/Central' };
const sent = { start_date: '2024-09-19', end_date: '2024-09-19', time_zone: 'US/Central' };

secondOfTwoItemsFails('host.getConferences', vivoMeetings, ({ access: { baseUrl } }) => ({
	inputs: { hostId: '={{ $json.hostId }}', filters: september },
	items: oneIsMissing,
	outputs: [
		{
			conference_id: 183,
			start_time: '2024-09-19 08:00:00',
			start_time_iso: '2024-09-19T08:00:00-05:00',
			end_time: '2024-09-19 09:00:00',
			end_time_iso: '2024-09-19T09:00:00-05:00',
			total_participants: 3,
			total_participant_minutes: expect.any(Number),
			meeting_summary_url: `${baseUrl}/conf/summary/183`,
		},
	],
	error: unknown('No host 999'),
	calls: [52, 999].map((host_id) => call('host/conferences', { host_id, ...sent })),
}));

it('tells everything of past conferences in detail, with times in UTC', async () => {
	const { calls, json } = await runWithCalls(vivoMeetings(), 'host.getConferences', {
		inputs: { hostId: '52', filters: { detail: true } },
	});
	expect(calls).toEqual([call('host/conferences', { host_id: 52, output: 'detail' })]);
	expect(json).toMatchObject([
		{ conference_id: 184, subject: 'Follow-up' },
		{
			conference_id: 183,
			subject: 'Annual review',
			start_time_iso: '2024-09-19T13:00:00+00:00',
			participants: 3,
			cancelled: false,
			uploaded_documents: [expect.objectContaining({})],
		},
	]);
});

secondOfTwoItemsFails('host.getCallRecords', vivoMeetings, () => ({
	inputs: {
		hostId: '={{ $json.hostId }}',
		limit: 1,
		filters: { conferenceId: '183', ...september },
	},
	items: oneIsMissing,
	outputs: [
		{
			id: 35,
			conference_id: 183,
			host_id: 52,
			participant_name: 'Hanna Host',
			participant_email: 'hanna.host@vivomeetings.example',
			start_time: '2024-09-19 08:00:00',
			start_time_iso: '2024-09-19T08:00:00-05:00',
			end_time: '2024-09-19 09:00:00',
			end_time_iso: '2024-09-19T09:00:00-05:00',
			minutes: 60,
		},
	],
	error: unknown('No host 999'),
	calls: [52, 999].map((host_id) => call('host/cdrs', { host_id, conference_id: 183, ...sent })),
}));

it('tells numbers and the host of call records with Simplify off', async () => {
	const { calls, json } = await runWithCalls(vivoMeetings(), 'host.getCallRecords', {
		inputs: { hostId: '52', returnAll: true, simplify: false },
	});
	expect(calls).toEqual([call('host/cdrs', { host_id: 52 })]);
	expect(json.map(({ id }) => id)).toEqual([35, 36, 37]);
	expect(json[1]).toMatchObject({
		participant_id: 129,
		host_name: 'Hanna Host',
		host_email: 'hanna.host@vivomeetings.example',
		from: '+15551236789',
		to: '2342342',
	});
});

secondOfTwoItemsFails('host.getActiveCalls', vivoMeetings, async ({ control, vendor }) => {
	await control.setClock('2030-01-07T12:00:00Z', { frozen: true });
	const [conference] = await vendor.addConferences({ start: '2030-01-07T12:00:00Z' });
	const id = conference?.id ?? 0;
	await vendor.startConference(id);
	return {
		inputs: { hostId: '={{ $json.hostId }}', options: { timeZone: 'Asia/Tokyo' } },
		items: oneIsMissing,
		outputs: [
			{
				conference_id: id,
				subject: conference?.settings.subject,
				agenda: conference?.settings.agenda,
				start_time: '2030-01-07 21:00:00',
				start_time_iso: '2030-01-07T21:00:00+09:00',
			},
		],
		error: unknown('No host 999'),
		calls: [52, 999].map((host_id) =>
			call('host/active_calls', { host_id, time_zone: 'Asia/Tokyo' }),
		),
	};
});

it('gives nothing for a host who is in no call, and names no zone that is not asked for', async () => {
	const { calls, json } = await runWithCalls(vivoMeetings(), 'host.getActiveCalls', {
		inputs: { hostId: '53' },
	});
	expect(json).toEqual([]);
	expect(calls).toEqual([call('host/active_calls', { host_id: 53 })]);
});
