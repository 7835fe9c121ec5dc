import { pages, posted } from './enterpriseApi';
import type { Manifest } from './manifest';

/** Every endpoint of VivoMeetings' document. */
export const vivoMeetings: Manifest = {
	covered: {
		...posted({
			authenticate: ['seed 004, 3.1 Authenticate', 'vivoMeetingsApi'],
			'company/create': ['seed 004, 4.1 Create a Company', 'company.create'],
			'company/fetch': ['seed 004, 4.2 Get Company Details', 'company.get'],
			'company/update': ['seed 004, 4.3 Modify a Company', 'company.update'],
			'company/fetch_all': ['seed 004, 4.4 Get All Companies', 'company.getAll'],
			'subscription/fetch_products': [
				'seed 004, 5.1 Fetch products',
				'vivoMeetingsOAuth2Api',
				'product.getAll',
			],
			'subscription/create': ['seed 004, 5.2 Create Subscription', 'subscription.create'],
			'subscription/suspend': ['seed 004, 5.3 Suspend Subscription', 'subscription.suspend'],
			'subscription/reactivate': [
				'seed 004, 5.4 Reactivate Subscription',
				'subscription.reactivate',
			],
			'subscription/cancel': ['seed 004, 5.5 Cancel Subscription', 'subscription.cancel'],
			'subscription/fetch': ['seed 004, 5.6 Fetch Subscriptions', 'subscription.getAll'],
			'host/create': ['seed 004, 6.1 Create Host Account', 'host.create', 'host.provision'],
			'host/fetch': [
				'seed 004, 6.2 Get Host Account Details',
				'host.get',
				'host.getSignInLink',
				'host.provision',
			],
			'host/update': ['seed 004, 6.3 Edit Host Account', 'host.provision', 'host.update'],
			'host/delete': ['seed 004, 6.4 Delete Host Account', 'host.delete'],
			'host/resend_invitation': ['seed 004, 6.5 Welcome Email', 'host.resendInvitation'],
			'host/reset_password': ['seed 004, 6.6 Reset Password', 'host.resetPassword'],
			'host/conferences': [
				'seed 004, 6.7 Host Conferences',
				'host.getCallRecords',
				'host.getConferences',
				'vivoMeetingsPollingTrigger',
			],
			'host/cdrs': ['seed 004, 6.8 Host CDRs', 'host.getCallRecords'],
			'host/active_calls': [
				'seed 004, 6.9 Active Calls',
				'host.getActiveCalls',
				'host.getCallRecords',
			],
			'host/fetch_all': [
				'seed 004, 6.10 Fetch all hosts in a company',
				'host.getAll',
				'host.provision',
				'vivoMeetingsPollingTrigger',
			],
			'contact/create': ['seed 004, 7.1 Create Contacts', 'contact.create'],
			'contact/fetch': ['seed 004, 7.2 Get Contact Details', 'contact.get'],
			'contact/fetch_all': ['seed 004, 7.3 Get Contact Details for Host', 'contact.getAll'],
			'contact/update': ['seed 004, 7.4 Edit Contact', 'contact.update'],
			'contact/delete': ['seed 004, 7.5 Delete Contact', 'contact.delete'],
			'conference/create': [
				'seed 004, 8.1 Schedule Conference and 8.11 Recurring Conferences',
				'conference.create',
			],
			'conference/create/reservationless': [
				'seed 004, 8.2 Create Reservationless Conference',
				'conference.createReservationless',
			],
			'conference/update': ['seed 004, 8.3 Update Conference', 'conference.update'],
			'conference/fetch': [
				'seed 004, 8.4 Fetch Conference',
				'conference.cancel',
				'conference.downloadRecording',
				'conference.get',
				'conference.update',
				'vivoMeetingsPollingTrigger',
			],
			'conference/fetch_all': [
				'seed 004, 8.5 Fetch All Conferences',
				'conference.getAll',
				'vivoMeetingsPollingTrigger',
			],
			'conference/cancel': ['seed 004, 8.6 Cancel Conference', 'conference.cancel'],
			'conference/end': ['seed 004, 8.7 End Conference', 'conference.end'],
			'conference/fetch_participant_details': [
				'seed 004, 8.8 Fetch Participant Details',
				'conference.getParticipants',
			],
			'conference/fetch_livestream_viewer_count': [
				'seed 004, 8.9 Fetch Live Stream Viewer Count',
				'conference.getViewerCount',
			],
			'conference/stop_streaming': ['seed 004, 8.10 Stop Streaming', 'conference.stopStreaming'],
		}),
		'PUT api /enterprise_api/subscription/update': [
			'seed 004, 5.2 Update Subscription',
			'subscription.update',
		],
		'GET storage /recording/inline/{file}': [
			'seed 004, 8.4 Fetch Conference (the download_link of a recording)',
			'conference.downloadRecording',
		],
		'GET api /oauth/authorize': ['seed 004, 12.3 Service URLs', 'vivoMeetingsOAuth2Api'],
		'POST api /oauth/token': ['seed 004, 12.3 Service URLs', 'vivoMeetingsOAuth2Api'],
	},
	fallback: {},
	excluded: {
		...pages('seed 004'),
		'GET or POST /auth': [
			'seed 004, 10.0 Signing in on behalf of Hosts',
			'The host’s browser visits it, not a server. Get Sign-In Link gives the link and the form.',
		],
		'GET /livestream/{accessCode}': [
			'seed 004, 9.2 Embedding a live stream player',
			'A person opens the player. Get Embed Code gives the HTML that shows it.',
		],
		'POST /oauth/revoke': [
			'seed 004, 12.3 Service URLs',
			'No node or editor of n8n revokes: an authorization ends where it was given, at the vendor.',
		],
	},
};
