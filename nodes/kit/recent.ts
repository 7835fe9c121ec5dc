import type { IWebhookFunctions } from 'n8n-workflow';

import { fingerprint } from './fingerprint';

/** How long a delivery is remembered, in milliseconds, and how many at most. */
const WINDOW = 10 * 60_000;
const MOST = 10_000;

const times = new Map<string, number>();

/**
 * Whether the same key was given within the last minutes in this process, and remembers it. n8n
 * forgets what a webhook writes to its static data, so this is all a webhook can know by itself.
 */
export function isRepeat(key: string, now = Date.now()): boolean {
	for (const [known, time] of times) {
		if (now - time < WINDOW && times.size <= MOST) break;
		times.delete(known);
	}
	if (times.has(key)) return true;
	times.set(key, now);
	return false;
}

/** Whether this trigger was told the same within the last minutes; a test in the editor never was. */
export function isRepeated(context: IWebhookFunctions, told: unknown): boolean {
	if (context.getMode() === 'manual') return false;
	return isRepeat(fingerprint(context.getWorkflow().id, context.getNode().id, told));
}
