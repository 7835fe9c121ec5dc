import axios from 'axios';
import type { FastifyInstance } from 'fastify';
import type { Clock } from './clock';
import { Refusal } from './refusal';

/** One attempt to deliver a body to a URL. */
export interface Delivery {
	id: number;
	url: string;
	body: unknown;
	/** What was sent beside the content type. */
	headers: Record<string, string>;
	/** Status of the receiver's answer, absent when none came. */
	status?: number;
	/** Why no answer came, e.g. `ECONNREFUSED`. */
	error?: string;
	/** ISO 8601. */
	sentAt: string;
	durationMs: number;
}

export interface Message {
	url: string;
	body?: unknown;
	headers?: Record<string, string>;
}

/** A vendor, as far as it sends. */
interface Sender {
	clock: Clock;
	state: { deliveries: Delivery[] };
}

const PATIENCE_MS = 10_000;

/**
 * POSTs a body (a text as it is, anything else as JSON) to a URL and records it with what came of it.
 * Never rejects.
 */
export async function deliver(
	{ clock, state: { deliveries } }: Sender,
	{ url, body, headers = {} }: Message,
): Promise<Delivery> {
	const id = (deliveries.at(-1)?.id ?? 0) + 1;
	const sentAt = clock.now().toISOString();
	const delivery: Delivery = { id, url, body, headers, sentAt, durationMs: 0 };
	deliveries.push(delivery);
	const begun = Date.now();
	try {
		// A buffer, because axios would quote a text once more.
		const content = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
		const { status } = await axios.post(url, content, {
			headers: { 'content-type': 'application/json', ...headers },
			timeout: PATIENCE_MS,
			maxRedirects: 0,
			proxy: false,
			validateStatus: () => true,
		});
		delivery.status = status;
	} catch (error) {
		delivery.error = axios.isAxiosError(error) ? (error.code ?? error.message) : String(error);
	}
	delivery.durationMs = Date.now() - begun;
	return delivery;
}

/**
 * Control routes for a vendor's deliveries: all of them, forget them, send one again, and send any body
 * `{ url, body?, headers? }` the vendor's way.
 */
export function deliveryRoutes(
	app: FastifyInstance,
	platform: Sender,
	send = (message: Message) => deliver(platform, message),
): void {
	app.get('/deliveries', async () => platform.state.deliveries);
	app.delete('/deliveries', async (_request, reply) => {
		platform.state.deliveries.length = 0;
		return reply.code(204).send();
	});
	app.post<{ Params: { id: string } }>('/deliveries/:id/redeliver', async ({ params }) => {
		const earlier = platform.state.deliveries.find(({ id }) => id === Number(params.id));
		if (!earlier) throw new Refusal(404, `No delivery ${params.id}.`);
		return send(earlier);
	});
	app.post<{ Body: Message }>(
		'/deliver',
		{
			schema: {
				body: {
					type: 'object',
					additionalProperties: false,
					properties: {
						url: { type: 'string', minLength: 1 },
						body: {},
						headers: { type: 'object', additionalProperties: { type: 'string' } },
					},
					required: ['url'],
				},
			},
		},
		async ({ body }) => send(body),
	);
}
