import type { FastifyInstance } from 'fastify';
import { IANAZone } from 'luxon';
import { issueToken } from '../access/tokens';
import { Refusal } from '../errors';
import { addUser, FIXTURES } from '../fixtures';
import { now, type Platform } from '../platform';
import type { Settings } from '../settings';
import { nextNumber } from '../state';
import { userOf } from '../tickets/ticket';
import type { TokenRequest, UsersRequest } from './accessClient';
import { amount, boolean, id, object, text } from './schemas';

/** Tokens, users and settings without the API. */
export function accessControl(app: FastifyInstance, platform: Platform): void {
	app.post<{ Body: TokenRequest }>(
		'/tokens',
		{ schema: { body: object({ userId: id, expiresIn: { type: 'number' } }) } },
		async ({ body: { userId = FIXTURES.agentId, expiresIn } }) =>
			issueToken(platform, userOf(platform, userId), { expiresIn }),
	);
	app.get('/tokens', async () => [...platform.state.tokens.values()]);
	app.post('/tokens/expire', async (_request, reply) => {
		for (const token of platform.state.tokens.values()) token.expiresAt = now(platform);
		return reply.code(204).send();
	});
	app.delete('/tokens', async (_request, reply) => {
		platform.state.tokens.clear();
		return reply.code(204).send();
	});

	app.get('/settings', async () => platform.state.settings);
	app.put<{ Body: Partial<Settings> }>(
		'/settings',
		{
			schema: {
				body: object({
					ticketMediaCount: { enum: ['all', 'page'] },
					unversionedMedias: boolean,
					enterpriseOfUser: { enum: ['object', 'number'] },
					extraColumns: {
						type: 'object',
						additionalProperties: { type: ['string', 'number', 'null'] },
					},
					endedStatus: text,
					mediaWithoutToken: { enum: ['signInPage', 'unauthorized'] },
					ignoreUnknownParameters: boolean,
				}),
			},
		},
		async ({ body }) => Object.assign(platform.state.settings, body),
	);

	app.put<{ Body: { timeZone: string; enterpriseId?: number } }>(
		'/time-zone',
		{ schema: { body: object({ timeZone: text, enterpriseId: id }, ['timeZone']) } },
		async ({ body: { timeZone, enterpriseId = FIXTURES.enterpriseId } }, reply) => {
			const enterprise = platform.state.enterprises.get(enterpriseId);
			if (!enterprise) throw new Refusal(404, `There is no enterprise ${enterpriseId}.`);
			if (!IANAZone.isValidZone(timeZone)) throw new Refusal(400, `There is no zone ${timeZone}.`);
			enterprise.timeZone = timeZone;
			return reply.code(204).send();
		},
	);

	app.get('/users', async () => [...platform.state.users.values()]);
	app.post<{ Body: UsersRequest }>(
		'/users',
		{ schema: { body: object({ count: amount, enterpriseId: id, name: text }) } },
		async ({ body: { count = 1, enterpriseId = FIXTURES.enterpriseId, name = 'Extra Agent' } }) => {
			if (!platform.state.enterprises.has(enterpriseId)) {
				throw new Refusal(404, `There is no enterprise ${enterpriseId}.`);
			}
			return Array.from({ length: count }, () => addNamed(platform, enterpriseId, name));
		},
	);
}

/** User names are unique, so a name that is taken gets the user's number. */
function addNamed(platform: Platform, enterpriseId: number, name: string) {
	const userId = nextNumber(platform.state, 'user');
	const taken = [...platform.state.users.values()].some((user) => user.name === name);
	return addUser(platform, { id: userId, enterpriseId, name: taken ? `${name} ${userId}` : name });
}
