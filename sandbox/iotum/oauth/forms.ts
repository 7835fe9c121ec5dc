import type { FastifyInstance } from 'fastify';

/** A form's fields. A field sent twice has its last value. */
export type Form = Record<string, string>;

/** Makes the routes of an instance accept forms (RFC 6749, appendix B) and nothing else. */
export function acceptForms(app: FastifyInstance): void {
	app.removeAllContentTypeParsers();
	app.addContentTypeParser(
		'application/x-www-form-urlencoded',
		{ parseAs: 'string' },
		(_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
	);
}
