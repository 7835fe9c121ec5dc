import { resolve } from 'node:path';

import type { ICredentialDataDecryptedObject, INodeParameters } from 'n8n-workflow';

import { startSandbox, type Sandbox } from '../sandbox/server';
import { createEngine, type EngineOptions } from './harness/engine';
import type { NodeRun } from './harness/runNode';

// The machine may be busy when the engine starts, and some tests move tens of megabytes.
jest.setTimeout(30_000);

/** Engine options with n8n's own nodes and credentials, such as HTTP Request and OAuth2. */
export const withN8nNodes: EngineOptions = {
	packages: [resolve(__dirname, '../playground/node_modules/n8n-nodes-base')],
};

/** A run of the node: `resource.operation`, its inputs, and what else a run can have. */
interface Run extends Omit<NodeRun, 'node' | 'parameters'> {
	inputs?: INodeParameters;
}

/** What is installed of a vendor. `C` are its credentials by credential type. */
interface Installed<C> extends Pick<EngineOptions, 'nodeTypes' | 'credentialTypes'> {
	/** The action node. */
	node: string;
	/** Credentials that work. */
	credentials(sandbox: Sandbox): C;
	/** What the engine has otherwise than usual. */
	options?: EngineOptions;
}

/** The sandbox as vendor, n8n's engine with the vendor's nodes, and credentials that work. */
export async function start<C extends Record<string, ICredentialDataDecryptedObject>>({
	node,
	credentials: credentialsOf,
	options,
	...types
}: Installed<C>) {
	const sandbox = await startSandbox();
	const credentials = credentialsOf(sandbox);
	const engine = await createEngine({ ...types, credentials, ...options });
	return {
		sandbox,
		engine,
		credentials,
		control: sandbox.control,
		/** Runs an operation, such as `host.create`. */
		async run(name: `${string}.${string}`, { inputs, ...run }: Run = {}) {
			const [resource = '', operation = ''] = name.split('.');
			const parameters = { resource, operation, ...inputs };
			return await engine.runNode({ node, parameters, ...run });
		},
		async close() {
			// The engine's last look for secrets may throw.
			await engine.close().finally(async () => await sandbox.close());
		},
	};
}

/** One setup for a test file; the sandbox is emptied before each of its tests. */
export function oneForAll<S extends { control: Sandbox['control']; close(): Promise<void> }>(
	begin: () => Promise<S>,
): () => S {
	let setup: S | undefined;
	const started = () => {
		if (!setup) throw new Error('The sandbox is not running.');
		return setup;
	};
	beforeAll(async () => {
		setup = await begin();
	});
	beforeEach(async () => await started().control.reset());
	afterAll(async () => await setup?.close());
	return started;
}
