import { path } from '../../kit/path';
import { hostEmail } from './email';

export const resendInvitation = hostEmail(
	{
		name: 'Resend Invitation',
		action: 'Resend the invitation of a host',
		description: 'Have the welcome e-mail sent to a host again',
		docs: 'seed 002, "Hosts" (host/resend_invitation)',
	},
	path`/host/resend_invitation`,
);
