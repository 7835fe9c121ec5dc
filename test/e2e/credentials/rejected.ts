import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { Sandbox } from '../../../sandbox/server';
import type { AccountType } from './setup';

type Entries = ICredentialDataDecryptedObject;

/** Entries that the vendor does not accept, and what the user then reads. */
export const rejected: Array<
	[AccountType, string, (sandbox: Sandbox) => Promise<Entries>, string]
> = [
	['flexpertoApi', 'a wrong key', async () => ({ apiKey: 'wrong-key' }), 'Unauthorized'],
	[
		'flexpertoApi',
		'a key that has expired',
		async ({ control }) => ({
			apiKey: (await control.flexperto.createApiKey({ expiresInDays: -1 })).apiKey,
		}),
		'Unauthorized',
	],
	[
		'flexpertoApi',
		'the key of an expert',
		async ({ control }) => ({
			apiKey: (await control.flexperto.createApiKey({ role: 'EXPERT' })).apiKey,
		}),
		'Forbidden',
	],
	['iotumApi', 'a wrong token', async () => ({ apiToken: 'wrong-token' }), 'Unauthorized'],
	[
		'iotumApi',
		'a token that was revoked',
		async ({ control: { iotum } }) => {
			const created = await iotum.createApiToken(11);
			await iotum.revokeApiToken(created.apiToken);
			return created;
		},
		'Unauthorized',
	],
	[
		'iotumApi',
		'the token of a host',
		async ({ control, iotum }) => await control.iotum.createApiToken(iotum.fixtures.hostId),
		'Unauthorized',
	],
	[
		'vivoMeetingsApi',
		'a wrong password',
		async () => ({ password: 'wrong-password' }),
		'Unauthorized',
	],
	[
		'vivoMeetingsApi',
		'an unknown e-mail',
		async () => ({ email: 'no@body.example' }),
		'Unauthorized',
	],
	[
		'apizeeApi',
		'a wrong password',
		async () => ({ password: 'wrong-password' }),
		'Apizee rejected the username or password: check both',
	],
	[
		'apizeeApi',
		'an unknown user',
		async () => ({ username: 'nobody' }),
		'Apizee rejected the username or password: check both',
	],
	[
		'apizeeApi',
		'a wrong token',
		async () => ({ authentication: 'token', accessToken: 'wrong-token' }),
		'Unauthorized',
	],
	[
		'apizeeApi',
		'a token that has expired',
		async ({ control }) => ({
			authentication: 'token',
			accessToken: (await control.apizee.issueToken({ expiresIn: -1 })).token,
		}),
		'Unauthorized',
	],
];
