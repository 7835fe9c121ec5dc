import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import type {
	ICredentialDataDecryptedObject,
	INodeCredentials,
	INodeExecutionData,
	INodeListSearchResult,
	INodeType,
} from 'n8n-workflow';
import { ActiveWorkflow, type Active } from './activeWorkflow';
import { additionalData, type AdditionalData, type Purpose } from './additionalData';
import { createCredentials, type Credentials, type CredentialStore } from './credentials';
import { loadN8n, type LogLine, type N8n } from './n8n';
import { Types, type CredentialClass, type NodeClass } from './nodeTypes';
import type { RunResult } from './result';
import { runWorkflow, type RunOptions, type WorkflowJson } from './run';
import { runNode, type NodeRun, type NodeRunResult } from './runNode';
import { runPicker, type PickerLookUp } from './runPicker';
import { secretWatch, watched } from './secrets';
import { StaticDataStore } from './staticData';
import { filesIn } from './storedFiles';
import { testCredential, type CredentialTestResult } from './testCredential';
import { listenForTestEvent, type TestListener } from './testListener';
import { WebhookServer } from './webhookServer';

export interface EngineOptions {
	/** A directory from which n8n-core is required; default: this project. */
	resolveFrom?: string;
	/** Node classes; a workflow names them `n8n-nodes-conferencing.<name>`. */
	nodeTypes?: NodeClass[];
	credentialTypes?: CredentialClass[];
	/** Directories of node packages, loaded by n8n's own package loader, each node when it is used. */
	packages?: string[];
	/** Values by credential type, or by the id or name a workflow refers to. */
	credentials?: CredentialStore;
	/** Where binary data lives; default `filesystem`, as in n8n 2. */
	binaryMode?: 'default' | 'filesystem';
	/** n8n's user folder; default: a temporary one that `close` deletes. */
	folder?: string;
	/** The only folder "Read/Write Files from Disk" may use; default `<folder>/files`. */
	filesFolder?: string;
	/** Makes another engine of what was loaded; default: `Engine`. */
	make?: (parts: ConstructorParameters<typeof Engine>) => Engine;
}

/** n8n's real engine in this process. There is one at a time: close it before the next. */
export class Engine {
	/** The stored static data by workflow id. */
	readonly staticData = new StaticDataStore();
	readonly webhooks = new WebhookServer();
	private readonly credentialsHelper: Credentials;
	/** The test's watch, which ends before the engine does. */
	private readonly watch = secretWatch();
	private executions = 0;

	constructor(
		readonly n8n: N8n,
		readonly types: Types,
		/** The stored credentials; what n8n writes back (a session token) appears here. */
		readonly credentials: CredentialStore,
		/** The folder that "Read/Write Files from Disk" may use. */
		readonly filesFolder: string,
		private readonly temporaryFolder?: string,
	) {
		this.credentialsHelper = createCredentials(n8n, types, credentials);
		this.watch?.follow(this);
	}

	/** Everything that nodes and n8n have logged so far. */
	get logs(): LogLine[] {
		return this.n8n.logs;
	}

	/** Runs a workflow as the editor exports it, from a trigger or any other node. */
	async run(workflow: WorkflowJson, options?: RunOptions): Promise<RunResult> {
		return await runWorkflow(this, workflow, options);
	}

	/** Runs one action node behind a Manual Trigger that hands it the given items. */
	async runNode(run: NodeRun): Promise<NodeRunResult> {
		return await runNode(this, run);
	}

	/** Opens a "From List" picker, or fetches its next page, as the editor does. */
	async runPicker(lookUp: PickerLookUp): Promise<INodeListSearchResult> {
		return await watched('picker', runPicker(this, lookUp));
	}

	/** Presses "Test" on a credential. */
	async testCredential(
		type: string,
		data: ICredentialDataDecryptedObject,
	): Promise<CredentialTestResult> {
		return await watched('credential test', testCredential(this, type, data));
	}

	/** Publishes a workflow with webhook or polling triggers. */
	async activate(workflow: WorkflowJson): Promise<Active> {
		return await watched('activation', ActiveWorkflow.activate(this, workflow));
	}

	/** "Listen for test event" of a workflow with a webhook trigger. */
	async listenForTestEvent(workflow: WorkflowJson): Promise<TestListener> {
		return await watched('test registration', listenForTestEvent(this, workflow));
	}

	/** The content of an item's binary property, in either binary mode. */
	async buffer(item: INodeExecutionData, property = 'data'): Promise<Buffer> {
		return await this.binaryData.getAsBuffer(binaryOf(item, property));
	}

	async stream(item: INodeExecutionData, property = 'data'): Promise<Readable> {
		const binary = binaryOf(item, property);
		return binary.id
			? await this.binaryData.getAsStream(binary.id)
			: Readable.from(await this.binaryData.getAsBuffer(binary));
	}

	/** An item with a file to hand to a node, stored as the binary mode has it. */
	async fileItem(
		content: Buffer | Readable,
		file: {
			fileName: string;
			mimeType: string;
			property?: string;
			json?: INodeExecutionData['json'];
		},
	): Promise<INodeExecutionData> {
		const { fileName, mimeType, property = 'data', json = {} } = file;
		const location = this.n8n.core.FileLocation.ofExecution('input', this.nextExecutionId());
		const binary = await this.binaryData.store(location, content, { data: '', fileName, mimeType });
		return { json, binary: { [property]: binary } };
	}

	/** Closes every socket and deletes what `createEngine` made. */
	async close(): Promise<void> {
		await this.webhooks.close();
		if (!this.temporaryFolder) return this.watch?.unfollow(this);
		this.watch?.look('binary data', filesIn(this.temporaryFolder));
		rmSync(this.temporaryFolder, { recursive: true, force: true });
		this.watch?.unfollow(this);
	}

	/** The engine's credentials that a node accepts. */
	credentialsFor({ description: { credentials = [] } }: INodeType): INodeCredentials {
		const names = credentials.map(({ name }) => name).filter((name) => name in this.credentials);
		return Object.fromEntries(names.map((name) => [name, { id: name, name }]));
	}

	nextExecutionId(): string {
		return String(++this.executions);
	}

	additionalData(purpose: Purpose): AdditionalData {
		return additionalData(this.n8n, this.credentialsHelper, this.webhooks.baseUrl, purpose);
	}

	private get binaryData() {
		return this.n8n.container.get(this.n8n.core.BinaryDataService);
	}
}

function binaryOf({ binary = {} }: INodeExecutionData, property: string) {
	const found = binary[property];
	if (found) return found;
	const known = Object.keys(binary).join(', ') || 'none';
	throw new Error(`The item has no binary property "${property}"; it has: ${known}`);
}

/** Starts n8n's engine with the given nodes, credentials and binary mode. */
export async function createEngine(options: EngineOptions = {}): Promise<Engine> {
	const { nodeTypes = [], credentialTypes = [], packages = [] } = options;
	const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'n8n-engine-'));
	const filesFolder = options.filesFolder ?? join(folder, 'files');
	const n8n = await loadN8n({
		resolveFrom: options.resolveFrom ?? resolve(__dirname, '../..'),
		folder,
		filesFolder,
		binaryMode: options.binaryMode ?? 'filesystem',
	});
	const loaders = packages.map((directory) => new n8n.core.LazyPackageDirectoryLoader(directory));
	for (const loader of loaders) await loader.loadAll();
	const types = new Types(n8n, nodeTypes, credentialTypes, loaders);
	const temporaryFolder = options.folder ? undefined : folder;
	const { make = (parts) => new Engine(...parts) } = options;
	return make([n8n, types, { ...options.credentials }, filesFolder, temporaryFolder]);
}
