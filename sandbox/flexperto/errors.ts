import type { FastifyInstance } from 'fastify';

/** One thing wrong with a request. */
export interface FieldError {
	field: string;
	message: string;
}

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

interface Issue {
	keyword: string;
	instancePath: string;
	params: Record<string, unknown>;
	message?: string;
}

function fieldError({ keyword, instancePath, params, message }: Issue): FieldError {
	const path = instancePath.split('/').slice(1);
	const at = (...names: unknown[]) => [...path, ...names].join('.') || 'body';
	if (keyword === 'additionalProperties') {
		return { field: at(params['additionalProperty']), message: 'is unknown' };
	}
	if (keyword === 'required') {
		return { field: at(params['missingProperty']), message: 'is required' };
	}
	if (keyword === 'enum' && Array.isArray(params['allowedValues'])) {
		return { field: at(), message: `must be one of ${params['allowedValues'].join(', ')}` };
	}
	return { field: at(), message: message ?? 'is invalid' };
}
