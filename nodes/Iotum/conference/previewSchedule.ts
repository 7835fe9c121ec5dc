import { whole } from '../../kit/choice';
import { wallText } from '../../kit/clock';
import { options } from '../../kit/collection';
import { refusal, sentences } from '../../kit/error';
import { text } from '../../kit/field';
import { local } from '../../kit/local';
import { wallTime } from '../../kit/wallTime';
import { occurrences } from '../schedule/occurrences';
import { checkRule } from '../schedule/rule';
import { appointment } from './fields';

const { start, timeZone } = appointment;

export const previewSchedule = local({
	name: 'Preview Schedule',
	action: 'Preview a schedule',
	description: 'Get when the conferences of a series would take place; nothing is sent',
	docs: 'seed 002, "Recurring Conferences"',
	fields: {
		start,
		timeZone,
		schedule: text('Schedule', {
			required: true,
			description: 'The rule (RRULE) of the series',
			placeholder: 'e.g. FREQ=WEEKLY;BYDAY=TU,TH',
		}),
		options: options({
			count: whole('Count', {
				default: 10,
				minimum: 1,
				maximum: 1000,
				description: 'How many conferences to show at most. Without this option it is 10.',
			}),
		}),
	},
	output({ start, timeZone, schedule, options: { count = 10 } }) {
		const first = wallTime(start, timeZone);
		const shown = occurrences(first, checkRule('Schedule', schedule), count);
		const [earliest] = shown;
		if (!earliest) {
			const next = 'Choose an earlier start or a later end (UNTIL)';
			throw refusal('Schedule', `has no date from ${wallText(first)} on`, next);
		}
		if (earliest.wallTime !== wallText(first)) {
			earliest.remark = sentences(
				`The start, ${wallText(first)}, is no day of the rule; the vendor may hold a first conference then all the same.`,
				earliest.remark,
			);
		}
		return shown.map((occurrence, index) => ({ ...occurrence, number: index + 1, timeZone }));
	},
});
