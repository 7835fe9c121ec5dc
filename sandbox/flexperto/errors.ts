import type { FastifyInstance } from 'fastify';
import { fieldError, type FieldError, type Issue } from '../fieldErrors';

/** An answer that refuses a request. */
export class Refusal extends Error {
	constructor(
		readonly status: number,
		message: string,
		readonly errors?: FieldError[],
	) {
		super(message);
	}
}

/**
 * Answers every failure with `{ message, errors? }`. Own choice: the vendor's documents show no
 * error body, and no status codes beyond those of success. Here 400 means a request of the wrong
 * form, 409 the wrong moment or a duplicate, 410 something gone, 422 a value against a rule.
 */
export function answerFailures(app: FastifyInstance): void {
	app.setErrorHandler<Refusal | (Error & { statusCode?: number; validation?: Issue[] })>(
		async (error, _request, reply) => {
			if (error instanceof Refusal) {
				return reply.code(error.status).send({ message: error.message, errors: error.errors });
			}
			if (error.validation) {
				const errors = error.validation.map(fieldError);
				const message = errors.map(({ field, message }) => `${field} ${message}`).join('; ');
				return reply.code(400).send({ message, errors });
			}
			return reply.code(error.statusCode ?? 500).send({ message: error.message });
		},
	);
	app.setNotFoundHandler(async (request, reply) =>
		reply.code(404).send({ message: `No endpoint ${request.method} ${request.url.split('?')[0]}` }),
	);
}
