import { IANAZone } from 'luxon';
import { Refusal } from './errors';

/**
 * Checks the name of a time zone.
 *
 * @throws Refusal 400 when the IANA database has no zone of this name
 */
export function requireTimeZone(zone: string | undefined): void {
	if (zone === undefined || IANAZone.isValidZone(zone)) return;
	throw new Refusal(400, `time_zone ${zone} is not in the IANA Time Zone database`);
}
