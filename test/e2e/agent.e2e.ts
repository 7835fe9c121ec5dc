import { isRecord } from '../../nodes/kit/record';
import type { LoggedRequest } from '../../sandbox/requestLog';
import { AGENTS } from './agent/agentWorkflow';
import { operations } from './agent/operations';
import { useAgents } from './agent/setup';
import { n8n, see } from './setup';

// n8n's AI Agent uses each node as its tool.

const agents = useAgents();

const SIGN_INS = ['/enterprise_api/authenticate', '/api/token'];

/** What the vendor got, without sign-ins and what was asked with a session of before. */
const received = (requests: LoggedRequest[]) =>
	requests
		.filter(({ path, status }) => !SIGN_INS.includes(path) && status !== 401)
		.map(({ method, path, body }) => [
			`${method} ${path}`,
			...(body === undefined ? [] : [own(body)]),
		]);

/** A body without the token of the session. */
const own = (body: unknown) =>
	isRecord(body)
		? Object.fromEntries(Object.entries(body).filter(([key]) => key !== 'auth_token'))
		: body;

describe.each(Object.entries(operations))(`%s as a tool in n8n ${n8n.major}`, (vendor, prepare) => {
	it.each(AGENTS)('does for agent %d what the model asks for', async (version) => {
		const { sandbox, control, work } = agents();
		const { tool, knows, ...wanted } = await prepare(sandbox);
		const { offered, returned, said, error } = await work(tool, version, knows);
		expect(error).toBeUndefined();
		expect(offered).toMatchObject({
			name: 'Video_consultation',
			description: wanted.description,
			parameters: {
				type: 'object',
				properties: wanted.properties,
				required: Object.keys(wanted.properties),
				additionalProperties: false,
			},
		});
		expect(received(await control.requests())).toEqual(wanted.received);
		expect(returned).toEqual([expect.objectContaining(wanted.returned)]);
		expect(said).toBe(JSON.stringify(returned));
		see('tool', vendor);
	});
});
