import type { INodeParameters } from 'n8n-workflow';

import { useIotum } from './setup';

const iotum = useIotum();

/** The preview for the inputs; whatever it is, nothing is sent for it. */
async function preview(inputs: INodeParameters) {
	const { run, control } = iotum();
	const { json, error } = await run('conference.previewSchedule', { inputs });
	expect(await control.requests()).toEqual([]);
	return { json, error };
}

const timeZone = 'Europe/Berlin';

it('shows each conference with its number, in the zone, at the same wall time', async () => {
	const schedule = 'FREQ=WEEKLY;BYDAY=TU,TH;COUNT=3';
	const { json } = await preview({ start: '2026-03-24T09:30', timeZone, schedule });
	expect(json).toEqual([
		{
			number: 1,
			start: '2026-03-24T09:30:00+01:00',
			wallTime: '2026-03-24 09:30:00',
			weekday: 'Tuesday',
			timeZone,
		},
		{
			number: 2,
			start: '2026-03-26T09:30:00+01:00',
			wallTime: '2026-03-26 09:30:00',
			weekday: 'Thursday',
			timeZone,
		},
		{
			number: 3,
			start: '2026-03-31T09:30:00+02:00',
			wallTime: '2026-03-31 09:30:00',
			weekday: 'Tuesday',
			timeZone,
		},
	]);
});

it.each<[INodeParameters, number]>([
	[{}, 10],
	[{ count: 3 }, 3],
	[{ count: '={{ "25" }}' }, 25],
])('shows ten of an endless series unless the user wants others (%j)', async (options, count) => {
	const inputs = { start: '2026-01-01', timeZone, schedule: 'FREQ=DAILY', options };
	expect((await preview(inputs)).json).toHaveLength(count);
});

it.each([
	// The examples of the guide.
	['FREQ=DAILY;INTERVAL=2', ['01', '03', '05']],
	['FREQ=DAILY;UNTIL=20260103', ['01', '02', '03']],
	['RRULE:FREQ=WEEKLY;COUNT=3;BYDAY=MO,WE', ['05', '07', '12']],
	['FREQ=MONTHLY;COUNT=1;INTERVAL=2;BYDAY=2WE', ['14']],
	['FREQ=MONTHLY;COUNT=1;BYDAY=-1FR', ['30']],
	['FREQ=MONTHLY;COUNT=1;BYMONTHDAY=10', ['10']],
	['FREQ=MONTHLY;COUNT=1;BYMONTHDAY=-3', ['29']],
])('%s takes place in January on %j', async (schedule, days) => {
	const options = { count: 3 };
	const { json } = await preview({ start: '2026-01-01T10:00', timeZone, schedule, options });
	expect(json.map(({ wallTime }) => wallTime)).toEqual(
		days.map((day) => `2026-01-${day} 10:00:00`),
	);
});

it('remarks on wall times that the clocks skip or repeat', async () => {
	const schedule = 'FREQ=DAILY;COUNT=3';
	const { json } = await preview({ start: '2026-03-28T02:30', timeZone, schedule });
	expect(json.map(({ wallTime, remark }) => [wallTime, remark])).toEqual([
		['2026-03-28 02:30:00', undefined],
		[
			'2026-03-29 02:30:00',
			'The wall time does not exist in Europe/Berlin (the clocks change): it could mean 2026-03-29T03:30:00+02:00 or 2026-03-29T01:30:00+01:00',
		],
		['2026-03-30 02:30:00', undefined],
	]);
});

it('remarks on a start that is no day of the rule, once', async () => {
	const schedule = 'FREQ=WEEKLY;BYDAY=MO;COUNT=2';
	const { json } = await preview({ start: '2026-01-01T10:00', timeZone, schedule });
	expect(json.map(({ wallTime, remark }) => [wallTime, remark])).toEqual([
		[
			'2026-01-05 10:00:00',
			'The start, 2026-01-01 10:00:00, is no day of the rule; the vendor may hold a first conference then all the same.',
		],
		['2026-01-12 10:00:00', undefined],
	]);
});

it('converts a start that has an offset', async () => {
	const schedule = 'FREQ=DAILY;COUNT=1';
	const { json } = await preview({ start: '2026-07-01T23:30:00Z', timeZone, schedule });
	expect(json).toMatchObject([{ wallTime: '2026-07-02 01:30:00', weekday: 'Thursday' }]);
});

it.each<[INodeParameters, string]>([
	[{ schedule: 'FREQ=YEARLY' }, '"Schedule" must have FREQ as DAILY, WEEKLY or MONTHLY'],
	[{ schedule: '={{ "" }}' }, '"Schedule" is empty'],
	[{ timeZone: 'Berlin' }, '"Time Zone" is "Berlin", which is not a time zone'],
	[{ start: 'now' }, '"Start" is not a time'],
	[{ options: { count: 0 } }, '"Count" is not usable'],
	[{ options: { count: 1001 } }, '"Count" is not usable'],
	[{ schedule: 'FREQ=DAILY;UNTIL=20251231' }, '"Schedule" has no date from 2026-01-01 00:00:00 on'],
])('refuses %j', async (change, message) => {
	const inputs = { start: '2026-01-01', timeZone, schedule: 'FREQ=DAILY', ...change };
	const { json, error } = await preview(inputs);
	expect(json).toEqual([]);
	expect(error?.message).toBe(`${message} [item 0]`);
});

it('a start that does not exist is refused with both readings', async () => {
	const inputs = { start: '2026-03-29T02:30', timeZone, schedule: 'FREQ=DAILY' };
	const { error } = await preview(inputs);
	expect(error).toMatchObject({
		message:
			'"Start" is 2026-03-29 02:30:00, which does not exist in Europe/Berlin (the clocks change): it could mean 2026-03-29T03:30:00+02:00 or 2026-03-29T01:30:00+01:00 [item 0]',
		description: 'Enter the one you mean with its offset.',
	});
});

it('pairs the conferences with their items, and goes on after one that cannot be read', async () => {
	const { run } = iotum();
	const { json, items } = await run('conference.previewSchedule', {
		inputs: { start: '2026-01-01', timeZone: 'UTC', schedule: '={{ $json.rule }}' },
		items: [{ rule: 'FREQ=DAILY;COUNT=2' }, { rule: 'daily' }, { rule: 'FREQ=DAILY;COUNT=1' }],
		continueOnFail: true,
	});
	expect(json.map(({ number, error }) => number ?? error)).toEqual([
		1,
		2,
		expect.stringMatching(/^"Schedule" .* \[item 1\]$/),
		1,
	]);
	expect(items.map(({ pairedItem }) => pairedItem)).toEqual([0, 0, 1, 2].map((item) => ({ item })));
});
