import { Refusal } from '../errors';
import type { Platform } from '../platform';
import type { Host } from '../types';
import { requireTimeZone } from '../zones';
import { newAccessCode } from './conference';
import { contentOf, continuedPlaces } from './continuation';
import { requireFeatures } from './features';
import { invite, namesParticipants } from './invitations';
import { isPast } from './moments';
import { futureStart, settingsOf, type ScheduleFields } from './scheduling';
import { goesOn, isOccurrence, readSchedule, updateSeries } from './series';
import { readStart } from './times';
import type { Conference, ConferenceSettings, SeriesContent } from './types';

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
 * a schedule for a single conference makes a series of it. Through a master that is over, what is
 * still to come of its series is changed and the master stays as it was held; its `start` is then the
 * series' first, which may be past.
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
	const over = isPast(platform, conference);
	if (over && !goesOn(platform, conference)) throw new Refusal(422, 'The conference is over');
	if (fields.schedule !== undefined && isOccurrence(conference)) {
		throw new Refusal(422, 'Can only include schedule details in the master conference');
	}
	const present = contentOf(conference);
	const settings: ConferenceSettings = { ...present.settings, ...settingsOf(fields) };
	// Own choice: a PIN goes with the code it belongs to.
	if (fields.one_time_access_code === false) settings.security_pin = fields.security_pin;
	const start = changedStart(platform, present, fields, settings, over);
	const withCode = fields.one_time_access_code ?? present.oneTimeAccessCode !== undefined;
	requireFeatures(platform, host, settings, withCode);
	const rule = fields.schedule === undefined ? undefined : readSchedule(fields.schedule);
	const changed: SeriesContent = { ...present, settings, start };
	const places = over ? continuedPlaces(platform, conference, changed, rule) : undefined;

	if (namesParticipants(fields)) changed.invitations = invite(platform, host, fields);
	changed.oneTimeAccessCode = withCode
		? (present.oneTimeAccessCode ?? newAccessCode(platform))
		: undefined;
	if (rule) conference.series = { ...conference.series, masterId: conference.id, index: 0, rule };
	if (!places) Object.assign(conference, changed);
	if (conference.series) conference.series.continuation = places && { ...changed, ...places };
	if (conference.series?.rule) updateSeries(platform, conference);
}

/**
 * A conference that has begun keeps its start unless another is asked for.
 *
 * @param mayBePast whether it is the start of a series that goes on
 */
function changedStart(
	platform: Platform,
	present: SeriesContent,
	{ start, time_zone }: ScheduleFields,
	settings: ConferenceSettings,
	mayBePast: boolean,
): number {
	if (start === undefined && time_zone === undefined) return present.start;
	if (start === undefined) {
		throw new Refusal(400, 'start is required with time_zone, which decides what it means');
	}
	if (!mayBePast) return futureStart(platform, start, settings);
	requireTimeZone(settings.time_zone);
	return readStart(start, settings.time_zone);
}
