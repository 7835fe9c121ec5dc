import type { Sandbox } from '../../../sandbox/server';
import { client, see } from '../setup';
import type { CredentialDialog } from './credentialDialog';
import { shows } from './stage';

interface Account {
	/** The type, and its name in the dialog. */
	type: string;
	name: string;
	/** What is chosen before the fields are filled in. */
	prepare?: (dialog: CredentialDialog) => Promise<void>;
	right(sandbox: Sandbox): Record<string, string>;
	wrong: Record<string, string>;
	/** What the dialog says of the wrong values. */
	said: RegExp;
}

const accounts: Account[] = [
	{
		type: 'flexpertoApi',
		name: 'Flexperto API',
		prepare: async (dialog) => await dialog.choose('environment', 'Custom Address'),
		right: ({ flexperto: { tenant, baseUrl, apiKey } }) => ({ tenant, baseUrl, apiKey }),
		wrong: { apiKey: 'no-such-key' },
		said: /Authorization failed|Unauthorized|401|403/,
	},
	{
		type: 'iotumApi',
		name: 'Iotum API',
		right: ({ iotum }) => ({
			baseUrl: iotum.baseUrl,
			apiToken: iotum.resellerAdmin.apiToken,
		}),
		wrong: { apiToken: 'no-such-token' },
		said: /Authorization failed|Unauthorized|401|403/,
	},
	{
		type: 'vivoMeetingsApi',
		name: 'VivoMeetings API',
		right: ({ vivoMeetings: { baseUrl, companyAdmin } }) => ({
			baseUrl,
			email: companyAdmin.email,
			password: companyAdmin.password,
		}),
		wrong: { password: 'no-such-password' },
		said: /Authorization failed|Unauthorized|401|403/,
	},
	{
		type: 'apizeeApi',
		name: 'Apizee API',
		right: ({ apizee: { baseUrl, agent } }) => ({
			baseUrl,
			username: agent.username,
			password: agent.password,
		}),
		wrong: { password: 'no-such-password' },
		said: /Apizee/,
	},
];

/** Each credential is made in the dialog, fails with wrong values and is then mended. */
export function connectAccounts(): void {
	for (const { type, name, prepare, right, wrong, said } of accounts) {
		shows(`${name}: the test fails, then succeeds`, async ({ editor, sandbox }) => {
			const dialog = await editor.newCredential(name);
			await prepare?.(dialog);
			await dialog.fill({ ...right(sandbox), ...wrong });
			expect(await dialog.save()).toMatch(said);
			await dialog.fill(right(sandbox));
			expect(await dialog.save()).toBe('Connection tested successfully');
			await dialog.close();
			see('test', type);
		});
	}

	for (const brand of ['iotum', 'vivoMeetings'] as const) {
		const name = brand === 'iotum' ? 'Iotum OAuth2 API' : 'VivoMeetings OAuth2 API';
		shows(`${name}: an account is connected`, async ({ editor, sandbox }) => {
			const { clientId, clientSecret } = sandbox[brand].oauth;
			const callback = `${client.url}/rest/oauth2-credential/callback`;
			await sandbox.control[brand].setOauthCallbacks([callback]);
			const dialog = await editor.newCredential(name);
			await dialog.fill({ clientId, clientSecret, baseUrl: sandbox[brand].baseUrl });
			await dialog.connect(async (popup) => {
				await popup.locator('button[value=authorize]').first().click();
			});
			await dialog.close();
			see('test', `${brand}OAuth2Api`);
		});
	}
}
