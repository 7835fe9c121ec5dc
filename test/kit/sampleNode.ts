import type {
	ICredentialType,
	IExecuteFunctions,
	INodeParameters,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

import { origin } from '../../nodes/kit/address';
import type { Vendor } from '../../nodes/kit/connection';
import { describe as described } from '../../nodes/kit/describe';
import { execute } from '../../nodes/kit/execute';
import { cursorPaging } from '../../nodes/kit/paging';
import type { Picker } from '../../nodes/kit/picker';
import { listSearch, type Table } from '../../nodes/kit/table';
import { createEngine, type Engine, type EngineOptions } from '../harness/engine';
import type { NodeRun } from '../harness/runNode';
import type { PickerLookUp } from '../harness/runPicker';
import { startSampleServer } from './sampleServer';

// The machine may be busy when the engine starts.
jest.setTimeout(30_000);

class SampleApi implements ICredentialType {
	name = 'sampleApi';
	displayName = 'Sample API';
	properties = [
		{ displayName: 'Base URL', name: 'baseUrl', type: 'string' as const, default: '' },
		{ displayName: 'API Key', name: 'apiKey', type: 'string' as const, default: '' },
	];
}

const sampleVendor: Vendor = {
	name: 'Sample',
	credentialTypes: { apiKey: 'sampleApi' },
	signIns: { sampleApi: { given: ({ apiKey }) => String(apiKey), sign: (options) => options } },
	baseUrl: ({ baseUrl }) => origin('Base URL', baseUrl),
	secrets: ({ apiKey }) => [String(apiKey)],
	paging: cursorPaging,
};

interface SampleSettings {
	vendor?: Partial<Vendor>;
	pickers?: Picker[];
	engine?: EngineOptions;
}

/** A node made of the given operations and lists alone. */
function nodeOf(table: Table, { vendor, pickers = [] }: SampleSettings) {
	const own = { ...sampleVendor, ...vendor };
	return class Sample implements INodeType {
		description: INodeTypeDescription = {
			displayName: 'Sample',
			name: 'sample',
			group: ['transform'],
			version: 1,
			description: 'A node for tests',
			defaults: { name: 'Sample' },
			inputs: ['main'],
			outputs: ['main'],
			credentials: [{ name: 'sampleApi', required: true }],
			properties: described(table),
		};

		methods = { listSearch: listSearch(own, pickers) };

		async execute(this: IExecuteFunctions) {
			return await execute(this, own, table);
		}
	};
}

type SampleRun = Omit<NodeRun, 'node' | 'parameters'> & { inputs?: INodeParameters };

/** A node with the given operations in n8n's engine and a vendor whose answers a test decides. */
export function useSample(table: Table, settings: SampleSettings = {}) {
	let engine: Engine;
	let server: Awaited<ReturnType<typeof startSampleServer>>;
	beforeAll(async () => {
		server = await startSampleServer();
		engine = await createEngine({
			nodeTypes: [nodeOf(table, settings)],
			credentialTypes: [SampleApi],
			credentials: { sampleApi: { baseUrl: server.url, apiKey: 'key-of-the-sample-vendor' } },
			...settings.engine,
		});
	});
	beforeEach(() => server.answers(() => ({ status: 404 })));
	afterAll(async () => {
		await engine.close();
		await server.close();
	});
	return () => ({
		engine,
		server,
		/** Runs an operation, such as `thing.get`. */
		async run(name: `${string}.${string}`, { inputs, ...run }: SampleRun = {}) {
			const [resource = '', operation = ''] = name.split('.');
			const parameters = { resource, operation, ...inputs };
			return await engine.runNode({ node: 'sample', parameters, ...run });
		},
		/** Opens a picker. */
		look: async (look: Omit<PickerLookUp, 'node'>) =>
			await engine.runPicker({ node: 'sample', ...look }),
	});
}
