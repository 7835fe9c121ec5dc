import { path } from '../../kit/path';
import { hostEmail } from './email';

export const resetPassword = hostEmail(
	{
		name: 'Reset Password',
		action: 'Reset the password of a host',
		description: 'Have an e-mail sent to a host with which to choose a new password',
		docs: 'seed 002, "Hosts" (host/reset_password)',
	},
	path`/host/reset_password`,
);
