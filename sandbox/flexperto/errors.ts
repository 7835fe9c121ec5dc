import type { FastifyInstance } from 'fastify';
import { answerFailuresAs } from '../refusal';

export { Refusal } from '../refusal';

/**
 * Answers every failure with `{ message, errors? }`. Own choice: the vendor's documents show no
 * error body, and no status codes beyond those of success. Here 400 means a request of the wrong
 * form, 409 the wrong moment or a duplicate, 410 something gone, 422 a value against a rule.
 */
export const answerFailures = (app: FastifyInstance): void =>
	answerFailuresAs(app, (message, errors) => ({ message, errors }));
