import type { INodeProperties } from 'n8n-workflow';

import { VivoMeetings } from '../../nodes/VivoMeetings/VivoMeetings.node';
import { choicesOf, everyProperty } from '../contract/properties';
import { CONTACT, LOCAL, scope } from './scope';

const node = new VivoMeetings();
const { properties, credentials } = node.description;

const COLLECTIONS = ['additionalFields', 'updateFields', 'filters', 'options'] as const;
const REQUEST_OPTIONS = ['batching', 'maxRetries', 'maxWait', 'timeout'];
const LISTS = /\.(getAll|getConferences|getCallRecords)$/;

/** The properties the editor shows for an operation, apart from the chooser itself and remarks. */
function shownFor(name: string): INodeProperties[] {
	const [resource = '', operation = ''] = name.split('.');
	return properties.filter(({ type, displayOptions }) => {
		const { resource: resources = [], operation: operations = [] } = displayOptions?.show ?? {};
		return type !== 'notice' && resources.includes(resource) && operations.includes(operation);
	});
}

const namesOf = (some: Array<{ name: string }> = []) => some.map(({ name }) => name).sort();

const offered = properties
	.filter(({ name }) => name === 'operation')
	.flatMap((property) => {
		const [resource] = property.displayOptions?.show?.resource ?? [];
		return choicesOf(property).map(({ value }) => `${String(resource)}.${String(value)}`);
	});

it('has exactly the 41 operations of the handbook', () => {
	expect([...offered].sort()).toEqual(Object.keys(scope).sort());
	expect(offered).toHaveLength(41);
});

describe.each(Object.entries(scope))('%s', (name, inputs) => {
	const shown = shownFor(name);
	const { required = [], listOnly = [], simplified } = inputs;
	const isCollection = ({ type }: INodeProperties) => type === 'collection';

	it('has exactly these inputs at the top level', () => {
		const results = [
			...(LISTS.test(name) ? ['limit', 'returnAll'] : []),
			...(simplified ? ['simplify'] : []),
		];
		expect(namesOf(shown.filter((property) => !isCollection(property)))).toEqual(
			[...required, ...listOnly, ...results].sort(),
		);
	});

	it('demands what must be filled in, and nothing else', () => {
		const marked = shown.filter(({ required: isMarked }) => isMarked);
		const alwaysSet = shown.filter(({ type }) => ['options', 'number'].includes(type));
		const demanded = [...new Set([...namesOf(marked), ...namesOf(alwaysSet)])];
		expect(demanded.filter((input) => input !== 'limit').sort()).toEqual([...required].sort());
	});

	it.each(COLLECTIONS)('has exactly these inputs in %s', (collection) => {
		const requests = LOCAL.includes(name) ? [] : REQUEST_OPTIONS;
		const wanted =
			collection === 'options' ? [...(inputs.options ?? []), ...requests] : inputs[collection];
		const [present, ...others] = shown.filter((property) => property.name === collection);
		expect(others).toEqual([]);
		expect(present && namesOf(everyInput(present))).toEqual(wanted && [...wanted].sort());
	});
});

const everyInput = ({ options = [] }: INodeProperties) =>
	options.filter((option): option is INodeProperties => 'type' in option);

const blocks = (name: string) =>
	everyProperty(properties)
		.filter(({ path }) => path.includes(`${name}.values.`))
		.map(({ property }) => property.name);

it.each([
	['contacts', CONTACT],
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
	expect([...new Set(blocks(name))].sort()).toEqual([...fields].sort());
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
