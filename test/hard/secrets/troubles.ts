import type { FaultAnswer } from '../../../sandbox/faults';

/** Links of a vendor that let whoever has them upload, join, sign, or sign in. */
export const LINKS = [
	'https://uploads.flexperto.com/api/v1/files/upload?token=eyJ1cGxvYWQ.canary-of-an-upload.c2ln',
	'https://acme.live.flexperto.com/signature/index?sessionid=canary-of-a-signing-link&lang=de',
	'https://acme.live.flexperto.com/join/eyJ6aXAiOiJERUYifQ.canary-of-a-moderator.c2lnbmF0dXJl',
	'https://acme.callbridge.com/auth?host_id=52&login_token_public_key=canary-of-a-sign-in-link',
	'https://cloud.apizee.com?access_token=canary-of-an-sso-link',
	'https://storage.example.com/a.zip?X-Amz-Signature=canary-of-a-file-link',
];

/** What is secret in them. */
export const CANARIES = LINKS.flatMap((link) => link.match(/canary-of-a[\w-]*/g) ?? []);

/** How a vendor may give a secret away, or lead it astray, one trouble at a time. */
export function troubles(elsewhere: string): Array<(after: number) => FaultAnswer> {
	return [
		() => ({ kind: 'echo', status: 500 }),
		() => ({ kind: 'echo', status: 401 }),
		// A message repeats only the beginning of what the vendor says, so one link at a time.
		(after) => ({ kind: 'status', status: 422, body: { message: LINKS[after % LINKS.length] } }),
		() => ({ kind: 'redirect', status: 307, location: `${elsewhere}/there` }),
		() => ({ kind: 'relink', origin: elsewhere }),
	];
}
