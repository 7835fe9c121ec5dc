import type { INodeParameters } from 'n8n-workflow';

import { entered } from './conferenceInputs';
import { received } from './requests';
import { useIotum } from './setup';

const iotum = useIotum();

beforeEach(async () => void (await iotum().control.setClock('2026-01-10T09:00:00Z')));

/** Creates a conference that recurs; gives its output and the rule that was sent. */
async function create(recurrence: INodeParameters) {
	const { run, control } = iotum();
	const inputs = { ...entered, start: '2026-03-02T13:00', additionalFields: recurrence };
	const { json, error } = await run('conference.create', { inputs });
	const requests = received(await control.requests());
	return { json, error, sent: requests.map(({ body }) => body) };
}

const guided = (values: INodeParameters) =>
	({ recurrence: 'guided', recurrencePattern: { values } }) satisfies INodeParameters;

const rule = (schedule: string) => ({ recurrence: 'rule', schedule });

describe('a series by the guided way', () => {
	it.each<[INodeParameters, string]>([
		[{ frequency: 'daily', interval: 3, ends: 'never' }, 'FREQ=DAILY;INTERVAL=3'],
		[
			{ frequency: 'daily', ends: 'onDate', until: '2026-12-31' },
			'FREQ=DAILY;INTERVAL=1;UNTIL=20261231',
		],
		[
			{ frequency: 'weekly', weekdays: ['WE', 'MO'], ends: 'afterCount', count: 10 },
			'FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,WE;COUNT=10',
		],
		[
			{ frequency: 'monthly', monthlyOn: 'weekday', week: '-1', weekday: 'FR', interval: 2 },
			'FREQ=MONTHLY;INTERVAL=2;BYDAY=-1FR',
		],
		[
			{ frequency: 'monthly', monthlyOn: 'monthDay', monthDay: -3 },
			'FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=-3',
		],
	])('%j is sent as %s', async (pattern, schedule) => {
		const { sent, json } = await create(guided(pattern));
		expect(sent).toEqual([expect.objectContaining({ schedule })]);
		expect(json).toMatchObject([{ is_master: true, master_id: json[0]?.conference_id }]);
		const parts = (text: unknown) => String(text).split(';').sort();
		expect(parts(json[0]?.schedule)).toEqual(parts(schedule));
	});

	it.each<[INodeParameters, string]>([
		[{ frequency: 'weekly', weekdays: [] }, '"Weekdays" is empty'],
		[{ frequency: 'daily', interval: 0 }, '"Interval" is not usable'],
		[{ frequency: 'monthly', monthlyOn: 'monthDay', monthDay: 0 }, '"Month Day" is 0'],
		[{ frequency: 'monthly', monthlyOn: 'monthDay', monthDay: 32 }, '"Month Day" is not usable'],
		[{ frequency: 'daily', ends: 'onDate' }, '"Until" is empty'],
		[{ frequency: 'daily', ends: 'onDate', until: 'never' }, '"Until" is not a time'],
		[{ frequency: 'daily', ends: 'afterCount', count: 0 }, '"Occurrences" is not usable'],
		[{ frequency: 'yearly' }, '"Frequency" is "yearly"'],
	])('%j is refused before anything is sent', async (pattern, message) => {
		const { error, sent } = await create(guided(pattern));
		expect(error?.message).toBe(`${message} [item 0]`);
		expect(sent).toEqual([]);
	});
});

describe('a series by a rule', () => {
	it.each([
		['FREQ=DAILY;INTERVAL=2', 'FREQ=DAILY;INTERVAL=2'],
		['RRULE:FREQ=DAILY;UNTIL=20261231', 'FREQ=DAILY;UNTIL=20261231'],
		['freq=weekly;count=10;byday=mo,we', 'FREQ=WEEKLY;COUNT=10;BYDAY=MO,WE'],
		['FREQ=MONTHLY;COUNT=10;INTERVAL=2;BYDAY=2WE', 'FREQ=MONTHLY;COUNT=10;INTERVAL=2;BYDAY=2WE'],
		['FREQ=MONTHLY;BYDAY=+1FR', 'FREQ=MONTHLY;BYDAY=1FR'],
		[
			'FREQ=MONTHLY;COUNT=10;INTERVAL=1;BYMONTHDAY=10',
			'FREQ=MONTHLY;COUNT=10;INTERVAL=1;BYMONTHDAY=10',
		],
	])('%s is sent as %s, and taken', async (schedule, sentAs) => {
		const { sent, json } = await create(rule(schedule));
		expect(sent).toEqual([expect.objectContaining({ schedule: sentAs })]);
		expect(json).toMatchObject([{ is_master: true, start_iso: '2026-03-02T13:00:00-05:00' }]);
	});

	it.each([
		['FREQ=YEARLY', 'must have FREQ as DAILY, WEEKLY or MONTHLY'],
		['FREQ=WEEKLY', 'must have BYDAY with FREQ=WEEKLY'],
		['FREQ=MONTHLY', 'must have BYDAY or BYMONTHDAY with FREQ=MONTHLY'],
		['FREQ=MONTHLY;BYDAY=1MO,2WE', 'must have one item in the BYDAY of FREQ=MONTHLY'],
		['FREQ=MONTHLY;BYMONTHDAY=1,15', 'must have one item in BYMONTHDAY'],
		[
			'FREQ=MONTHLY;BYDAY=1MO;BYMONTHDAY=1',
			'has both BYDAY and BYMONTHDAY, but FREQ=MONTHLY takes one of them',
		],
		[
			'FREQ=MONTHLY;BYDAY=WE',
			'must have the week (1 to 5, or -1 to -5 from the end) and the day in the BYDAY of FREQ=MONTHLY',
		],
		['FREQ=DAILY;BYMONTHDAY=1', 'has BYMONTHDAY, which only FREQ=MONTHLY takes'],
		['FREQ=DAILY;COUNT=0', 'must have a whole number of at least 1 as COUNT'],
		['FREQ=DAILY;INTERVAL=-1', 'must have a whole number of at least 1 as INTERVAL'],
		[
			'FREQ=DAILY;UNTIL=20261231T235959Z',
			'has an UNTIL with a time: give the date alone, that day is included',
		],
		[
			'FREQ=DAILY;BYSETPOS=1',
			'has the part "BYSETPOS", but it takes only FREQ, INTERVAL, UNTIL, COUNT, BYDAY, BYMONTHDAY',
		],
	])('%s is refused, and nothing is sent', async (schedule, problem) => {
		const { error, sent } = await create(rule(schedule));
		expect(error).toMatchObject({
			message: `"Schedule" ${problem} [item 0]`,
			description: expect.stringMatching(/^Write it as in "FREQ=.+"\.$/),
		});
		expect(sent).toEqual([]);
	});
});

it.each<[string, INodeParameters, string]>([
	[
		'a rule without "Rule"',
		{ schedule: 'FREQ=DAILY' },
		'"Schedule" is filled in, but "Recurrence" is not "Rule"',
	],
	[
		'"Rule" without a rule',
		{ recurrence: 'rule' },
		'"Schedule" is empty, but "Recurrence" is "Rule"',
	],
	[
		'"Guided" without a pattern',
		{ recurrence: 'guided' },
		'"Recurrence Pattern" is empty, but "Recurrence" is "Guided"',
	],
])('%s is refused before anything is sent', async (_, fields, message) => {
	const { error, sent } = await create(fields);
	expect(error?.message).toBe(`${message} [item 0]`);
	expect(sent).toEqual([]);
});

it('keeps its wall time at the vendor when the clocks change, as the preview shows it', async () => {
	const { run, vendor } = iotum();
	const schedule = 'FREQ=DAILY;COUNT=10';
	await create(rule(schedule));
	const held = (await vendor.conferences()).filter(({ id }) => id > 1000);
	const { start, timeZone } = { ...entered, start: '2026-03-02T13:00' };
	const { json } = await run('conference.previewSchedule', {
		inputs: { start, timeZone, schedule },
	});
	expect(json.map((occurrence) => Date.parse(String(occurrence.start)))).toEqual(
		held.map((conference) => conference.start),
	);
	expect(new Set(json.map(({ wallTime }) => String(wallTime).slice(11)))).toEqual(
		new Set(['13:00:00']),
	);
});
