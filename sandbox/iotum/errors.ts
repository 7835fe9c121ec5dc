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
 * Answers every failure with a JSON dictionary that has a `message` (seeds 002 and 004, section
 * 1.2). Own choice, as the documents name only 401, 403, 404 and 500: 400 is a request of the wrong
 * form, 422 a value against a rule, the error tables of section 8 included.
 */
export function answerFailures(app: FastifyInstance): void {
	app.setErrorHandler<Refusal | (Error & { statusCode?: number; validation?: Issue[] })>(
		async (error, _request, reply) => {
			if (error instanceof Refusal) {
				return reply.code(error.status).send({ message: error.message });
			}
			if (error.validation) {
				const errors = error.validation.map(fieldError);
				const message = errors.map(({ field, message }) => `${field} ${message}`).join('; ');
				return reply.code(400).send({ message });
			}
			return reply.code(error.statusCode ?? 500).send({ message: error.message });
		},
	);
	app.setNotFoundHandler(async (request, reply) =>
		reply.code(404).send({ message: `No endpoint ${request.method} ${request.url.split('?')[0]}` }),
	);
}
