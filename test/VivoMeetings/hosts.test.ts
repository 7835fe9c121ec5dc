import { useVivoMeetings } from '../Iotum/setup';
import { call } from './calls';
import { refused, secondOfTwoItemsFails, unknown } from './twoItems';

const vivoMeetings = useVivoMeetings();

const emailOf = (name: string) => `${name}.host@vivomeetings.example`;

/** What remains of a host with Simplify on. */
const hanna = (baseUrl: string) => ({
	host_id: 52,
	name: 'Hanna Host',
	email: emailOf('hanna'),
	role: 'HOST',
	meeting_url: `${baseUrl}/conf/call/1000052`,
	access_code: '1000052',
	plan_slug: 'small_plan',
	add_on_slugs: ['recording'],
	subscription_ids: [110, 111],
});

const byId = { hostId: '={{ $json.hostId }}' };
const oneIsMissing = [{ hostId: 52 }, { hostId: '999' }];

const SETTINGS = {
	role: 'HOST',
	openidSub: '23081912eca',
	subscriptionIds: '110, 111',
	moderatorPin: '9876543',
	accessCode: 1234567,
	disableEmails: {
		values: {
			conferenceInvitations: true,
			conferenceReminders: false,
			conferenceSummaries: false,
			transcriptionSummaries: false,
		},
	},
};

/** The same as the handbook's sample has it. */
const SENT_SETTINGS = {
	role: 'HOST',
	openid_sub: '23081912eca',
	subscription_ids: [110, 111],
	moderator_pin: 9876543,
	access_code: 1234567,
	disable_emails: {
		conference_invitations: true,
		conference_reminders: false,
		conference_summaries: false,
		transcription_summaries: false,
	},
};

secondOfTwoItemsFails('host.create', vivoMeetings, ({ access: { baseUrl } }) => {
	const sent = {
		...SENT_SETTINGS,
		company_id: 5,
		name: 'John Host',
		email: 'john@company.example',
		password: 'SoSecret5!',
		no_welcome_email: true,
		vivomeeting_streaming_enabled: true,
		host_initiated_recording: true,
	};
	return {
		inputs: {
			name: '={{ $json.name }}',
			email: 'john@company.example',
			additionalFields: {
				...SETTINGS,
				companyId: '5',
				password: 'SoSecret5!',
				noWelcomeEmail: true,
				vivomeetingStreamingEnabled: true,
				hostInitiatedRecording: true,
			},
		},
		items: [{ name: 'John Host' }, { name: 'Jane Host' }],
		outputs: [
			{
				...hanna(baseUrl),
				host_id: expect.any(Number),
				name: 'John Host',
				email: 'john@company.example',
				meeting_url: `${baseUrl}/conf/call/1234567`,
				access_code: '1234567',
			},
		],
		error: refused('email john@company.example is already taken'),
		calls: ['John Host', 'Jane Host'].map((name) => call('host/create', { ...sent, name })),
	};
});

secondOfTwoItemsFails('host.get', vivoMeetings, ({ access: { baseUrl } }) => ({
	inputs: byId,
	items: oneIsMissing,
	outputs: [hanna(baseUrl)],
	error: unknown('No host 999'),
	calls: [52, 999].map((host_id) => call('host/fetch', { host_id })),
}));

secondOfTwoItemsFails('host.update', vivoMeetings, ({ access: { baseUrl } }) => ({
	inputs: {
		...byId,
		updateFields: { ...SETTINGS, name: 'Hanna Changed', email: 'hanna@company.example' },
	},
	items: oneIsMissing,
	outputs: [
		{
			...hanna(baseUrl),
			name: 'Hanna Changed',
			email: 'hanna@company.example',
			meeting_url: `${baseUrl}/conf/call/1234567`,
			access_code: '1234567',
		},
	],
	error: unknown('No host 999'),
	calls: [52, 999].map((host_id) =>
		call('host/update', {
			...SENT_SETTINGS,
			host_id,
			name: 'Hanna Changed',
			email: 'hanna@company.example',
		}),
	),
}));

describe.each([
	['resendInvitation', 'resend_invitation', 'welcome'],
	['resetPassword', 'reset_password', 'password reset'],
] as const)('host.%s', (operation, path, kind) => {
	secondOfTwoItemsFails(`host.${operation}`, vivoMeetings, () => ({
		inputs: byId,
		items: oneIsMissing,
		outputs: [{ success: true, hostId: 52 }],
		error: unknown('No host 999'),
		calls: [52, 999].map((host_id) => call(`host/${path}`, { host_id })),
	}));

	it('has the e-mail sent', async () => {
		const { run, vendor } = vivoMeetings();
		await run(`host.${operation}`, { inputs: { hostId: 52 } });
		expect(await vendor.mails()).toMatchObject([{ kind, to: emailOf('hanna') }]);
	});
});

secondOfTwoItemsFails('host.delete', vivoMeetings, () => ({
	inputs: byId,
	items: oneIsMissing,
	outputs: [{ accepted: true, deleted: true }],
	error: unknown('No host 999'),
	calls: [52, 999].map((host_id) => call('host/delete', { host_id })),
}));
