import { filters } from '../../kit/collection';
import { listing } from '../../kit/listing';
import { withIso } from '../../kit/wallTime';
import { host, reference } from '../fields';
import { pastConferences } from '../pickers';
import { callRecords, walkCallRecords } from './callRecords';
import { period } from './getConferences';

export const getCallRecords = listing({
	name: 'Get Many Call Records',
	action: 'Get many call records of a host',
	description:
		'Get who took part in the conferences of a host, when and for how long. The vendor gives 100 at a time; more are read day by day.',
	docs: 'seed 002, "Hosts" (host/cdrs)',
	fields: {
		...host,
		filters: filters({
			conferenceId: reference('Conference', pastConferences, { placeholder: 'e.g. 183' }),
			...period,
		}),
	},
	simplify: [
		'id',
		'conference_id',
		'host_id',
		'participant_name',
		'participant_email',
		'start_time',
		'start_time_iso',
		'end_time',
		'end_time_iso',
		'minutes',
	],
	...callRecords,
	walk: walkCallRecords,
	output: (record, { filters: { timeZone = 'UTC' } }) =>
		withIso(record, ['start_time', 'end_time'], timeZone),
});
