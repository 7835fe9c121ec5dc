import { filters } from '../../kit/collection';
import { listing } from '../../kit/listing';
import { path } from '../../kit/path';
import { post } from '../../kit/request';
import { day } from '../../kit/time';
import { withIso } from '../../kit/wallTime';
import { detail, detailed, host, timeZone } from '../fields';
import { wire } from '../wire';

/** Narrows what has taken place to days in a time zone. */
export const period = {
	endDate: day('End Date', {
		description: 'The last day, in the time zone; that day is included',
	}),
	startDate: day('Start Date', { description: 'The first day, in the time zone' }),
	timeZone,
};

export const getConferences = listing({
	name: 'Get Many Conferences',
	action: 'Get many conferences of a host',
	description:
		'Get the past conferences of a host; times are in UTC, or in the time zone of the filter',
	docs: 'seed 002, "Hosts" (host/conferences)',
	fields: { ...host, filters: filters({ detail, ...period }) },
	id: 'conference_id',
	repeatable: true,
	request: ({ hostId, filters: { detail: all, ...period } }) =>
		post(path`/host/conferences`, { body: wire({ hostId, output: detailed(all), ...period }) }),
	output: (record, { filters: { timeZone = 'UTC' } }) =>
		withIso(record, ['start_time', 'end_time'], timeZone),
});
