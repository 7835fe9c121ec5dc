import type { IDataObject } from 'n8n-workflow';
import { oneForAll } from '../../setup';
import { startAllVendors } from '../allVendors';
import { agentWorkflow, type AgentTool } from './agentWorkflow';
import { startModelStub, type OfferedTool } from './modelStub';

/** What came of an agent's work with its tool. */
interface Work {
	/** The tool as the model was offered it. */
	offered?: OfferedTool;
	/** What the model was told that the tool returned. */
	returned: unknown;
	/** What the agent said in the end. */
	said: unknown;
	/** What ended the execution. */
	error?: { message: string; description?: string | null };
	/** All that the model was told and all that n8n keeps of the execution, as text. */
	everything: string;
}

async function startAgents() {
	const model = await startModelStub();
	const setup = await startAllVendors({
		openAiApi: { apiKey: 'none is needed', url: model.url },
	});
	return {
		...setup,
		/**
		 * Has an agent work with a tool.
		 *
		 * @param version of the agent, one of `AGENTS`
		 * @param knows what the model knows for the tool's arguments, by their names
		 */
		async work(tool: AgentTool, version: number, knows: IDataObject = {}): Promise<Work> {
			model.knows(knows);
			const { outputs, error, data } = await setup.engine.run(agentWorkflow(tool, version));
			const { questions } = model;
			const told = questions.at(-1)?.messages.find(({ role }) => role === 'tool')?.content;
			return {
				offered: questions[0]?.tools?.[0]?.function,
				returned: told && JSON.parse(told),
				said: outputs.Agent?.[0]?.[0]?.json.output,
				error,
				everything: JSON.stringify([questions, data]),
			};
		},
		async close() {
			await setup.close();
			await model.close();
		},
	};
}

/** The vendors, a model and agents for a test file; the vendors are emptied before each of its tests. */
export function useAgents() {
	const setup = oneForAll(startAgents);
	beforeEach(async () => await setup().control.apizee.setQuota({ enabled: false }));
	return setup;
}
