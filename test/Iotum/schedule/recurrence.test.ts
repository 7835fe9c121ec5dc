import { NodeHelpers, type INodeParameters } from 'n8n-workflow';
import { recurrenceFields, scheduleOf } from '../../../nodes/Iotum/schedule/recurrence';
import { additionalFields } from '../../../nodes/kit/collection';

const field = additionalFields(recurrenceFields);
const properties = [{ ...field.property, name: 'additionalFields' }];
const node = {
	id: 'node',
	name: 'Conference',
	type: 'conference',
	typeVersion: 1,
	position: [0, 0] satisfies [number, number],
	parameters: {},
};

/** The rule that is sent for the stored parameters of a workflow, as n8n hands them to a node. */
function schedule(stored: INodeParameters): string | undefined {
	const entered = { additionalFields: stored };
	const filled = NodeHelpers.getNodeParameters(properties, entered, true, false, node, null);
	const raw = filled?.additionalFields;
	return scheduleOf(field.parse(raw, { timezone: 'Europe/Berlin' }));
}

const values = { frequency: 'weekly', weekdays: ['MO'] };

it('a conference does not recur unless the user says so', () => {
	expect(schedule({})).toBeUndefined();
	expect(schedule({ recurrence: 'none' })).toBeUndefined();
	expect(schedule({ recurrence: 'none', schedule: '', recurrencePattern: {} })).toBeUndefined();
});

it('a rule is checked and sent', () => {
	expect(schedule({ recurrence: 'rule', schedule: 'rrule:freq=daily' })).toBe('FREQ=DAILY');
	expect(() => schedule({ recurrence: 'rule', schedule: 'FREQ=WEEKLY' })).toThrow(
		'"Schedule" must have BYDAY with FREQ=WEEKLY',
	);
});

it('a pattern is sent as a rule; n8n fills in what the user left as it was', () => {
	expect(schedule({ recurrence: 'guided', recurrencePattern: { values } })).toBe(
		'FREQ=WEEKLY;INTERVAL=1;BYDAY=MO',
	);
	const last = { frequency: 'monthly', monthlyOn: 'weekday', week: '-1', ends: 'afterCount' };
	expect(schedule({ recurrence: 'guided', recurrencePattern: { values: last } })).toBe(
		'FREQ=MONTHLY;INTERVAL=1;BYDAY=-1MO;COUNT=10',
	);
});

it.each<[INodeParameters, string]>([
	[{ recurrence: 'rule' }, '"Schedule" is empty, but "Recurrence" is "Rule"'],
	[{ recurrence: 'rule', schedule: ' ' }, '"Schedule" is empty, but "Recurrence" is "Rule"'],
	[{ recurrence: 'guided' }, '"Recurrence Pattern" is empty, but "Recurrence" is "Guided"'],
	[
		{ recurrence: 'guided', recurrencePattern: {} },
		'"Recurrence Pattern" is empty, but "Recurrence" is "Guided"',
	],
	[{ schedule: 'FREQ=DAILY' }, '"Schedule" is filled in, but "Recurrence" is not "Rule"'],
	[
		{ recurrence: 'none', schedule: 'FREQ=DAILY' },
		'"Schedule" is filled in, but "Recurrence" is not "Rule"',
	],
	[
		{ recurrence: 'guided', schedule: 'FREQ=DAILY', recurrencePattern: { values } },
		'"Schedule" is filled in, but "Recurrence" is not "Rule"',
	],
	[
		{ recurrencePattern: { values } },
		'"Recurrence Pattern" is filled in, but "Recurrence" is not "Guided"',
	],
	[
		{ recurrence: 'rule', schedule: 'FREQ=DAILY', recurrencePattern: { values } },
		'"Recurrence Pattern" is filled in, but "Recurrence" is not "Guided"',
	],
	[{ recurrence: 'yearly' }, '"Recurrence" is "yearly"'],
])('%j is refused: %s', (stored, message) => {
	expect(() => schedule(stored)).toThrow(message);
});

it('the editor shows of a pattern what its frequency and its end need', () => {
	const block = recurrenceFields.recurrencePattern.property.options?.[0];
	if (!block || !('values' in block)) throw new Error('The pattern is not a block');
	const shown = (pattern: INodeParameters) =>
		block.values
			.filter((property) => NodeHelpers.displayParameter(pattern, property, node, null))
			.map(({ name }) => name)
			.filter((name) => !['frequency', 'interval', 'ends'].includes(name));
	const monthly = { frequency: 'monthly', ends: 'never' };
	expect(shown({ frequency: 'daily', ends: 'never', monthlyOn: 'monthDay' })).toEqual([]);
	expect(shown({ frequency: 'weekly', ends: 'onDate' })).toEqual(['until', 'weekdays']);
	expect(shown({ ...monthly, monthlyOn: 'monthDay' })).toEqual(['monthDay', 'monthlyOn']);
	expect(shown({ ...monthly, monthlyOn: 'weekday', ends: 'afterCount' })).toEqual([
		'monthlyOn',
		'count',
		'week',
		'weekday',
	]);
});
