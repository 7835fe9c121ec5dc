import { pages, posted } from './enterpriseApi';
import type { Manifest } from './manifest';

/** Every endpoint of Iotum's document. */
export const iotum: Manifest = {
	covered: {
		...posted({
			authenticate: ['seed 002, "Authentication"', 'iotumApi'],
			'domain/descendants': ['seed 002, "Reseller"', 'domain.getDescendants'],
			'company/create': ['seed 002, "Companies"', 'company.create'],
			'company/fetch': ['seed 002, "Companies"', 'company.get'],
			'company/update': ['seed 002, "Companies"', 'company.update'],
			'company/fetch_all': ['seed 002, "Companies"', 'company.get', 'company.getAll'],
			'company/delete': ['seed 002, "Companies"', 'company.delete'],
			'subscription/fetch_products': [
				'seed 002, "Subscriptions"',
				'iotumOAuth2Api',
				'product.getAll',
			],
			'subscription/create': ['seed 002, "Subscriptions"', 'subscription.create'],
			'subscription/suspend': ['seed 002, "Subscriptions"', 'subscription.suspend'],
			'subscription/reactivate': ['seed 002, "Subscriptions"', 'subscription.reactivate'],
			'subscription/cancel': ['seed 002, "Subscriptions"', 'subscription.cancel'],
			'subscription/suspend_all': ['seed 002, "Subscriptions"', 'subscription.suspendAll'],
			'subscription/reactivate_all': ['seed 002, "Subscriptions"', 'subscription.reactivateAll'],
			'subscription/fetch': ['seed 002, "Subscriptions"', 'subscription.getAll'],
			'host/create': ['seed 002, "Hosts"', 'host.create', 'host.provision'],
			'host/fetch': [
				'seed 002, "Hosts"',
				'company.get',
				'host.get',
				'host.getSignInLink',
				'host.provision',
				'iotumTrigger',
			],
			'host/update': ['seed 002, "Hosts"', 'host.provision', 'host.update'],
			'host/delete': ['seed 002, "Hosts"', 'host.delete'],
			'host/resend_invitation': ['seed 002, "Hosts"', 'host.resendInvitation'],
			'host/reset_password': ['seed 002, "Hosts"', 'host.resetPassword'],
			'host/conferences': [
				'seed 002, "Hosts"',
				'host.getCallRecords',
				'host.getConferences',
				'iotumPollingTrigger',
			],
			'host/cdrs': ['seed 002, "Hosts"', 'host.getCallRecords'],
			'host/active_calls': ['seed 002, "Hosts"', 'host.getActiveCalls', 'host.getCallRecords'],
			'host/fetch_all': [
				'seed 002, "Hosts"',
				'host.getAll',
				'host.provision',
				'iotumPollingTrigger',
			],
			'contact/create': ['seed 002, "Contacts"', 'contact.create'],
			'contact/fetch': ['seed 002, "Contacts"', 'contact.get'],
			'contact/fetch_all': ['seed 002, "Contacts"', 'contact.getAll'],
			'contact/update': ['seed 002, "Contacts"', 'contact.update'],
			'contact/delete': ['seed 002, "Contacts"', 'contact.delete'],
			'drive/fetch_all': ['seed 002, "Drive"', 'driveFile.getAll'],
			'drive/file/fetch': [
				'seed 002, "Drive"',
				'driveFile.download',
				'driveFile.get',
				'driveFile.upload',
			],
			'drive/create': ['seed 002, "Drive"', 'driveFile.upload'],
			'drive/file/finish_upload': ['seed 002, "Drive"', 'driveFile.upload'],
			'drive/file/delete': ['seed 002, "Drive"', 'driveFile.delete'],
			'chat/create': ['seed 002, "Chat"', 'chat.sendMessage'],
			'conference/create': ['seed 002, "Schedule Conference"', 'conference.create'],
			'conference/create/reservationless': [
				'seed 002, "Create Reservationless Conference"',
				'conference.createReservationless',
			],
			'conference/update': ['seed 002, "Update Conference"', 'conference.update'],
			'conference/fetch': [
				'seed 002, "Fetch Conference"',
				'conference.cancel',
				'conference.downloadRecording',
				'conference.get',
				'conference.update',
				'iotumPollingTrigger',
			],
			'conference/fetch_all': [
				'seed 002, "Fetch All Conferences"',
				'conference.getAll',
				'iotumPollingTrigger',
			],
			'conference/cancel': ['seed 002, "Cancel Conference"', 'conference.cancel'],
			'conference/end': ['seed 002, "End Conference"', 'conference.end'],
			'conference/fetch_participant_details': [
				'seed 002, "Fetch Participant Details"',
				'conference.getParticipants',
			],
			'conference/fetch_livestream_viewer_count': [
				'seed 002, "Fetch Live Stream Viewer Count"',
				'conference.getViewerCount',
			],
			'conference/stop_streaming': ['seed 002, "Stop Streaming"', 'conference.stopStreaming'],
			'conference/dial_number': ['seed 002, "Dial Number"', 'conference.dialNumber'],
			'conference/message/create': ['seed 002, "Send Message"', 'conference.sendMessage'],
			'conference/delete_recordings': [
				'seed 002, "Delete Recordings"',
				'conference.deleteRecordings',
			],
			'conference/delete_transcriptions': [
				'seed 002, "Delete Transcriptions"',
				'conference.deleteTranscriptions',
			],
		}),
		'PUT api /enterprise_api/subscription/update': [
			'seed 002, "Subscriptions"',
			'subscription.update',
		],
		'PUT storage /drive_files/upload/{key}': [
			'seed 002, "Drive" (the upload_url of drive/create)',
			'driveFile.upload',
		],
		'GET storage /drive_files/download/{file}': [
			'seed 002, "Drive" (the download_link of drive/file/fetch)',
			'driveFile.download',
		],
		'GET storage /recording/inline/{file}': [
			'seed 002, "Fetch Conference" (the download_link of a recording)',
			'conference.downloadRecording',
		],
		'GET api /oauth/authorize': [
			'seed 002, "Authentication" (12. OAuth, which is cut off; seed 004, 12.3, has it)',
			'iotumOAuth2Api',
		],
		'POST api /oauth/token': [
			'seed 002, "Authentication" (12. OAuth, which is cut off; seed 004, 12.3, has it)',
			'iotumOAuth2Api',
		],
	},
	fallback: {},
	excluded: {
		...pages('seed 002'),
		'(cut off) signing in on behalf of hosts': [
			'seed 002, "Hosts" (login_token_public_key: "see section 8.0")',
			'The seed’s text is cut off before it. Get Sign-In Link follows seed 004, 10.0.',
		],
		'(cut off) webhooks': [
			'seed 002, "Schedule Conference" ("see 11.23")',
			'The seed’s text is cut off before it. The trigger follows seed 004, 11.0.',
		],
		'GET /drive_files/image_preview?key={key}': [
			'seed 002, "Fetch Conference" (image_preview_link)',
			'A picture for pages that show a file. Get with Detail returns its address.',
		],
	},
};
