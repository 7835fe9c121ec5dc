import type { FastifyInstance } from 'fastify';
import { fieldError, type FieldError, type Issue } from './fieldErrors';

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

/** Answers every failure of a vendor with a JSON body of its form. */
export function answerFailuresAs(
	app: FastifyInstance,
	body: (message: string, errors?: FieldError[]) => object,
): void {
	app.setErrorHandler<Refusal | (Error & { statusCode?: number; validation?: Issue[] })>(
		async (error, _request, reply) => {
			if (error instanceof Refusal) {
				return reply.code(error.status).send(body(error.message, error.errors));
			}
			if (error.validation) {
				const errors = error.validation.map(fieldError);
				const message = errors.map(({ field, message }) => `${field} ${message}`).join('; ');
				return reply.code(400).send(body(message, errors));
			}
			return reply.code(error.statusCode ?? 500).send(body(error.message));
		},
	);
	app.setNotFoundHandler(async ({ method, url }, reply) =>
		reply.code(404).send(body(`No endpoint ${method} ${url.split('?')[0]}`)),
	);
}
