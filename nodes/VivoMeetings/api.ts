import { flag, selection } from '../kit/choice';
import { subset } from '../kit/variation';
import { api as iotum } from '../Iotum/api';
import { openidProvider } from '../Iotum/company/fields';
import { company } from '../Iotum/fields';
import { ONLY_NEW } from '../Iotum/host/provision';

/** The vendor tells the IDs of companies when they are created and nowhere else. */
export const COMPANIES = ['companyId', 'listCompanyId'];

/** Contacts belong to hosts alone. Source: seed 004, 7.0. */
const ofHost = { fixed: { ownerType: 'host' } };

/** What seed 004, 6.1 and 6.3, says of a host. */
const HOST = [
	'accessCode',
	'addOnSlugs',
	'disableEmails',
	'moderatorPin',
	'openidSub',
	'planSlug',
	'role',
	'subscriptionIds',
];

const NEW_HOST = {
	only: {
		additionalFields: [
			...HOST,
			'companyId',
			'hostInitiatedRecording',
			'noWelcomeEmail',
			'password',
		],
	},
	addedTo: {
		additionalFields: {
			vivomeetingStreamingEnabled: flag(
				'Streaming Enabled',
				true,
				'Whether the host may stream at once',
			),
		},
	},
};

/** What seed 004, 8.1 and 8.3, says of a conference. */
const CONFERENCE = [
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

const EMAILS = {
	conference_invitations: 'Conference Invitations',
	conference_reminders: 'Conference Reminders',
	conference_summaries: 'Conference Summaries',
	transcription_summaries: 'Transcription Summaries',
};

const disableConferenceEmails = selection('Disable Conference Emails', EMAILS, {
	default: [],
	description: 'Which e-mails are not sent about this conference',
});

/**
 * Everything the VivoMeetings node can do: an older, smaller edition of the same API. Source: seed 004;
 * where it has no word on a request's inputs, those of seed 002 stand.
 */
export const api = subset(
	iotum,
	{
		company: {
			create: {
				docs: 'seed 004, 4.1 Create a Company',
				only: { additionalFields: ['openidProvider'] },
			},
			get: { docs: 'seed 004, 4.2 Get Company Details' },
			getAll: { docs: 'seed 004, 4.4 Get All Companies' },
			update: {
				docs: 'seed 004, 4.3 Modify a Company',
				only: { updateFields: ['name', 'subdomain'] },
				addedTo: { updateFields: { openidProvider } },
			},
		},
		conference: {
			cancel: { docs: 'seed 004, 8.6 Cancel Conference' },
			create: {
				docs: 'seed 004, 8.1 Schedule Conference and 8.11 Recurring Conferences',
				only: { additionalFields: CONFERENCE },
			},
			createReservationless: {
				docs: 'seed 004, 8.2 Create Reservationless Conference',
				only: { additionalFields: ['oneTimeAccessCode'] },
			},
			downloadRecording: { docs: 'seed 004, 8.4 Fetch Conference' },
			end: { docs: 'seed 004, 8.7 End Conference' },
			get: { docs: 'seed 004, 8.4 Fetch Conference', only: { options: [] } },
			getAll: { docs: 'seed 004, 8.5 Fetch All Conferences' },
			getEmbedCode: {
				docs: 'seed 004, 9.0 Embedding',
				only: { options: ['mute', 'name', 'observer', 'skipJoin', 'stripLayout', 'view'] },
			},
			getParticipants: { docs: 'seed 004, 8.8 Fetch Participant Details' },
			getViewerCount: { docs: 'seed 004, 8.9 Fetch Live Stream Viewer Count' },
			previewSchedule: { docs: 'seed 004, 8.11 Recurring Conferences' },
			stopStreaming: { docs: 'seed 004, 8.10 Stop Streaming' },
			update: {
				docs: 'seed 004, 8.3 Update Conference and 8.11 Recurring Conferences',
				only: { updateFields: [...CONFERENCE, 'duration', 'start', 'subject', 'timeZone'] },
				addedTo: { updateFields: { disableConferenceEmails } },
			},
		},
		contact: {
			create: { docs: 'seed 004, 7.1 Create Contacts', ...ofHost },
			delete: { docs: 'seed 004, 7.5 Delete Contact', ...ofHost },
			get: { docs: 'seed 004, 7.2 Get Contact Details', ...ofHost },
			getAll: { docs: 'seed 004, 7.3 Get Contact Details for Host', ...ofHost },
			update: { docs: 'seed 004, 7.4 Edit Contact', ...ofHost },
		},
		host: {
			create: { docs: 'seed 004, 6.1 Create Host Account', ...NEW_HOST },
			delete: { docs: 'seed 004, 6.4 Delete Host Account' },
			get: { docs: 'seed 004, 6.2 Get Host Account Details' },
			getActiveCalls: { docs: 'seed 004, 6.9 Active Calls' },
			getAll: { docs: 'seed 004, 6.10 Fetch all hosts in a company' },
			getCallRecords: { docs: 'seed 004, 6.8 Host CDRs' },
			getConferences: { docs: 'seed 004, 6.7 Host Conferences' },
			getSignInLink: {
				docs: 'seed 004, 10.0 Signing in on behalf of Hosts',
				only: { options: ['afterCallUrl', 'loginTokenPublicKey'] },
			},
			provision: {
				docs: 'seed 004, 6.1, 6.3 and 6.10',
				...NEW_HOST,
				fixed: {
					onlyNew: [...ONLY_NEW, 'hostInitiatedRecording', 'vivomeetingStreamingEnabled'],
				},
			},
			resendInvitation: { docs: 'seed 004, 6.5 Welcome Email' },
			resetPassword: { docs: 'seed 004, 6.6 Reset Password' },
			update: {
				docs: 'seed 004, 6.3 Edit Host Account',
				only: { updateFields: [...HOST, 'clearSubscriptions', 'email', 'name'] },
			},
		},
		product: {
			getAll: {
				docs: 'seed 004, 5.1 Fetch products',
				only: { filters: [] },
				added: company,
			},
		},
		subscription: {
			cancel: { docs: 'seed 004, 5.5 Cancel Subscription' },
			create: {
				docs: 'seed 004, 5.2 Create Subscription',
				only: { additionalFields: ['hostLimit', 'planChange', 'switchPlan'] },
			},
			getAll: { docs: 'seed 004, 5.6 Fetch Subscriptions' },
			reactivate: { docs: 'seed 004, 5.4 Reactivate Subscription' },
			suspend: { docs: 'seed 004, 5.3 Suspend Subscription' },
			update: { docs: 'seed 004, 5.2 Update Subscription' },
		},
	},
	COMPANIES,
);
