import { Refusal } from '../errors';
import type { Platform } from '../platform';
import type { Host } from '../types';
import { newAccessCode } from './conference';
import { requireFeatures } from './features';
import { invite, namesParticipants } from './invitations';
import { isPast } from './moments';
import { futureStart, settingsOf, type ScheduleFields } from './scheduling';
import { isOccurrence, readSchedule, updateSeries } from './series';
import type { Conference, ConferenceSettings } from './types';

/** What section 8.3 does not call optional, and its sample has. */
const WHOLE_UPDATE = [
	'subject',
	'agenda',
	'start',
	'time_zone',
	'duration',
	'one_time_access_code',
] as const;

/**
 * Section 8.3. The general rule of section 1.1 makes all fields required that are not called
 * optional, and unlike for hosts and contacts nothing is said to the contrary; the control API can
 * have partial updates accepted. Own choices: a conference that is over or cancelled is not changed;
 * a schedule for a single conference makes a series of it.
 */
export function update(
	platform: Platform,
	host: Host,
	conference: Conference,
	fields: ScheduleFields,
): void {
	const missing = WHOLE_UPDATE.filter((name) => fields[name] === undefined);
	if (!platform.state.acceptsPartialUpdates && missing.length > 0) {
		throw new Refusal(400, missing.map((name) => `${name} is required`).join('; '));
	}
	if (conference.cancelled) throw new Refusal(422, 'The conference has been cancelled');
	if (isPast(platform, conference)) throw new Refusal(422, 'The conference is over');
	if (fields.schedule !== undefined && isOccurrence(conference)) {
		throw new Refusal(422, 'Can only include schedule details in the master conference');
	}
	const settings: ConferenceSettings = { ...conference.settings, ...settingsOf(fields) };
	// Own choice: a PIN goes with the code it belongs to.
	if (fields.one_time_access_code === false) settings.security_pin = fields.security_pin;
	const start = changedStart(platform, conference, fields, settings);
	const withCode = fields.one_time_access_code ?? conference.oneTimeAccessCode !== undefined;
	requireFeatures(platform, host, settings, withCode);
	const rule = fields.schedule === undefined ? undefined : readSchedule(fields.schedule);

	if (namesParticipants(fields)) conference.invitations = invite(platform, host, fields);
	conference.oneTimeAccessCode = withCode
		? (conference.oneTimeAccessCode ?? newAccessCode(platform))
		: undefined;
	Object.assign(conference, { settings, start });
	if (rule) conference.series = { masterId: conference.id, index: 0, rule };
	if (conference.series?.rule) updateSeries(platform, conference);
}

/** A conference that has begun keeps its start unless another is asked for. */
function changedStart(
	platform: Platform,
	conference: Conference,
	{ start, time_zone }: ScheduleFields,
	settings: ConferenceSettings,
): number {
	if (start === undefined && time_zone === undefined) return conference.start;
	if (start === undefined) {
		throw new Refusal(400, 'start is required with time_zone, which decides what it means');
	}
	return futureStart(platform, start, settings);
}
