import fastify, { type FastifyInstance } from 'fastify';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** An HTTP request and response in the shape n8n hands them to a node. */
export type Delivery = { request: WebhookRequest; response: WebhookResponse };

export type WebhookRequest = IncomingMessage & {
	rawBody: Buffer;
	body: unknown;
	query: Record<string, unknown>;
	params: Record<string, string>;
	path: string;
	originalUrl: string;
	contentType?: string;
};

export type WebhookResponse = ServerResponse & {
	status(code: number): WebhookResponse;
	set(name: string, value: string): WebhookResponse;
	header(name: string, value: string): WebhookResponse;
	json(body: unknown): WebhookResponse;
	send(body?: unknown): WebhookResponse;
	sendStatus(code: number): WebhookResponse;
};

type Handler = (delivery: Delivery) => Promise<void>;

/** The HTTP side of n8n: `/webhook/<path>` and `/webhook-test/<path>` on a free local port. */
export class WebhookServer {
	baseUrl = 'http://localhost:5678';
	private server?: FastifyInstance;
	private readonly handlers = new Map<string, Handler>();

	async start(): Promise<void> {
		if (this.server) return;
		const server = fastify({ forceCloseConnections: true });
		server.removeAllContentTypeParsers();
		server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) =>
			done(null, body),
		);
		server.all('/*', async (request, reply) => {
			reply.hijack();
			const { pathname } = new URL(request.url, this.baseUrl);
			const response = asExpress(reply.raw);
			const handler = this.handlers.get(`${request.method} ${pathname}`);
			if (!handler) {
				const message = `The requested webhook "${request.method} ${pathname}" is not registered.`;
				response.status(404).json({ code: 404, message });
				return;
			}
			const incoming: WebhookRequest = Object.assign(request.raw, {
				rawBody: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
				body: {},
				query: request.query as Record<string, unknown>,
				params: {},
				path: pathname,
				originalUrl: request.url,
				contentType: request.headers['content-type']?.split(';')[0]?.trim().toLowerCase(),
			});
			try {
				await handler({ request: incoming, response });
			} catch (error) {
				response.status(500).json({ code: 0, message: (error as Error).message });
			}
		});
		this.baseUrl = await server.listen({ host: '127.0.0.1', port: 0 });
		this.server = server;
	}

	/** `url` is the full address as the node got it from `getNodeWebhookUrl`. */
	register(method: string, url: string, handler: Handler): void {
		this.handlers.set(`${method} ${new URL(url).pathname}`, handler);
	}

	unregister(method: string, url: string): void {
		this.handlers.delete(`${method} ${new URL(url).pathname}`);
	}

	async close(): Promise<void> {
		this.handlers.clear();
		await this.server?.close();
		this.server = undefined;
	}
}

/** The part of Express' response that nodes use. */
function asExpress(raw: ServerResponse): WebhookResponse {
	const response: WebhookResponse = Object.assign(raw, {
		status(code: number) {
			raw.statusCode = code;
			return response;
		},
		set(name: string, value: string) {
			raw.setHeader(name, value);
			return response;
		},
		header(name: string, value: string) {
			return response.set(name, value);
		},
		json(body: unknown) {
			if (!raw.hasHeader('content-type')) {
				raw.setHeader('content-type', 'application/json; charset=utf-8');
			}
			raw.end(JSON.stringify(body));
			return response;
		},
		send(body?: unknown) {
			if (typeof body === 'object' && body !== null && !Buffer.isBuffer(body)) {
				return response.json(body);
			}
			raw.end(body);
			return response;
		},
		sendStatus(code: number) {
			return response.status(code).send(String(code));
		},
	});
	return response;
}
