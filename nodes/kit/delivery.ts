import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { connect, type Connection, type Vendor } from './connection';
import { nodeError, sentences } from './error';
import { defaultSettings } from './settings';
import { createTools, type Tools } from './tools';

/** What becomes of a delivery: it starts the workflow, is left alone, or is turned away. */
export type Verdict =
	| { start: IDataObject[] }
	| { ignore: string }
	| { refuse: string; status: 400 | 401 | 403 | 404 };

/** Decides about a delivery. `body` is the parsed JSON and may be anything. */
export type Judge = (
	context: IWebhookFunctions,
	body: unknown,
	tools: Tools,
	connection: Connection,
) => Promise<Verdict>;

/**
 * Receives a delivery. One that is refused, or that cannot be judged because the vendor does not
 * answer (503, so that it is sent again), starts nothing.
 */
export async function receive(
	context: IWebhookFunctions,
	vendor: Vendor,
	judge: Judge,
): Promise<IWebhookResponseData> {
	const answer = (status: number, message: string) => {
		context.getResponseObject().status(status).json({ message });
		return { noWebhookResponse: true };
	};
	try {
		const connection = await connect(context, vendor);
		const tools = createTools(connection, { ...defaultSettings, maxRetries: 1, timeout: 30_000 });
		const verdict = await judge(context, context.getBodyData(), tools, connection);
		if ('refuse' in verdict) return answer(verdict.status, verdict.refuse);
		if ('ignore' in verdict) return answer(200, verdict.ignore);
		return { workflowData: [verdict.start.map((json) => ({ json }))] };
	} catch (error) {
		const { message, description } = nodeError(context.getNode(), error);
		const reason = `A delivery could not be checked: ${message}.`;
		context.logger.error(sentences(reason, description));
		return answer(503, 'The delivery could not be checked now, please send it again');
	}
}
