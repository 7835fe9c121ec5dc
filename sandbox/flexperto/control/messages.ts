import type { FastifyInstance } from 'fastify';
import { deliveryRoutes } from '../../delivery';
import type { Platform } from '../platform';
import { object } from '../schemas';

/** Mails, webhooks and what was sent to them. */
export function messageControl(app: FastifyInstance, platform: Platform): void {
	for (const kind of ['mails', 'webhooks'] as const) {
		app.get(`/${kind}`, async () => platform.state[kind]);
		app.delete(`/${kind}`, async (_request, reply) => {
			platform.state[kind].length = 0;
			return reply.code(204).send();
		});
	}

	app.put<{ Body: { older: boolean } }>(
		'/webhook-path',
		{ schema: { body: object({ older: { type: 'boolean' } }, ['older']) } },
		async ({ body }, reply) => {
			platform.state.olderWebhookPath = body.older;
			return reply.code(204).send();
		},
	);

	deliveryRoutes(app, platform);
}
