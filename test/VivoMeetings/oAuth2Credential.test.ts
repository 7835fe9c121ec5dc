import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { VivoMeetingsOAuth2Api } from '../../credentials/VivoMeetingsOAuth2Api.credentials';
import { useOAuth2 } from '../Iotum/oAuth2';

const { setup: vivoMeetings, connect } = useOAuth2('vivoMeetings');

/** Presses "Test" on the credential. */
const test = async (credential: ICredentialDataDecryptedObject) =>
	await vivoMeetings().engine.testCredential('vivoMeetingsOAuth2Api', credential);

it.each([
	['reseller admin', undefined],
	['company admin', 51],
])('its test passes for a %s', async (_who, hostId) => {
	const { credential } = await connect(hostId === undefined ? {} : { hostId });
	expect(await test(credential)).toMatchObject({ status: 'OK' });
});

it('its test changes nothing at the vendor', async () => {
	const { credential } = await connect();
	await test(credential);
	const requests = await vivoMeetings().control.requests();
	expect(requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
		expect.stringMatching(/^POST \/enterprise_api\/\w+\/fetch_\w+$/),
	]);
});

it('its test renews an access token that has expired', async () => {
	const { credential } = await connect({ expired: true });
	expect(await test(credential)).toMatchObject({ status: 'OK' });
});

it('its test fails when the authorization was revoked', async () => {
	const { credential } = await connect();
	await vivoMeetings().vendor.revokeTokens();
	expect(await test(credential)).toMatchObject({ status: 'Error' });
});

it.each([
	['no such endpoint', { kind: 'status', status: 404, body: { message: 'Not Found' } }],
	['a web page', { kind: 'html' }],
	['a server that fails', { kind: 'status', status: 500, body: {} }],
] as const)('its test fails where there is %s', async (_what, answer) => {
	const { control } = vivoMeetings();
	const { credential } = await connect();
	await control.fault({ vendor: 'vivoMeetings', times: 'always', ...answer });
	expect(await test(credential)).toMatchObject({ status: 'Error' });
});

// Section 12.3 to 12.6 of the handbook.
it('asks for an authorization code with both scopes, at the pages of the handbook', () => {
	const { extends: parents, properties } = new VivoMeetingsOAuth2Api();
	expect(parents).toEqual(['oAuth2Api']);
	const hidden = properties.filter(({ type }) => type === 'hidden');
	expect(Object.fromEntries(hidden.map(({ name, default: value }) => [name, value]))).toMatchObject(
		{
			grantType: 'authorizationCode',
			authUrl: expect.stringContaining('/oauth/authorize'),
			accessTokenUrl: expect.stringContaining('/oauth/token'),
			scope: 'read,write',
			authQueryParameters: '',
		},
	);
	const shown = properties.filter(({ type }) => type !== 'hidden');
	expect(shown.map(({ name, required = false }) => [name, required])).toEqual([
		['baseUrl', true],
		['oauthBaseUrl', false],
	]);
});
