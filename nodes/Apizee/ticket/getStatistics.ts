import { UserError, type IDataObject } from 'n8n-workflow';

import { flag } from '../../kit/choice';
import { options } from '../../kit/collection';
import type { Callable } from '../../kit/definition';
import { refusal } from '../../kit/error';
import { path } from '../../kit/path';
import { isRecord } from '../../kit/record';
import { get } from '../../kit/request';
import { task } from '../../kit/task';
import { day } from '../../kit/time';
import { withIso } from '../../kit/wallTime';
import { zone } from '../../kit/zone';
import { enterpriseOf } from '../enterprise';
import { enterpriseId } from '../fields';
import { inEnglish, TIMES } from './columns';

interface Period {
	enterprise: string;
	since: string;
	until: string;
}

const statistics: Callable<Period> = {
	repeatable: true,
	answers: 'json',
	request: ({ enterprise, since, until }) =>
		get(path`/enterprises/${enterprise}/tickets-stats`, {
			query: { format: 'JSON', since, until },
		}),
};

export const getStatistics = task({
	name: 'Get Statistics',
	action: 'Get ticket statistics',
	description: 'Get one row for each ticket of a period: invitations, calls, photos, devices',
	docs: 'seed 003, "Get detailed ticket statistics for a given day"',
	fields: {
		since: day('Since', { required: true, description: 'The first day' }),
		until: day('Until', {
			required: true,
			description:
				'The day after the last one: for the statistics of one day, the vendor’s sample names that day and the next',
		}),
		options: options({
			englishKeys: flag(
				'English Keys',
				true,
				'Whether the columns have English names that stay the same, instead of the vendor’s French ones. A column that is not known keeps its name.',
			),
			enterpriseId,
			timeZone: zone('Time Zone Name or ID', {
				description:
					'The zone that the vendor’s times are in, which it does not tell; adds them as ISO 8601 with the offset',
			}),
		}),
	},
	check({ since, until }) {
		if (since <= until) return;
		throw refusal('Until', `is before "Since" (${since})`, 'Enter a later day, or swap the two');
	},
	async run({ since, until, options: wanted }, tools) {
		const { englishKeys = true, enterpriseId: given, timeZone } = wanted;
		const enterprise = await enterpriseOf(tools, given);
		const rows = rowsOf(await tools.answer(statistics, { enterprise, since, until }));
		return rows
			.map((row) => (englishKeys ? inEnglish(row) : row))
			.map((row) => ({ json: withIso(row, TIMES, timeZone) }));
	},
});

/** The rows, which come bare, or as `data` like other lists of the vendor. */
function rowsOf(answer: unknown): IDataObject[] {
	const list = isRecord(answer) ? answer.data : answer;
	if (Array.isArray(list) && list.every(isRecord)) return list;
	throw new UserError('Apizee sent something that is not a list of statistics', {
		description: 'Try again later; if it stays so, ask the vendor about "tickets-stats".',
	});
}
