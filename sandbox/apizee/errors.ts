import type { FastifyInstance } from 'fastify';
import { fieldError, type Issue } from '../fieldErrors';

/** An answer that refuses a request. */
export class Refusal extends Error {
	constructor(
		readonly status: number,
		message: string,
	) {
		super(message);
	}
}

/**
 * Answers every failure with `{ "error": "..." }` (the vendor's public reference). Own choice: 400 is
 * anything wrong with a parameter, 422 a change of state that is not possible.
 */
export function answerFailures(app: FastifyInstance): void {
	app.setErrorHandler<Refusal | (Error & { statusCode?: number; validation?: Issue[] })>(
		async (error, _request, reply) => {
			if (error instanceof Refusal) {
				return reply.code(error.status).send({ error: error.message });
			}
			if (error.validation) {
				const found = error.validation.map(fieldError);
				const message = found.map(({ field, message }) => `${field} ${message}`).join('; ');
				return reply.code(400).send({ error: message });
			}
			return reply.code(error.statusCode ?? 500).send({ error: error.message });
		},
	);
	app.setNotFoundHandler(async (request, reply) =>
		reply.code(404).send({ error: `No endpoint ${request.method} ${request.url.split('?')[0]}` }),
	);
}
