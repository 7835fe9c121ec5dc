import type { INodeParameters } from 'n8n-workflow';
import type { SandboxControl } from '../../../sandbox/control';
import { startSandbox, type Sandbox } from '../../../sandbox/server';
import { createEngine, type Engine } from '../../../test/harness/engine';
import type { NodeRun } from '../../../test/harness/runNode';
import { triggerWorkflow, TRIGGER } from '../../../test/triggerWorkflow';
import { accountsOf } from '../../accounts';
import { printed, undated } from './printed';
import { credentialClasses, FOLDERS, nodesOf } from '../nodes';

/** The present of the simulated vendors, so that the same output is written again. */
const NOW = '2026-03-02T09:00:00Z';

/** An operation or trigger that is run, and what it was asked for; `run` gives what it hands on. */
export interface Example {
	/** As users know it, such as `Meeting: Reserve`. */
	name: string;
	/** What was entered, where that is needed to understand the output. */
	about?: string;
	/** A look goes back from the present, so the vendors have the present as well. */
	isOfToday?: true;
	run(stage: Stage): Promise<string>;
}

/** n8n's engine with all nodes, before simulated vendors. */
export class Stage {
	private constructor(
		readonly sandbox: Sandbox,
		readonly engine: Engine,
	) {}

	static async start(): Promise<Stage> {
		const sandbox = await startSandbox();
		const engine = await createEngine({
			nodeTypes: (await Promise.all(FOLDERS.map(nodesOf))).flat(),
			credentialTypes: await credentialClasses(),
			credentials: accountsOf(sandbox),
		});
		return new Stage(sandbox, engine);
	}

	get control(): SandboxControl {
		return this.sandbox.control;
	}

	/** Empties the vendors, whose clock then stands still, and runs an example. */
	async play({ run, isOfToday }: Example): Promise<string> {
		await this.control.reset();
		if (!isOfToday) await this.control.setClock(NOW, { frozen: true });
		const output = await run(this);
		return isOfToday ? undated(output) : output;
	}

	/** Runs an operation, such as `host.create`, and prints its first item. Throws what the node shows. */
	async run(
		node: string,
		name: string,
		inputs: INodeParameters = {},
		items: NodeRun['items'] = [{}],
	): Promise<string> {
		const [resource = '', operation = ''] = name.split('.');
		const parameters = { resource, operation, ...inputs };
		const { error, items: found } = await this.engine.runNode({ node, parameters, items });
		if (error) throw new Error(`${node} ${name}: ${error.message} ${error.description}`);
		return printed(found, this.sandbox);
	}

	/** Publishes a workflow with a trigger, lets something happen, and prints the item it starts with. */
	async trigger(
		type: string,
		inputs: INodeParameters,
		happens: (url: string) => Promise<unknown>,
	): Promise<string> {
		const credentials = Object.keys(this.engine.credentials).filter((name) => name.endsWith('Api'));
		const active = await this.engine.activate(triggerWorkflow(type, credentials, inputs));
		await happens(active.urls[TRIGGER] ?? '');
		const [delivered] = await active.executions();
		const [tick] = await active.tick();
		if (tick?.error) throw tick.error;
		const items = delivered?.outputs[TRIGGER]?.[0] ?? tick?.emitted?.[0] ?? [];
		await active.deactivate();
		return printed(items, this.sandbox);
	}

	/** An item with a file. */
	async file(fileName: string, text: string): Promise<NodeRun['items']> {
		const about = { fileName, mimeType: 'application/pdf' };
		return [await this.engine.fileItem(Buffer.from(text), about)];
	}

	async close(): Promise<void> {
		await this.engine.close();
		await this.sandbox.close();
	}
}

/** A locator as the editor stores it. */
export const byId = (value: number | string) => ({ __rl: true, mode: 'id', value });
