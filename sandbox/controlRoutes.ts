import type { FastifyInstance } from 'fastify';
import type { DurationLikeObject } from 'luxon';
import type { Clock } from './clock';
import { faultSchema, type Fault, type Faults } from './faults';
import type { RequestFilter, RequestLog } from './requestLog';

export interface ControlOptions {
	clock: Clock;
	log: RequestLog;
	faults: Faults;
	/** Forgets everything of every vendor. */
	reset: () => void;
}

const units = ['weeks', 'days', 'hours', 'minutes', 'seconds', 'milliseconds'];

/** The part of the control API that every vendor shares. No authentication, loopback only. */
export function controlRoutes(app: FastifyInstance, options: ControlOptions): void {
	const { clock, log, faults, reset } = options;

	app.post('/reset', async (_request, reply) => {
		reset();
		return reply.code(204).send();
	});

	app.get('/clock', async () => clock.state());
	app.put<{ Body: { now: string; frozen?: boolean } }>(
		'/clock',
		{
			schema: {
				body: {
					type: 'object',
					required: ['now'],
					additionalProperties: false,
					properties: {
						now: { type: 'string', format: 'date-time' },
						frozen: { type: 'boolean' },
					},
				},
			},
		},
		async ({ body }) => {
			clock.set(new Date(body.now), body.frozen);
			return clock.state();
		},
	);
	app.post<{ Body: DurationLikeObject }>(
		'/clock/advance',
		{
			schema: {
				body: {
					type: 'object',
					minProperties: 1,
					additionalProperties: false,
					properties: Object.fromEntries(units.map((unit) => [unit, { type: 'number' }])),
				},
			},
		},
		async ({ body }) => {
			clock.advance(body);
			return clock.state();
		},
	);

	app.get('/faults', async () => faults.list());
	app.post<{ Body: Fault }>('/faults', { schema: { body: faultSchema } }, async ({ body }) =>
		faults.add(body),
	);
	app.delete('/faults', async (_request, reply) => {
		faults.clear();
		return reply.code(204).send();
	});

	app.get<{ Querystring: RequestFilter }>(
		'/requests',
		{
			schema: {
				querystring: {
					type: 'object',
					additionalProperties: false,
					properties: {
						vendor: { type: 'string' },
						host: { type: 'string' },
						method: { type: 'string' },
						path: { type: 'string' },
					},
				},
			},
		},
		async ({ query }) => log.list(query),
	);
	app.delete('/requests', async (_request, reply) => {
		log.clear();
		return reply.code(204).send();
	});
}
