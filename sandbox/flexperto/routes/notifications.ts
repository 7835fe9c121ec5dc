import type { FastifyInstance } from 'fastify';
import { requireAccess } from '../access';
import { Refusal } from '../errors';
import type { Platform } from '../platform';
import { noParameters, object, text } from '../schemas';
import { nextNumber } from '../state';
import type { Webhook } from '../types';

const PATH = '/api/v2/communication/notifications/notifications/webhook';

/** Of an older revision of the guide; answers only when the control API has chosen it. */
const OLDER_PATH = '/api/v2/communication/subscriptions/subscriptions/webhook';

/** Seed 000, Archiving, A2. Own choices: the answer's shape, and that one topic exists. */
export function notificationRoutes(app: FastifyInstance, platform: Platform): void {
	for (const path of [PATH, OLDER_PATH]) {
		app.post<{ Body: Omit<Webhook, 'id'> }>(
			path,
			{
				preValidation: [
					async () => {
						if (platform.state.olderWebhookPath !== (path === OLDER_PATH)) {
							throw new Refusal(404, `No endpoint POST ${path}`);
						}
					},
					requireAccess(platform, 'administrator'),
				],
				schema: {
					querystring: noParameters,
					body: object({ topic: text, audience: text, url: text }, ['topic', 'audience', 'url']),
				},
			},
			async ({ body }, reply) => reply.code(201).send(register(platform, body)),
		);
	}
}

function register({ state }: Platform, registration: Omit<Webhook, 'id'>): Webhook {
	const { topic, url } = registration;
	if (topic !== 'archive.available') throw new Refusal(422, `topic: there is no topic ${topic}.`);
	if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
		throw new Refusal(422, 'url must be an http or https address.');
	}
	const webhook: Webhook = { id: nextNumber(state, 'webhook'), ...registration };
	state.webhooks.push(webhook);
	return webhook;
}
