import fastify from 'fastify';
import type { IDataObject } from 'n8n-workflow';

/** A tool as the model is offered it. */
export interface OfferedTool {
	name: string;
	description: string;
	/** JSON Schema of the arguments. */
	parameters: { properties: Record<string, IDataObject>; required: string[] };
}

/** A step that a model takes: the tool that it calls, and with what. */
export interface Step {
	tool: string;
	arguments: IDataObject;
}

/**
 * The next step of a model, by what its tools have returned to it since it was last told something;
 * nothing when it is done.
 */
export type Plan = (returned: string[]) => Step | undefined;

interface ToolCall {
	index: number;
	id: string;
	type: 'function';
	function: { name: string; arguments: string };
}

interface Message {
	role: 'system' | 'user' | 'assistant' | 'tool';
	content: string | null;
	tool_calls?: ToolCall[];
}

/** What OpenAI's "Chat Completions" are asked. */
interface Question {
	model: string;
	stream?: boolean;
	messages: Message[];
	tools?: Array<{ function: OfferedTool }>;
}

/**
 * A model of our own that speaks as OpenAI's do. It calls each tool that it is offered, with what it
 * knows for the arguments of the tool's schema, or follows a plan; then it says what the tools returned.
 */
export interface ModelStub {
	/** The base URL for the credential. */
	url: string;
	/** What it was asked since it was last told what it knows, oldest first. */
	questions: Question[];
	/** Tells it what it knows, by the names of arguments. */
	knows(facts: IDataObject): void;
	/** Tells it what to do step by step. */
	follows(plan: Plan): void;
	close(): Promise<void>;
}

export async function startModelStub(): Promise<ModelStub> {
	const server = fastify();
	const questions: Question[] = [];
	let known: IDataObject = {};
	let planned: Plan | undefined;

	server.post<{ Body: Question }>('/v1/chat/completions', async ({ body }, reply) => {
		questions.push(body);
		const message = planned ? stepOf(body, planned) : answer(body, known);
		const about = { id: `answer-${questions.length}`, created: 0, model: body.model };
		const finish_reason = message.tool_calls ? 'tool_calls' : 'stop';
		if (!body.stream) {
			const choices = [{ index: 0, message, finish_reason }];
			const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };
			return await reply.send({ ...about, object: 'chat.completion', choices, usage });
		}
		const chunks = [
			{ index: 0, delta: message, finish_reason: null },
			{ index: 0, delta: {}, finish_reason },
		].map((choice) => ({ ...about, object: 'chat.completion.chunk', choices: [choice] }));
		const events = [...chunks.map((chunk) => JSON.stringify(chunk)), '[DONE]'];
		const text = events.map((event) => `data: ${event}\n\n`).join('');
		return await reply.type('text/event-stream').send(text);
	});

	const address = await server.listen({ host: '127.0.0.1', port: 0 });
	return {
		url: `${address}/v1`,
		questions,
		knows(facts) {
			known = facts;
			planned = undefined;
			questions.length = 0;
		},
		follows(plan) {
			planned = plan;
			questions.length = 0;
		},
		close: async () => await server.close(),
	};
}

/** Calls the tools at first, then says what they returned. */
function answer({ messages, tools = [] }: Question, known: IDataObject): Message {
	const returned = messages.filter(({ role }) => role === 'tool').map(({ content }) => content);
	if (returned.length > 0) return { role: 'assistant', content: returned.join('\n') };
	const calls = tools.map(({ function: { name, parameters } }, index) => {
		const facts = Object.keys(parameters.properties).map((key) => [key, known[key]]);
		return callOf({ tool: name, arguments: Object.fromEntries(facts) }, index);
	});
	return { role: 'assistant', content: null, tool_calls: calls };
}

/** The next step of the plan since somebody last wrote, or what the tools have returned. */
function stepOf({ messages }: Question, plan: Plan): Message {
	const since = messages.slice(messages.map(({ role }) => role).lastIndexOf('user') + 1);
	const returned = since.flatMap(({ role, content }) => (role === 'tool' ? [content ?? ''] : []));
	const step = plan(returned);
	if (!step) return { role: 'assistant', content: returned.join('\n') };
	return { role: 'assistant', content: null, tool_calls: [callOf(step, 0, returned.length)] };
}

const callOf = (step: Step, index: number, number = index): ToolCall => ({
	index,
	id: `call-${number}`,
	type: 'function',
	function: { name: step.tool, arguments: JSON.stringify(step.arguments) },
});
