import { openSession } from './openSession';
import { asked, posted, received } from './requests';
import { useIotum } from './setup';
import { secondOfTwoItemsFails } from './twoItems';

const iotum = useIotum();

const password = 'SoSecret5!';

/** Every input of a new host but those that exclude each other. */
const additionalFields = {
	companyId: { __rl: true, mode: 'id', value: '5' },
	password: '={{ $json.password }}',
	noWelcomeEmail: true,
	role: 'HOST',
	openidSub: '23081912eca',
	moderatorPin: '9876543',
	accessCode: 1234567,
	nativeStreaming: true,
	autoRecord: 'video',
	autoStream: 'none',
	hostInitiatedRecording: true,
	waitingRoom: true,
	streamPreview: { values: { duration: 60, interval: 300, imagePreview: true } },
	subscriptionIds: '110, 111',
	disableEmails: {
		values: {
			conferenceInvitations: true,
			conferenceReminders: false,
			conferenceSummaries: false,
			transcriptionSummaries: true,
		},
	},
	publicUsername: 'john-host',
	timeFormat: {
		values: { time24hr: true, hmSeparator: ' [h] ', mdFormat: 'D. M', mdYComma: false },
	},
	noLogin: false,
	locale: 'en-US',
	countryCode: 'US',
	timeZone: 'US/Eastern',
};

/** The same as seed 002 writes it on the wire, numbers and booleans as such. */
const body = {
	company_id: 5,
	name: 'John Host',
	password,
	no_welcome_email: true,
	role: 'HOST',
	openid_sub: '23081912eca',
	moderator_pin: 9876543,
	access_code: 1234567,
	native_streaming: true,
	auto_record: 'video',
	auto_stream: 'none',
	host_initiated_recording: true,
	waiting_room: true,
	stream_preview: { duration: 60, interval: 300, image_preview: true },
	subscription_ids: [110, 111],
	disable_emails: {
		conference_invitations: true,
		conference_reminders: false,
		conference_summaries: false,
		transcription_summaries: true,
	},
	public_username: 'john-host',
	time_format: { time_24hr: true, hm_separator: ' [h] ', md_format: 'D. M', md_y_comma: false },
	no_login: false,
	locale: 'en-US',
	country_code: 'US',
	time_zone: 'US/Eastern',
};

secondOfTwoItemsFails('host.create', iotum, ({ access: { baseUrl } }) => ({
	inputs: { name: 'John Host', email: '={{ $json.email }}', additionalFields },
	items: ['john@company.tld', 'Hanna.Host@iotum.example'].map((email) => ({ email, password })),
	outputs: [
		{
			host_id: 1001,
			company_id: 5,
			name: 'John Host',
			email: 'john@company.tld',
			role: 'HOST',
			meeting_url: `${baseUrl}/conf/call/1234567`,
			access_code: '1234567',
			plan_slug: 'small_plan',
			add_on_slugs: ['recording'],
			subscription_ids: [110, 111],
			time_zone: 'US/Eastern',
		},
	],
	error: {
		message: 'Iotum did not accept the request: email Hanna.Host@iotum.example is already taken',
		description: `Check the inputs of this item. ${asked(baseUrl, 'host/create', 422)}`,
	},
	requests: ['john@company.tld', 'Hanna.Host@iotum.example'].map((email) =>
		posted('host/create', { ...body, email }),
	),
	secrets: [password],
}));

it('sends a welcome e-mail unless the user turns it off', async () => {
	const { run, vendor } = iotum();
	const create = async (email: string, more: object) =>
		await run('host.create', {
			inputs: { name: 'John', email, additionalFields: { companyId: 5, ...more } },
		});
	await create('one@company.tld', {});
	await create('two@company.tld', { noWelcomeEmail: true });
	expect(await vendor.mails()).toMatchObject([{ kind: 'welcome', to: 'one@company.tld' }]);
});

it('sends a country in capitals, as ISO 3166 has it', async () => {
	const { run, control } = iotum();
	const inputs = {
		name: 'John Host',
		email: 'john@company.tld',
		additionalFields: { companyId: 5, countryCode: 'de' },
	};
	await run('host.create', { inputs });
	expect(received(await control.requests())[0]?.body).toHaveProperty('country_code', 'DE');
});

it('does not repeat a creation when the vendor fails, and keeps the password out of the error', async () => {
	const { run, control, vendor } = iotum();
	await openSession(iotum());
	const reply = { message: `password ${password} was stored, then something broke` };
	await control.fault({ kind: 'status', status: 500, body: reply, path: '*/host/create' });
	const inputs = { name: 'John Host', email: 'john@company.tld', additionalFields };
	const { error, logs } = await run('host.create', { inputs, items: [{ password }] });
	expect(error?.message).toBe(
		'Iotum failed to process the request: password *** was stored, then something broke [item 0]',
	);
	expect(error?.description).toContain('Whether Iotum carried it out is unknown');
	expect(JSON.stringify([error, logs])).not.toContain(password);
	expect((await vendor.hosts()).map(({ settings }) => settings.email)).not.toContain(inputs.email);
});
