import type { FastifyInstance } from 'fastify';
import { deliveryRoutes } from '../../delivery';
import { id, list, object, text } from '../brands/fields';
import { CONFERENCING_FIXTURES } from '../conferencingFixtures';
import { Refusal } from '../errors';
import type { Platform } from '../platform';
import { announce, sendEvent } from '../webhooks/events';
import type { Webhook } from '../webhooks/types';
import type { EventRequest } from './webhooksClient';

/** Webhooks and what was sent to them. */
export function webhookControl(app: FastifyInstance, platform: Platform): void {
	const event = { enum: platform.brand.webhookEvents };
	app.put<{ Body: { webhooks: Webhook[] } }>(
		'/webhooks',
		{
			schema: {
				body: object({ webhooks: list(object({ url: text, events: list(event) }, ['url'])) }, [
					'webhooks',
				]),
			},
		},
		async ({ body }) => (platform.state.webhooks = body.webhooks),
	);
	app.get('/webhooks', async () => platform.state.webhooks);

	app.post<{ Body: EventRequest }>(
		'/events',
		{
			schema: {
				body: object(
					{
						event: text,
						conferenceId: id,
						details: { type: 'object', additionalProperties: { type: ['string', 'number'] } },
						url: text,
					},
					['event'],
				),
			},
		},
		async ({ body: { event, conferenceId, details, url } }) => {
			const { pastConferenceId } = CONFERENCING_FIXTURES;
			const conference = platform.state.conferences.get(conferenceId ?? pastConferenceId);
			if (!conference) throw new Refusal(404, `No conference ${conferenceId}.`);
			return url === undefined
				? announce(platform, event, conference, details)
				: [await sendEvent(platform, url, event, conference, details)];
		},
	);

	deliveryRoutes(app, platform);
}
