import fastify from 'fastify';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { oneForAll } from '../../setup';
import { startAllVendors } from '../allVendors';
import { client } from '../setup';

export type AccountType =
	| 'flexpertoApi'
	| 'iotumApi'
	| 'iotumOAuth2Api'
	| 'vivoMeetingsApi'
	| 'vivoMeetingsOAuth2Api'
	| 'apizeeApi';

async function startAccounts() {
	const pages = fastify();
	pages.addContentTypeParser('*', async () => undefined);
	pages.all('*', async (_request, reply) => {
		return await reply.type('text/html').send('<!doctype html><title>Welcome</title>');
	});
	const foreign = await pages.listen({ host: '127.0.0.1', port: 0 });
	const vendors = await startAllVendors();
	const { control } = vendors.sandbox;
	return {
		...vendors,
		/** The address of somebody else's pages. */
		foreign,
		/** Makes a credential with the given changes and presses "Test". */
		async press(type: AccountType, changes: ICredentialDataDecryptedObject = {}) {
			const data = { ...vendors.credentials[type], ...(await connection(type)), ...changes };
			return await client.testCredential(await client.createCredential(type, type, data), data);
		},
		/** Makes a credential and presses "Test" before and after something happens. */
		async pressTwice(type: AccountType, happens: () => Promise<void>) {
			const data = vendors.credentials[type];
			const stored = await client.createCredential(type, type, data);
			const before = await client.testCredential(stored, data);
			await happens();
			return [before, await client.testCredential(stored, data)];
		},
		async close() {
			await vendors.close();
			await pages.close();
		},
	};

	/** What n8n keeps of an account that was connected, and whose access token has expired. */
	async function connection(type: AccountType): Promise<ICredentialDataDecryptedObject> {
		if (type !== 'iotumOAuth2Api' && type !== 'vivoMeetingsOAuth2Api') return {};
		const vendor = type === 'iotumOAuth2Api' ? control.iotum : control.vivoMeetings;
		const { accessToken, refreshToken } = await vendor.issueTokens({ expired: true });
		const oauthTokenData = {
			access_token: accessToken,
			refresh_token: refreshToken,
			token_type: 'Bearer',
		};
		return { oauthTokenData };
	}
}

export const useAccounts = () => oneForAll(startAccounts);
