import { useVivoMeetings } from '../Iotum/setup';

const vivoMeetings = useVivoMeetings();

it('previews a schedule without any request, clock changes included', async () => {
	const { run, control } = vivoMeetings();
	const { json } = await run('conference.previewSchedule', {
		inputs: {
			start: '2031-03-24T09:00:00',
			timeZone: 'Europe/London',
			schedule: 'FREQ=WEEKLY;BYDAY=MO',
			options: { count: 2 },
		},
	});
	const timeZone = 'Europe/London';
	expect(json).toEqual([
		{
			number: 1,
			start: '2031-03-24T09:00:00+00:00',
			wallTime: '2031-03-24 09:00:00',
			weekday: 'Monday',
			timeZone,
		},
		{
			number: 2,
			start: '2031-03-31T09:00:00+01:00',
			wallTime: '2031-03-31 09:00:00',
			weekday: 'Monday',
			timeZone,
		},
	]);
	expect(await control.requests()).toEqual([]);
});

it('checks the schedule as a new conference would be, and goes on with the next item', async () => {
	const { json } = await vivoMeetings().run('conference.previewSchedule', {
		inputs: {
			start: '2031-03-24T09:00:00',
			timeZone: 'UTC',
			schedule: '={{ $json.schedule }}',
			options: { count: 1 },
		},
		items: [{ schedule: 'FREQ=YEARLY' }, { schedule: 'FREQ=DAILY' }],
		continueOnFail: true,
	});
	expect(json).toEqual([
		{ error: expect.stringMatching(/^"Schedule" .*\[item 0\]$/), message: expect.any(String) },
		expect.objectContaining({ number: 1, wallTime: '2031-03-24 09:00:00' }),
	]);
});
