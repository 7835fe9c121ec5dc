import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { identify, type Caller } from './access/caller';
import type { EndpointDefinition } from './brands/brand';
import { anyText, object } from './brands/fields';
import type { Platform } from './platform';
import { touch } from './access/sessions';

/** A request that has passed the checks of access and form. */
export interface Call<Body> {
	body: FastifyRequest<{ Body: Body }>['body'];
	caller: Caller;
	reply: FastifyReply;
}

/** Gives the answer: an object or a list, a text such as `OK` (sent as JSON), or nothing. */
export type Handler<Body> = (call: Call<Body>) => unknown;

const callers = new WeakMap<FastifyRequest, Caller>();

/**
 * Adds the endpoint `/enterprise_api/{path}` if the brand has it, with the brand's method, roles and
 * fields. The order of checks is own choice: first who asks (401, 403), then what (400). So is that
 * nothing may stand in the query, as all samples have a body only.
 */
export function endpoint<Body = Record<string, never>>(
	app: FastifyInstance,
	platform: Platform,
	path: string,
	handler: Handler<Body>,
): void {
	const definition = platform.brand.endpoints[path];
	if (!definition) return;
	const { roles, status = 200 } = definition;

	app.route<{ Body: Body }>({
		...address(path, definition),
		schema: { querystring: object({}), body: bodySchema(definition) },
		preValidation: async (request) => {
			callers.set(request, identify(platform, request, roles));
		},
		handler: async (request, reply) => {
			const caller = callers.get(request);
			if (!caller) throw new Error('The request has not been identified.');
			const answer = await handler({ body: withoutToken(request.body), caller, reply });
			if (caller.session) touch(platform, caller.session);
			reply.code(status);
			if (answer === undefined) return reply.send();
			const shown = shownFields(answer, definition.answer);
			return reply.type('application/json; charset=utf-8').send(JSON.stringify(shown));
		},
	});
}

/** @throws Error when the brand has an endpoint that no module has added */
export function requireAllEndpoints(app: FastifyInstance, { brand }: Platform): void {
	const missing = Object.entries(brand.endpoints)
		.map(([path, definition]) => address(path, definition))
		.filter((route) => !app.hasRoute(route));
	if (missing.length === 0) return;
	throw new Error(`${brand.title} lacks ${missing.map(({ url }) => url).join(', ')}.`);
}

function address(path: string, { method = 'POST' }: EndpointDefinition) {
	return { method, url: `/enterprise_api/${path}` };
}

function bodySchema({ required = {}, optional = {} }: EndpointDefinition): object {
	return object({ auth_token: anyText, ...required, ...optional }, Object.keys(required));
}

/** A copy, as the log keeps the request: what is made of it must not hold a session's token. */
function withoutToken<Body>(body: Body): Body {
	if (typeof body !== 'object' || body === null) return body;
	const copy = { ...body };
	Reflect.deleteProperty(copy, 'auth_token');
	return copy;
}

/** An object, or a list of them, without the fields that the brand does not show. */
export function shownFields(answer: unknown, fields: readonly string[] | undefined): unknown {
	if (!fields || typeof answer !== 'object' || answer === null) return answer;
	if (Array.isArray(answer)) return answer.map((item) => shownFields(item, fields));
	return Object.fromEntries(Object.entries(answer).filter(([name]) => fields.includes(name)));
}
