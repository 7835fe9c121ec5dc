const conferenceEvents = [
	'conference_end',
	'conference_start',
	'enter_livestream',
	'leave_livestream',
	'recording_ready',
	'start_recording',
	'start_streaming',
	'stop_recording',
	'stop_streaming',
	'transcription_ready',
];

const watched = {
	event: 'options',
	watch: 'options',
	listCompanyId: 'resourceLocator',
	hosts: 'fixedCollection',
	companyId: 'resourceLocator',
	authentication: 'options',
	options: 'collection',
};
const looks = [
	'conferenceEnded',
	'conferenceScheduled',
	'recordingPublished',
	'transcriptionReady',
];

/** What each trigger asks for, by input and type, and what it can be started by. */
export const triggers: Record<string, { inputs: Record<string, string>; events: string[] }> = {
	apizeeTrigger: {
		inputs: { events: 'multiOptions', filters: 'collection', options: 'collection' },
		events: [
			'any',
			...['ticket.create', 'ticket.delete', 'ticket.update'],
			...['media.create', 'media.delete', 'media.update'],
			...['conversation.create', 'conversation.delete', 'conversation.update'],
			...['smsmessage.create', 'smsmessage.delete', 'smsmessage.update'],
			'conversationevent.create',
		],
	},
	apizeePollingTrigger: {
		inputs: {
			event: 'options',
			mediaOf: 'options',
			ticketId: 'resourceLocator',
			conferenceId: 'resourceLocator',
			filters: 'collection',
			options: 'collection',
		},
		events: ['conferenceEnded', 'newMedia', 'ticketDone', 'ticketStateChanged'],
	},
	flexpertoTrigger: {
		inputs: { events: 'multiOptions', options: 'collection' },
		events: ['archive.available'],
	},
	flexpertoPollingTrigger: {
		inputs: { event: 'options', sessionId: 'resourceLocator', options: 'collection' },
		events: [
			'archiveAvailable',
			'contractSessionCompleted',
			'documentFailed',
			'documentStatusChanged',
		],
	},
	iotumTrigger: {
		inputs: { events: 'multiOptions', filters: 'collection', options: 'collection' },
		events: ['any', ...conferenceEvents, 'one_time_access_code_reused'],
	},
	iotumPollingTrigger: { inputs: watched, events: looks },
	vivoMeetingsTrigger: {
		inputs: { events: 'multiOptions', filters: 'collection', options: 'collection' },
		events: ['any', ...conferenceEvents],
	},
	vivoMeetingsPollingTrigger: { inputs: watched, events: looks },
};

/** The states that tickets have. Source: VENDOR-FACTS.md, Apizee. */
const ticketStates = [
	...['new', 'open', 'invited', 'inprogress', 'done', 'closed'],
	...['rejected', 'declined', 'expired', 'cancelled'],
];

/** The states by which a trigger filters; the vendor's page on webhooks has two more. */
export const states = {
	apizeePollingTrigger: ticketStates,
	apizeeTrigger: [...ticketStates, 'opened', 'updated'],
};
