import type { FastifyInstance } from 'fastify';
import { answerFailuresAs } from '../refusal';

export { Refusal } from '../refusal';

/**
 * Answers every failure with `{ "error": "..." }` (the vendor's public reference). Own choice: 400 is
 * anything wrong with a parameter, 422 a change of state that is not possible.
 */
export const answerFailures = (app: FastifyInstance): void =>
	answerFailuresAs(app, (error) => ({ error }));
