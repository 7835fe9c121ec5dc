import { isEmail } from './parameters';
import { now, type Platform } from './platform';
import { nextNumber } from './state';
import type { Invitation } from './types';
import { announce } from './webhooks/events';

/**
 * Records the invitations the vendor would have sent; those by SMS are told to the webhooks (own
 * choice: their props name what they invite to).
 */
export async function invite(
	platform: Platform,
	object: Invitation['object'],
	objectId: number,
	receivers: string[],
): Promise<void> {
	const sentAt = new Date(now(platform)).toISOString();
	for (const to of receivers) {
		const channel = isEmail(to) ? 'email' : 'sms';
		platform.state.invitations.push({ object, objectId, channel, to, sentAt });
		if (channel === 'email') continue;
		const props = { status: 'sent', object, objectId };
		const number = nextNumber(platform.state, 'sms');
		await announce(platform, { event: 'create', object: 'smsmessage', objectId: number, props });
	}
}
