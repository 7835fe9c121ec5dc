import { UserError } from 'n8n-workflow';

import { flag } from '../../kit/choice';
import { options } from '../../kit/collection';
import { notice, text } from '../../kit/field';
import { iframe } from '../../kit/html';
import { task } from '../../kit/task';
import { host } from '../fields';
import { ALLOW_SIGN_IN, postForm } from '../html';
import { checkDestination } from '../links';
import { get } from './get';

export const getSignInLink = task({
	name: 'Get Sign-In Link',
	action: 'Get the sign in link of a host',
	description:
		'Get a link, a form and an iframe that sign in as the host. Nothing is sent when the key is given.',
	docs: 'VENDOR-FACTS.md, "Sign-in"; seed 004, 10.0',
	fields: {
		secretNotice: notice(
			'Whoever has this link is signed in as the host, without a password. Show it to nobody else, and keep executions that contain it no longer than you need.',
		),
		...host,
		redirectUrl: text('Redirect URL', {
			required: true,
			default: '/conf/calls/upcoming',
			description: 'Where the host lands after signing in',
			check: checkDestination,
		}),
		options: options({
			afterCallUrl: text('After Call URL', {
				description:
					'Where the host goes after a call; a full address when it is off the vendor’s site',
				placeholder: 'e.g. https://example.com/thanks',
				check: checkDestination,
			}),
			loginTokenPublicKey: text('Login Token Public Key', {
				password: true,
				description:
					'The host’s key, as creating or getting the host gives it; left empty, it is asked for',
			}),
			rememberMe: flag('Remember Me', true, 'Whether the host stays signed in'),
		}),
	},
	async run({ hostId, redirectUrl, options }, tools) {
		const { afterCallUrl, rememberMe } = options;
		const key =
			options.loginTokenPublicKey ?? (await tools.call(get, { hostId })).login_token_public_key;
		if (typeof key !== 'string' || key === '') {
			throw new UserError(`The vendor gives no sign-in key for host ${hostId}`, {
				description: 'Ask the vendor whether signing in on behalf of hosts is enabled for you.',
			});
		}
		const entries = {
			host_id: String(hostId),
			login_token_public_key: key,
			redirect_url: redirectUrl,
			...(afterCallUrl !== undefined && { after_call_url: afterCallUrl }),
			...(rememberMe !== undefined && { remember_me: String(rememberMe) }),
		};
		const action = `${tools.origin}/auth`;
		const link = `${action}?${new URLSearchParams(entries).toString()}`;
		const form = postForm(action, entries, 'Sign in');
		return [{ json: { hostId, link, form, iframe: iframe(link, ALLOW_SIGN_IN) } }];
	},
});
