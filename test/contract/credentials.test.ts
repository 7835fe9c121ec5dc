import type { ICredentialType } from 'n8n-workflow';
import { credentials, descriptionOf, nodes } from './nodes';
import { choicesOf } from './properties';

/** The entries of each credential that the user sees, and whether they are hidden while typed. */
const ENTRIES: Record<string, Record<string, boolean>> = {
	apizeeApi: {
		baseUrl: false,
		authentication: false,
		username: false,
		password: true,
		accessToken: true,
		requestsPerMinute: false,
		webhookHeaderName: false,
		webhookSecret: true,
	},
	flexpertoApi: { environment: false, tenant: false, baseUrl: false, apiKey: true },
	iotumApi: { baseUrl: false, apiToken: true, signingToken: true },
	iotumOAuth2Api: { baseUrl: false, oauthBaseUrl: false },
	vivoMeetingsApi: { baseUrl: false, email: false, password: true, webhookSecret: true },
	vivoMeetingsOAuth2Api: { baseUrl: false, oauthBaseUrl: false },
};

const byName = (name: string): ICredentialType => {
	const found = credentials.find(({ credential }) => credential.name === name);
	if (!found) throw new Error(`There is no credential ${name}`);
	return found.credential;
};

it('has exactly the credentials of the scope', () => {
	const names = credentials.map(({ credential }) => credential.name);
	expect(names.sort()).toEqual(Object.keys(ENTRIES).sort());
});

describe.each(Object.entries(ENTRIES))('%s', (name, entries) => {
	const { properties, test, documentationUrl } = byName(name);

	it('asks for what it needs, secrets hidden', () => {
		const shown = properties
			.filter(({ type }) => type !== 'hidden')
			.map(({ name: entry, typeOptions }) => [entry, typeOptions?.password ?? false]);
		expect(Object.fromEntries(shown)).toEqual(entries);
	});

	it('can be tested, and has a documentation', () => {
		expect(test?.request.url).toMatch(/^\//);
		expect(test?.rules).not.toEqual([]);
		expect(documentationUrl).toMatch(/^https:/);
	});
});

it('knows the environments of Flexperto', () => {
	const [environment] = byName('flexpertoApi').properties;
	const values = environment && choicesOf(environment).map(({ value }) => value);
	expect(values).toEqual(['live', 'test', 'custom']);
});

describe('a user of Apizee', () => {
	const { properties } = byName('apizeeApi');
	const entry = (name: string) => properties.find((property) => property.name === name);

	it('signs in by user name and password, or by a token', () => {
		const authentication = entry('authentication');
		const ways = authentication && choicesOf(authentication).map(({ value }) => value);
		expect([ways?.sort(), authentication?.default]).toEqual([['password', 'token'], 'password']);
		const shown = properties
			.filter(({ displayOptions }) => displayOptions)
			.map(({ name, displayOptions }) => [name, displayOptions?.show?.authentication]);
		expect(Object.fromEntries(shown)).toEqual({
			username: ['password'],
			password: ['password'],
			accessToken: ['token'],
		});
	});

	it('has the address and the quota that the vendor gives everybody', () => {
		expect(entry('baseUrl')?.default).toBe('https://cloud.apizee.com/api');
		expect(entry('requestsPerMinute')?.default).toBe(10);
	});
});

it.each(['iotumOAuth2Api', 'vivoMeetingsOAuth2Api'])(
	'%s is an OAuth2 credential of n8n',
	(name) => {
		const { extends: parents, properties } = byName(name);
		expect(parents).toEqual(['oAuth2Api']);
		const hidden = properties.filter(({ type }) => type === 'hidden');
		expect(Object.fromEntries(hidden.map((entry) => [entry.name, entry.default]))).toMatchObject({
			grantType: 'authorizationCode',
			scope: 'read,write',
			authUrl: expect.stringMatching(/oauthBaseUrl \|\| \$self\.baseUrl.*\/oauth\/authorize/),
			accessTokenUrl: expect.stringMatching(/oauthBaseUrl \|\| \$self\.baseUrl.*\/oauth\/token/),
		});
	},
);

/** The credentials a node accepts, by the value of Authentication where it has that. */
const WAYS: Record<string, Record<string, string>> = {
	apizee: { always: 'apizeeApi' },
	apizeeTrigger: { always: 'apizeeApi' },
	apizeePollingTrigger: { always: 'apizeeApi' },
	flexperto: { always: 'flexpertoApi' },
	flexpertoTrigger: { always: 'flexpertoApi' },
	flexpertoPollingTrigger: { always: 'flexpertoApi' },
	iotum: { apiToken: 'iotumApi', oAuth2: 'iotumOAuth2Api' },
	iotumTrigger: { always: 'iotumApi' },
	iotumPollingTrigger: { apiToken: 'iotumApi', oAuth2: 'iotumOAuth2Api' },
	vivoMeetings: { password: 'vivoMeetingsApi', oAuth2: 'vivoMeetingsOAuth2Api' },
	vivoMeetingsTrigger: { always: 'vivoMeetingsApi' },
	vivoMeetingsPollingTrigger: { password: 'vivoMeetingsApi', oAuth2: 'vivoMeetingsOAuth2Api' },
};

it('knows how each node signs in', () => {
	const names = nodes.map(({ node }) => node.description.name);
	expect(names.sort()).toEqual(Object.keys(WAYS).sort());
});

it.each(Object.entries(WAYS))('%s takes the credentials of its ways to sign in', (name, ways) => {
	const { credentials: accepted = [], properties } = descriptionOf(name);
	const offered = accepted.map((credential) => {
		const [way = 'always'] = credential.displayOptions?.show?.authentication ?? [];
		return [String(way), credential.name];
	});
	expect(Object.fromEntries(offered)).toEqual(ways);
	expect(accepted.every(({ required }) => required)).toBe(true);
	const chooser = properties.find((property) => property.name === 'authentication');
	const [first] = Object.keys(ways);
	if (first === 'always') return expect(chooser).toBeUndefined();
	expect(chooser).toMatchObject({ type: 'options', default: first });
	expect(
		chooser &&
			choicesOf(chooser)
				.map(({ value }) => value)
				.sort(),
	).toEqual(Object.keys(ways).sort());
});
