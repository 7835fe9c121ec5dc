import { VivoMeetings } from '../../nodes/VivoMeetings/VivoMeetings.node';
import { choicesOf, everyProperty } from '../contract/properties';

const node = new VivoMeetings();
const { properties, credentials } = node.description;

const blocks = (name: string) =>
	everyProperty(properties)
		.filter(({ path }) => path.includes(`${name}.values.`))
		.map(({ property }) => property.name);

it.each([
	[
		'contacts',
		['businessPhone', 'email', 'homePhone', 'mobilePhone', 'name', 'otherPhone', 'timeZone'],
	],
	['participantEmails', ['email', 'moderator']],
	[
		'disableEmails',
		[
			'conferenceInvitations',
			'conferenceReminders',
			'conferenceSummaries',
			'transcriptionSummaries',
		],
	],
])('has exactly the fields of the handbook in the block %s', (name, fields) => {
	expect([...new Set(blocks(name))].sort()).toEqual(fields);
});

const choices = (name: string) => [
	...new Set(
		everyProperty(properties)
			.filter(({ property }) => property.name === name)
			.flatMap(({ property }) => choicesOf(property).map(({ value }) => value)),
	),
];

it.each([
	['role', ['COMPANY_ADMIN', 'HOST', 'RESELLER_ADMIN']],
	['autoRecord', ['audio', 'none', 'video']],
	['autoStream', ['audio', 'none', 'video']],
	['muteMode', ['conversation', 'presentation', 'q&a']],
	['mute', ['camera', 'mic']],
	['view', ['bottom_speaker', 'gallery', 'left_side_speaker']],
	['embedKind', ['livestream', 'room']],
	[
		'disableConferenceEmails',
		[
			'conference_invitations',
			'conference_reminders',
			'conference_summaries',
			'transcription_summaries',
		],
	],
])('offers exactly the values of the handbook for %s', (name, values) => {
	expect(choices(name).sort()).toEqual(values);
});

it('has nothing of Iotum’s that the handbook does not have', () => {
	const text = JSON.stringify(properties);
	for (const foreign of [
		...['ownerType', 'includeDescription', 'partnerId', 'subscribeAllHosts', 'nativeStreaming'],
		...['waitingRoom', 'streamPreview', 'publicUsername', 'timeFormat', 'noLogin', 'imageUrl'],
		...['secureUrl', 'participantHosts', 'broadcastStreamUrl', 'rememberMe', 'moderatorToken'],
		...['searchCompanies', 'searchDriveFiles', 'By Subdomain'],
	]) {
		expect(text).not.toContain(foreign);
	}
	expect(Object.keys(node.methods.listSearch ?? {}).sort()).toEqual([
		'searchConferences',
		'searchContacts',
		'searchHosts',
		'searchPastConferences',
		'searchProducts',
	]);
});

it('signs in by password or by OAuth2', () => {
	const authentication = properties.find(({ name }) => name === 'authentication');
	expect(authentication && choicesOf(authentication).map(({ value }) => value)).toEqual([
		'password',
		'oAuth2',
	]);
	expect(credentials?.map(({ name, displayOptions }) => [name, displayOptions?.show])).toEqual([
		['vivoMeetingsApi', { authentication: ['password'] }],
		['vivoMeetingsOAuth2Api', { authentication: ['oAuth2'] }],
	]);
});
