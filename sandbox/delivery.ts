import axios from 'axios';
import type { FastifyInstance } from 'fastify';
import { Refusal } from './refusal';

/** One attempt to deliver a body to a URL. */
export interface Delivery {
	id: number;
	url: string;
	body: unknown;
	/** What was sent beside the content type, where a vendor's deliveries have it. */
	headers?: Record<string, string>;
	/** Status of the receiver's answer, absent when none came. */
	status?: number;
	/** Why no answer came, e.g. `ECONNREFUSED`. */
	error?: string;
	/** ISO 8601. */
	sentAt: string;
	durationMs: number;
}

interface Message {
	url: string;
	body?: unknown;
	headers?: Record<string, string>;
}

const PATIENCE_MS = 10_000;

/**
 * Adds a delivery to a list, POSTs its body (a text as it is, anything else as JSON) and notes what
 * came of it. Never rejects.
 */
export async function sendDelivery(
	deliveries: Delivery[],
	attempt: Omit<Delivery, 'status' | 'error' | 'durationMs'>,
	headers: Record<string, string>,
): Promise<Delivery> {
	const { url, body } = attempt;
	const delivery: Delivery = { ...attempt, durationMs: 0 };
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
	platform: { state: { deliveries: Delivery[] } },
	deliver: (message: Message) => Promise<Delivery>,
): void {
	app.get('/deliveries', async () => platform.state.deliveries);
	app.delete('/deliveries', async (_request, reply) => {
		platform.state.deliveries.length = 0;
		return reply.code(204).send();
	});
	app.post<{ Params: { id: string } }>('/deliveries/:id/redeliver', async ({ params }) => {
		const earlier = platform.state.deliveries.find(({ id }) => id === Number(params.id));
		if (!earlier) throw new Refusal(404, `No delivery ${params.id}.`);
		return deliver(earlier);
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
		async ({ body }) => deliver(body),
	);
}
