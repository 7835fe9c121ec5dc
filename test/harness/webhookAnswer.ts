import type { IN8nHttpFullResponse } from 'n8n-workflow';
import type { RunResult } from './result';
import type { WebhookResponse } from './webhookServer';

/** Ends an answer with a text as it is, or with anything else as JSON. */
export function send(response: WebhookResponse, body: unknown): void {
	if (typeof body === 'string') response.send(body);
	else response.json(body);
}

/**
 * How n8n answers a delivery whose webhook leaves that to "Respond to Webhook": with the first answer
 * that comes from such a node. Where the execution ends without one, n8n finds the words itself.
 *
 * @param code what the webhook answers with by itself
 * @param answered called when the answer goes out
 */
export function answerOfNode(response: WebhookResponse, code: number, answered: () => void) {
	const once = (answer: () => void) => {
		if (response.writableEnded) return;
		answered();
		answer();
	};
	return {
		respond({ body, headers, statusCode }: IN8nHttpFullResponse): void {
			once(() => {
				for (const [name, value] of Object.entries(headers)) response.set(name, String(value));
				send(response.status(statusCode), body);
			});
		},
		ended({ error }: RunResult): void {
			once(() => {
				if (error) response.status(500).json({ message: 'Error in workflow' });
				else response.status(code).json(undefined);
			});
		},
	};
}
