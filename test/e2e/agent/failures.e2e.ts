import { n8n } from '../setup';
import { AGENTS, fromModel } from './agentWorkflow';
import { locator } from './operations';
import { useAgents } from './setup';

// A model learns of a failure only what the tool returns, and can act on nothing else.

const agents = useAgents();

/** A ticket that the model chooses. */
const deletion = {
	node: 'apizee',
	operation: 'ticket.delete',
	inputs: { ticketId: locator(fromModel('Ticket_ID', 'string')) },
};

describe.each(AGENTS)(`a tool that fails (agent %d, n8n ${n8n.major})`, (version) => {
	it('says what was wrong and what to do next', async () => {
		const { sandbox, work } = agents();
		const { returned, said, error, everything } = await work(deletion, version, {
			Ticket_ID: '4711',
		});
		expect(error).toBeUndefined();
		expect(returned).toEqual([
			{
				error: 'Apizee does not know what was asked for: There is no ticket. [item 0]',
				message: `Check the IDs of this item, and that the base URL in the credential has the path of the API. DELETE ${sandbox.apizee.baseUrl}/tickets/4711: HTTP 404.`,
			},
		]);
		expect(said).toBe(JSON.stringify(returned));
		expect(everything).not.toContain(sandbox.apizee.agent.password);
	});

	it('says which argument cannot be used, and sends nothing', async () => {
		const { control, work } = agents();
		const { returned } = await work(deletion, version, { Ticket_ID: ' ' });
		expect(returned).toEqual([
			{ error: '"Ticket" is empty [item 0]', message: 'Pick one from the list or enter its ID.' },
		]);
		expect(await control.requests()).toEqual([]);
	});

	it('says that the credential is rejected, without its secrets', async () => {
		const { engine, work, credentials } = agents();
		const { iotumApi } = credentials;
		const apiToken = 'a-token-that-was-revoked';
		engine.credentials.iotumApi = { ...iotumApi, apiToken };
		const tool = { node: 'iotum', operation: 'company.getAll' };
		const { returned, everything } = await work(tool, version);
		engine.credentials.iotumApi = iotumApi;
		expect(returned).toEqual([
			{
				error: 'Iotum rejected the API token: Invalid credentials [item 0]',
				message: expect.stringMatching(/^Check it in the credential, or create a new one/),
			},
		]);
		expect(everything).not.toContain(apiToken);
	});
});

it('a tool that fails ends the execution of agent 3 where the user wants that', async () => {
	const tool = { ...deletion, onError: 'stopWorkflow' as const };
	const { error, said } = await agents().work(tool, 3, { Ticket_ID: '4711' });
	expect(error?.message).toMatch(/^Apizee does not know what was asked for/);
	expect(said).toBeUndefined();
});
