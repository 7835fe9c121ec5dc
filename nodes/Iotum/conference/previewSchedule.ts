import { whole } from '../../kit/choice';
import { options } from '../../kit/collection';
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
		const rule = checkRule('Schedule', schedule);
		const shown = occurrences(wallTime(start, timeZone), rule, count);
		return shown.map((occurrence, index) => ({ ...occurrence, number: index + 1, timeZone }));
	},
});
