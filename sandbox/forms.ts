import type { FastifyInstance } from 'fastify';

/** A form's fields. A field sent twice has its last value. */
export type Form = Record<string, string>;

/** Makes the routes of an instance accept forms too, as a browser sends them. */
export function acceptForms(app: FastifyInstance): void {
	app.addContentTypeParser(
		'application/x-www-form-urlencoded',
		{ parseAs: 'string' },
		(_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
	);
}

/** Makes the routes of an instance accept forms and nothing else. */
export function acceptFormsOnly(app: FastifyInstance): void {
	app.removeAllContentTypeParsers();
	acceptForms(app);
}
