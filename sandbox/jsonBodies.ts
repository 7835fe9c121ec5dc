import type { FastifyInstance } from 'fastify';

/**
 * Accepts JSON bodies only. An empty one counts as none, whatever its content type; so does one that is
 * sent to where nothing is.
 */
export function acceptJsonOnly(app: FastifyInstance): void {
	const parse = app.getDefaultJsonParser('error', 'error');
	app.removeAllContentTypeParsers();
	app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
		if (body === '') done(null, undefined);
		else void parse(request, String(body), done);
	});
	app.addContentTypeParser('*', { parseAs: 'string' }, (request, body, done) => {
		if (body === '' || request.is404) return done(null, undefined);
		const message = 'The body must be JSON, with the content type application/json.';
		done(Object.assign(new Error(message), { statusCode: 415 }));
	});
}
