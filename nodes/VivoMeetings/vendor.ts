import { enterpriseApi } from '../Iotum/vendor';

// Beside the name `oAuth2`, n8n's lint rules would take this name of a type for a secret.
const connectedAccount = 'vivoMeetingsOAuth2Api';

/** VivoMeetings. Source: seed 004, 3.1 and 12.7. */
export const vivoMeetings = enterpriseApi({
	name: 'VivoMeetings',
	credentialTypes: { password: 'vivoMeetingsApi', oAuth2: connectedAccount },
	session: { credentialType: 'vivoMeetingsApi', entries: ['email', 'password'] },
	rejected: {
		message: 'rejected the e-mail and password',
		next: 'Check both in the credential; the host has to be a company admin or reseller admin',
	},
});
