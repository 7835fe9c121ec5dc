// What the scopes of Iotum and VivoMeetings have in common.

export const phones = ['businessPhone', 'homePhone', 'mobilePhone', 'otherPhone'];

export const period = ['endDate', 'startDate', 'timeZone'];

export const conference = [
	'agenda',
	'autoRecord',
	'autoStream',
	'autoTranscribe',
	'muteMode',
	'oneTimeAccessCode',
	'participantEmails',
	'participants',
	'recurrence',
	'recurrencePattern',
	'schedule',
	'securityPin',
];

/** Operations whose answer has more than ten entries. */
export const simplified = [
	'conference.create',
	'conference.createReservationless',
	'conference.get',
	'conference.getAll',
	'conference.update',
	'host.create',
	'host.get',
	'host.getCallRecords',
	'host.provision',
	'host.update',
];
