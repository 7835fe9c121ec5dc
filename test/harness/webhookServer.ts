import { METHODS, type IncomingMessage, type ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { startLocalServer } from '../kit/localServer';

/** An HTTP request and response in the shape n8n hands them to a node. */
export type Delivery = { request: WebhookRequest; response: WebhookResponse };

export type WebhookRequest = IncomingMessage & {
	/** The parsed body; `undefined` when there is none or n8n does not read its type. */
	body: unknown;
	query: Record<string, unknown>;
	params: Record<string, string>;
	path: string;
	originalUrl: string;
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

/** What n8n's web server reads queries with. */
interface QueryReader {
	parse(text: string, options: { allowPrototypes: boolean }): Record<string, unknown>;
}

const qs: QueryReader = createRequire(require.resolve('n8n-core'))('qs');

/** The methods that n8n knows for webhooks; others are its own failure, and OPTIONS its own answer. */
const WEBHOOK_METHODS = ['DELETE', 'GET', 'HEAD', 'PATCH', 'POST', 'PUT'];

/** The HTTP side of n8n: `/webhook/<path>` and `/webhook-test/<path>` on a free local port. */
export class WebhookServer {
	baseUrl = 'http://localhost:5678';
	private server?: Awaited<ReturnType<typeof startLocalServer>>;
	private readonly handlers = new Map<string, Handler>();

	async start(): Promise<void> {
		if (this.server) return;
		const server = await startLocalServer(
			(request, response) => void this.answer(request, response),
		);
		this.baseUrl = server.url;
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

	/** As n8n: what it cannot find or does not know it answers itself, without reading the body. */
	private async answer(raw: IncomingMessage, rawResponse: ServerResponse): Promise<void> {
		const response = asExpress(rawResponse);
		const { method = 'GET', url = '/' } = raw;
		try {
			if (method === 'OPTIONS') {
				response.status(204).end();
				return;
			}
			if (!WEBHOOK_METHODS.includes(method)) {
				throw new Error(`The method ${method} is not supported.`);
			}
			const [asked = '', query = ''] = url.split(/\?(.*)/s);
			const path = pathOf(asked);
			const handler = path === undefined ? undefined : this.handlers.get(`${method} ${path}`);
			if (path === undefined || !handler) {
				response.status(404).json({ code: 404, message: this.unknown(method, path) });
				return;
			}
			const more = {
				body: undefined,
				query: qs.parse(query, { allowPrototypes: true }),
				params: {},
				path: asked,
				originalUrl: url,
			};
			await handler({ request: Object.assign(raw, more), response });
		} catch (error) {
			response.status(500).json({ code: 0, message: (error as Error).message });
		}
	}

	private unknown(method: string, path = ''): string {
		const others = METHODS.filter((other) => this.handlers.has(`${other} ${path}`));
		if (others.length === 0) return `The requested webhook "${method} ${path}" is not registered.`;
		return `This webhook is not registered for ${method} requests. Did you mean to make a ${others.join(' or ')} request?`;
	}
}

/** The path as n8n's routes read it: decoded, its first segment in any case, with or without a slash at its end. */
function pathOf(asked: string): string | undefined {
	try {
		const [, first = '', rest = ''] = /^\/([^/]*)\/(.*?)\/?$/s.exec(asked) ?? [];
		return `/${first.toLowerCase()}/${decodeURIComponent(rest)}`;
	} catch {
		return undefined;
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
