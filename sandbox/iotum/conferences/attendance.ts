import { now, type Platform } from '../platform';
import { nextNumber } from '../state';
import type { Attendee, Conference } from './types';

/** Somebody who comes in, by contact or by name. */
export type Arrival = Partial<Omit<Attendee, 'participantId' | 'cdrId'>>;

/** Lets somebody in; own choice: each arrival is a participant with one call record. */
export function attend(platform: Platform, conference: Conference, arrival: Arrival): Attendee {
	const { state } = platform;
	const contact = state.contacts.get(arrival.contactId ?? 0);
	const participantId = nextNumber(state, 'participant');
	const attendee: Attendee = {
		participantId,
		cdrId: nextNumber(state, 'cdr'),
		name: contact?.fields.name ?? `Guest ${participantId}`,
		email: contact?.fields.email ?? null,
		joined: now(platform),
		from: '+15551236789',
		to: '2342342',
		...arrival,
	};
	conference.attendees.push(attendee);
	return attendee;
}

/** Whole minutes begun (own choice), up to the present for somebody who is still in the call. */
export function minutesOf(platform: Platform, { joined, left }: Attendee): number {
	return Math.ceil(Math.max(0, (left ?? now(platform)) - joined) / 60_000);
}
