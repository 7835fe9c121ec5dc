import type { Platform } from '../platform';
import { minutesOf } from './attendance';
import type { Attendee, Conference } from './types';

/** Those who were there, then those who were only invited. */
export function peopleView(platform: Platform, { invitations, attendees }: Conference) {
	const absent = invitations.filter(
		({ contactId }) => !attendees.some((attendee) => attendee.contactId === contactId),
	);
	return [
		...attendees.map((attendee) => ({
			id: attendee.participantId,
			person_id: attendee.contactId ?? null,
			name: attendee.name,
			email: attendee.email,
			live_cdrs: [callRecord(platform, attendee)],
		})),
		...absent.flatMap(({ contactId }) => {
			const contact = platform.state.contacts.get(contactId);
			if (!contact) return [];
			const { name, email } = contact.fields;
			return [{ id: null, person_id: contactId, name, email, live_cdrs: [] }];
		}),
	];
}

function callRecord(platform: Platform, attendee: Attendee) {
	return {
		id: attendee.cdrId,
		ani: attendee.from,
		dnis: attendee.to,
		start_time: new Date(attendee.joined).toISOString(),
		end_time: attendee.left === undefined ? null : new Date(attendee.left).toISOString(),
		'is_internet?': true,
		minute_usage: {
			minutes: minutesOf(platform, attendee),
			billing_group: 'webrtc_billing',
			rate: null,
			cost: null,
			chargeable_minutes: null,
		},
	};
}
