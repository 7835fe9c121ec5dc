import type { FastifyInstance } from 'fastify';
import { deliveryRoutes } from '../../delivery';
import { FIXTURES } from '../fixtures';
import { now, type Platform } from '../platform';
import { announce, send } from '../webhooks/events';
import type { Webhook } from '../webhooks/types';
import { object, text } from './schemas';
import type { EventRequest } from './webhooksClient';

const objects = { enum: ['ticket', 'media', 'conversation', 'smsmessage'] };

/** Webhooks and what was sent to them. */
export function webhookControl(app: FastifyInstance, platform: Platform): void {
	const headers = { type: 'object', additionalProperties: { type: 'string' } };
	const webhook = object({ url: text, headers, objects: { type: 'array', items: objects } }, [
		'url',
	]);
	app.put<{ Body: { webhooks: Webhook[] } }>(
		'/webhooks',
		{ schema: { body: object({ webhooks: { type: 'array', items: webhook } }, ['webhooks']) } },
		async ({ body }) => (platform.state.webhooks = body.webhooks),
	);
	app.get('/webhooks', async () => platform.state.webhooks);

	app.post<{ Body: EventRequest }>(
		'/events',
		{
			schema: {
				body: object(
					{
						object: objects,
						event: { enum: ['create', 'update', 'delete'] },
						objectId: { type: ['integer', 'string'] },
						props: { type: 'object' },
						url: text,
					},
					['object'],
				),
			},
		},
		async ({ body: { url, ...request } }) => {
			const happening = {
				event: request.event ?? 'update',
				object: request.object,
				objectId: request.objectId ?? FIXTURES.doneTicketId,
				props: request.props ?? {},
			};
			if (url === undefined) return announce(platform, happening);
			const { event, ...rest } = happening;
			const time = Math.floor(now(platform) / 1000);
			return [await send(platform, { url, body: { event, time, ...rest } })];
		},
	);

	deliveryRoutes(app, platform, (message) => send(platform, message));
}
