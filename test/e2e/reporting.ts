import type { IDataObject } from 'n8n-workflow';
import type { SandboxControl } from '../../sandbox/control';
import type { Delivery } from '../../sandbox/delivery';
import { SECRET } from '../../scripts/accounts';
import type { Trigger } from './simulatedVendors';

/** How a vendor reports to a webhook trigger. */
export interface Reporting extends Trigger {
	/** Sets the webhook up by hand, where the trigger does not register itself. */
	setUp?(control: SandboxControl, url: string): Promise<unknown>;
	/** Something happens that the vendor reports; gives what tells it from everything else. */
	report(control: SandboxControl): Promise<unknown>;
	/** The same of what the trigger handed over. */
	keyOf(json: IDataObject): unknown;
	/** Every attempt to report so far. */
	deliveries(control: SandboxControl): Promise<Delivery[]>;
}

let number = 0;

/** The vendor whose trigger registers itself. */
export const flexperto: Reporting = {
	name: 'flexpertoTrigger',
	credential: 'flexpertoApi',
	report: async (control) => (await control.flexperto.finishConference({ available: true })).id,
	keyOf: ({ id }) => id,
	deliveries: async (control) => await control.flexperto.deliveries(),
};

const conferencing = (
	name: string,
	credential: 'iotumApi' | 'vivoMeetingsApi',
	brand: 'iotum' | 'vivoMeetings',
	urlOf: (url: string) => string,
): Reporting => ({
	name,
	credential,
	setUp: async (control, url) => await control[brand].setWebhooks([{ url: urlOf(url) }]),
	async report(control) {
		const recordingId = ++number;
		const details = { recording_id: recordingId };
		await control[brand].sendEvent({ event: 'recording_ready', details });
		return recordingId;
	},
	keyOf: ({ payload }) => Object(payload).recording_id,
	deliveries: async (control) => await control[brand].deliveries(),
});

/** The vendors whose webhooks are set up by hand, and what a credential without the secret misses. */
export const byHand: Array<Reporting & { secret: string; refusal: string }> = [
	{
		...conferencing('iotumTrigger', 'iotumApi', 'iotum', (url) => url),
		secret: 'signingToken',
		refusal: '"Signing Token" is empty, so that forged deliveries could not be told',
	},
	{
		...conferencing(
			'vivoMeetingsTrigger',
			'vivoMeetingsApi',
			'vivoMeetings',
			(url) => `${url}?secret=${SECRET}`,
		),
		secret: 'webhookSecret',
		refusal: '"Webhook Secret" is empty, so that forged deliveries could not be told',
	},
	{
		name: 'apizeeTrigger',
		credential: 'apizeeApi',
		secret: 'webhookSecret',
		refusal: '"Webhook Secret" is empty, so that forged deliveries could not be told',
		setUp: async (control, url) =>
			await control.apizee.setWebhooks([{ url, headers: { 'X-Webhook-Secret': SECRET } }]),
		async report(control) {
			const serial = ++number;
			await control.apizee.sendEvent({ object: 'ticket', props: { serial } });
			return serial;
		},
		keyOf: ({ props }) => Object(props).serial,
		deliveries: async (control) => await control.apizee.deliveries(),
	},
];
