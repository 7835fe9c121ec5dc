import { conference } from './enterpriseApi';
import type { Inputs } from './inputs';

const ofHost = { required: ['hostId'], listOnly: ['listCompanyId'] };
const ofConference = { required: ['conferenceId'], listOnly: ['listCompanyId', 'listHostId'] };

/** What the Iotum node offers for conferences. */
export const iotumConferences: Record<string, Inputs> = {
	'conference.create': {
		...ofHost,
		required: ['hostId', 'subject', 'start', 'timeZone', 'duration'],
		additionalFields: [
			...conference,
			'broadcastStreamUrl',
			'hostInitiatedRecording',
			'participantHosts',
			'secureUrl',
		],
	},
	'conference.createReservationless': {
		...ofHost,
		additionalFields: ['oneTimeAccessCode', 'secureUrl'],
	},
	'conference.update': {
		...ofConference,
		updateFields: [...conference, 'duration', 'start', 'subject', 'timeZone'],
		options: ['applyTo'],
	},
	'conference.get': { ...ofConference, options: ['detail'] },
	'conference.getAll': { ...ofHost, filters: ['detail'] },
	'conference.cancel': { ...ofConference, options: ['applyTo'] },
	'conference.end': ofConference,
	'conference.getParticipants': ofConference,
	'conference.getViewerCount': ofConference,
	'conference.stopStreaming': ofConference,
	'conference.dialNumber': {
		...ofConference,
		required: ['conferenceId', 'countryCode', 'phoneNumber'],
		additionalFields: ['invitationText', 'name'],
	},
	'conference.sendMessage': { ...ofConference, required: ['conferenceId', 'message'] },
	'conference.deleteRecordings': ofConference,
	'conference.deleteTranscriptions': ofConference,
	'conference.downloadRecording': {
		...ofConference,
		options: ['outputBinaryPropertyName', 'recordingId', 'waitSeconds'],
	},
	'conference.getEmbedCode': {
		isLocal: true,
		required: ['embedKind', 'roomUrl'],
		options: [
			'afterCallUrl',
			'moderatorToken',
			'mute',
			'name',
			'observer',
			'skipJoin',
			'stripLayout',
			'view',
		],
	},
	'conference.previewSchedule': {
		isLocal: true,
		required: ['start', 'timeZone', 'schedule'],
		options: ['count'],
	},
};
