import type { IExecuteResponsePromiseData, IN8nHttpFullResponse } from 'n8n-workflow';
import type { RunResult } from './result';
import type { WebhookResponse } from './webhookServer';

/** Ends an answer with a text as it is, or with anything else as JSON. */
export function send(response: WebhookResponse, body: unknown): void {
	if (typeof body === 'string') response.send(body);
	else response.json(body);
}

const isWhole = (response: IExecuteResponsePromiseData): response is IN8nHttpFullResponse =>
	['body', 'headers', 'statusCode'].every((part) => part in response);

/**
 * How n8n answers a delivery whose webhook leaves that to "Respond to Webhook": with the first answer
 * that comes from such a node. Where the execution ends without one, n8n finds the words itself.
 *
 * @param code what the webhook answers with by itself
 * @param answered called when the answer goes out
 */
export function answerOfNode(to: WebhookResponse, code: number, answered: () => void) {
	const once = (answer: () => void) => {
		if (to.writableEnded) return;
		answered();
		answer();
	};
	return {
		respond(response: IExecuteResponsePromiseData): void {
			if (!isWhole(response))
				throw new Error('This engine sends answers with all their parts only');
			const { body, headers, statusCode } = response;
			once(() => {
				for (const [name, value] of Object.entries(headers)) to.set(name, String(value));
				send(to.status(statusCode), body);
			});
		},
		ended({ error }: RunResult): void {
			once(() => {
				if (error) to.status(500).json({ message: 'Error in workflow' });
				else to.status(code).json(undefined);
			});
		},
	};
}
