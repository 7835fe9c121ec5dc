import type { Conference } from '../conferences/types';
import { Refusal } from '../errors';
import type { Platform } from '../platform';

/** Any conference, whoever it belongs to. @throws Refusal 404 when there is none */
export function knownConference({ state }: Platform, conferenceId: string): Conference {
	const conference = state.conferences.get(Number(conferenceId));
	if (!conference) throw new Refusal(404, `No conference ${conferenceId}.`);
	return conference;
}
