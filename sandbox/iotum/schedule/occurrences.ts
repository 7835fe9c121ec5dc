import { DateTime } from 'luxon';
import { RRule, Weekday } from 'rrule';
import { WEEKDAYS, type ScheduleRule } from './rule';

const FREQUENCIES = { DAILY: RRule.DAILY, WEEKLY: RRule.WEEKLY, MONTHLY: RRule.MONTHLY };

/**
 * The moments at which a series begins, its first included, up to and including `horizon`. They keep
 * their local time when the clocks of the zone change.
 *
 * Own choices: the start given is the first of the series (and of COUNT) even where the rule would
 * not have it; an UNTIL before the start leaves that one.
 *
 * @param start the series' start in its time zone
 */
export function occurrences(rule: ScheduleRule, start: DateTime, horizon: DateTime): DateTime[] {
	// rrule knows no zones: the local times are computed as if they were UTC.
	const local = start.setZone('utc', { keepLocalTime: true });
	const localHorizon = horizon.setZone(start.zone).setZone('utc', { keepLocalTime: true });
	const last = rule.until
		? DateTime.min(
				localHorizon,
				DateTime.fromFormat(rule.until, 'yyyyMMdd', { zone: 'utc' }).endOf('day'),
			)
		: localHorizon;
	const later = new RRule({
		freq: FREQUENCIES[rule.frequency],
		interval: rule.interval,
		dtstart: local.toJSDate(),
		byweekday: rule.byDay.map(weekday),
		bymonthday: rule.byMonthDay === undefined ? [] : [rule.byMonthDay],
	}).between(local.toJSDate(), last.toJSDate(), true);

	const following = later
		.filter((moment) => moment.getTime() > local.toMillis())
		.map((moment) =>
			DateTime.fromJSDate(moment, { zone: 'utc' }).setZone(start.zone, { keepLocalTime: true }),
		);
	return [start, ...following].slice(0, rule.count);
}

function weekday(day: string): Weekday {
	const week = day.slice(0, -2);
	const index = WEEKDAYS.indexOf(day.slice(-2));
	return new Weekday(index, week === '' ? undefined : Number(week));
}
