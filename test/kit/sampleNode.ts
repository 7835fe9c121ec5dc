import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type {
	ICredentialType,
	IDataObject,
	IExecuteFunctions,
	INodeParameters,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

import { origin, type Vendor } from '../../nodes/kit/connection';
import { describe as described } from '../../nodes/kit/describe';
import { execute } from '../../nodes/kit/execute';
import { cursorPaging } from '../../nodes/kit/paging';
import type { Picker } from '../../nodes/kit/picker';
import { isRecord } from '../../nodes/kit/record';
import { listSearch, type Table } from '../../nodes/kit/table';
import { createEngine, type Engine, type EngineOptions } from '../harness/engine';
import type { NodeRun } from '../harness/runNode';
import type { PickerLookUp } from '../harness/runPicker';
import { startLocalServer } from './localServer';

// The machine may be busy when the engine starts.
jest.setTimeout(30_000);

/** A request as the sample vendor got it. */
export interface Received {
	method: string;
	/** Path and query as sent. */
	path: string;
	headers: IncomingHttpHeaders;
	/** Parsed when it is JSON, otherwise the bytes; nothing when it is empty. */
	body: unknown;
}

export interface SampleAnswer {
	status?: number;
	headers?: Record<string, string>;
	/** Text and bytes are sent as they are, everything else as JSON. */
	body?: unknown;
}

/** The entries of a JSON body. */
export const entriesOf = ({ body }: Received): IDataObject => (isRecord(body) ? body : {});

/** What the sample vendor answers. */
export type Respond = (request: Received) => SampleAnswer | Promise<SampleAnswer>;

/** The whole content of a request; nothing when it was broken off. */
async function contentOf(request: IncomingMessage): Promise<Buffer | undefined> {
	const chunks: Buffer[] = [];
	try {
		for await (const chunk of request) chunks.push(Buffer.from(chunk));
		return Buffer.concat(chunks);
	} catch {
		return undefined;
	}
}

/** A vendor whose answers a test decides. */
export async function startSampleServer() {
	let received: Received[] = [];
	let respond: Respond = () => ({ status: 404 });
	const server = await startLocalServer(async (request, response) => {
		const { method = '', url = '', headers } = request;
		const content = await contentOf(request);
		if (!content) {
			received.push({ method, path: url, headers, body: 'broken off' });
			return;
		}
		const isJson = headers['content-type']?.includes('json');
		const read: unknown = isJson && content.length > 0 ? JSON.parse(content.toString()) : content;
		const body = content.length === 0 ? undefined : read;
		const got = { method, path: url, headers, body };
		received.push(got);
		const answer = await respond(got);
		const isRaw = typeof answer.body === 'string' || Buffer.isBuffer(answer.body);
		const type = isRaw ? 'application/octet-stream' : 'application/json';
		response.writeHead(answer.status ?? 200, { 'content-type': type, ...answer.headers });
		response.end(isRaw ? answer.body : JSON.stringify(answer.body ?? {}));
	});
	return {
		...server,
		received: () => received,
		/** From now on it answers so; what it got before is forgotten. */
		answers(next: Respond) {
			respond = next;
			received = [];
		},
	};
}

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
