import type { FastifyInstance } from 'fastify';
import { countedNow, useQuota } from '../access/quota';
import { FIXTURES } from '../fixtures';
import type { Platform } from '../platform';
import type { QuotaSettings } from '../settings';
import { userOf } from '../tickets/ticket';
import type { QuotaReport } from './accessClient';
import { amount, boolean, id, object } from './schemas';

/** How many requests were counted, and how many may come. */
export function quotaControl(app: FastifyInstance, platform: Platform): void {
	app.get('/quota', async () => report(platform));
	app.put<{ Body: Partial<QuotaSettings> }>(
		'/quota',
		{
			schema: {
				body: object({
					enabled: boolean,
					limit: amount,
					seconds: id,
					window: { enum: ['fixed', 'sliding'] },
					resetHeader: { enum: ['seconds', 'timestamp'] },
				}),
			},
		},
		async ({ body }) => Object.assign(platform.state.quota, body),
	);
	app.post<{ Body: { requests: number; userId?: number } }>(
		'/quota/use',
		{ schema: { body: object({ requests: amount, userId: id }, ['requests']) } },
		async ({ body: { requests, userId = FIXTURES.agentId } }) => {
			useQuota(platform, userOf(platform, userId).username, requests);
			return report(platform);
		},
	);
	app.delete('/quota', async (_request, reply) => {
		platform.state.quotaUse.clear();
		return reply.code(204).send();
	});
}

function report(platform: Platform): QuotaReport {
	const { quota, quotaUse } = platform.state;
	const users = [...quotaUse].map(([username, use]) => ({
		username,
		requests: use.requests,
		refused: use.refused,
		used: countedNow(platform, use),
	}));
	return { settings: quota, users };
}
