import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { isDeepStrictEqual } from 'node:util';
import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	INode,
	INodeExecutionData,
	INodeListSearchResult,
} from 'n8n-workflow';
import type { N8nClient, StoredCredential, StoredExecution } from '../../scripts/n8n/client';
import { Engine } from '../harness/engine';
import type { LogLine } from '../harness/n8n';
import { packageName } from '../harness/nodeTypes';
import { gather, type RunResult } from '../harness/result';
import { loadWorkflow, workflowId, type RunOptions, type WorkflowJson } from '../harness/run';
import type { PickerLookUp } from '../harness/runPicker';
import type { CredentialTestResult } from '../harness/testCredential';
import { nodeWebhooks } from '../harness/webhookRegistration';
import { InstalledWorkflow } from './installedWorkflow';

type EngineParts = ConstructorParameters<typeof Engine>;

/**
 * An n8n that runs in a process of its own, with the package installed, in the place of the engine:
 * what the other tests and the demo do with the engine is done here over n8n's own interface.
 * The engine in this process lends the descriptions of nodes and credentials, and executes nothing.
 */
export class InstalledN8n extends Engine {
	private readonly stored = new Map<string, StoredCredential & { data: object }>();
	private readonly active = new Map<string, string>();

	constructor(
		readonly client: N8nClient,
		private readonly logFile: string,
		parts: EngineParts,
	) {
		super(...parts);
	}

	override get logs(): LogLine[] {
		const lines = readFileSync(this.logFile, 'utf8').split('\n');
		return lines.map((message) => ({ level: 'info', message, metadata: {} }));
	}

	override async run(workflow: WorkflowJson, options: RunOptions = {}): Promise<RunResult> {
		const { items, pinData = {} } = options;
		const first = options.startNode ?? startOf(workflow);
		const imported = await this.client.importWorkflow({
			...workflow,
			nodes: await this.withStored(workflow.nodes),
			pinData: { ...workflow.pinData, ...pinData, ...(items && { [first]: items }) },
		});
		return await this.result(await this.client.run(imported, first));
	}

	override async activate(workflow: WorkflowJson): Promise<InstalledWorkflow> {
		const key = workflowId(workflow);
		const nodes = await this.withStored(workflow.nodes);
		const known = this.active.get(key);
		const id = known ?? (await this.client.importWorkflow({ ...workflow, nodes })).id;
		this.active.set(key, id);
		return await InstalledWorkflow.activate(this, id);
	}

	override async runPicker(look: PickerLookUp): Promise<INodeListSearchResult> {
		const { node, method, parameters = {}, path = 'parameters', filter, paginationToken } = look;
		const name = `${packageName}.${node}`;
		const type = this.types.getByNameAndVersion(name);
		return await this.client.picker({
			path,
			nodeTypeAndVersion: { name, version: 1 },
			currentNodeParameters: parameters,
			methodName: method,
			credentials: await this.storedCredentials(look.credentials ?? this.credentialsFor(type)),
			filter,
			paginationToken,
		});
	}

	override async testCredential(
		type: string,
		data: ICredentialDataDecryptedObject,
	): Promise<CredentialTestResult> {
		return await this.client.testCredential(await this.store(type, data), data);
	}

	override async buffer({ binary = {} }: INodeExecutionData, property = 'data'): Promise<Buffer> {
		const found = binary[property];
		if (!found) throw new Error(`The item has no binary property "${property}"`);
		return found.id ? await this.client.binary(found.id) : Buffer.from(found.data, 'base64');
	}

	override async stream(item: INodeExecutionData, property?: string): Promise<Readable> {
		return Readable.from(await this.buffer(item, property));
	}

	/** A file within the item: n8n takes it with the workflow, as pinned data. */
	override async fileItem(
		content: Buffer | Readable,
		{ fileName, mimeType, property = 'data', json = {} }: Parameters<Engine['fileItem']>[1],
	): Promise<INodeExecutionData> {
		const bytes = Buffer.concat(await Readable.from(content).toArray());
		const binary = { data: bytes.toString('base64'), fileName, mimeType };
		return { json, binary: { [property]: binary } };
	}

	/** The production URLs of a workflow's webhook triggers, by node name. */
	async webhookUrls(id: string): Promise<Record<string, string>> {
		const workflow = loadWorkflow(this, await this.client.workflow(id));
		const urls = nodeWebhooks(this, workflow).map(({ node, path }) => [
			node,
			`${this.client.url}/webhook/${path}`,
		]);
		return Object.fromEntries(urls);
	}

	/** What the editor would show of an execution. */
	async result({ id, status, data, workflowId: of }: StoredExecution): Promise<RunResult> {
		const { staticData } = await this.client.workflow(of);
		return {
			...gather({ data }),
			executionId: id,
			status,
			data,
			logs: [],
			staticData: staticData as IDataObject,
		};
	}

	/** The nodes with the ids of credentials that n8n has. */
	private async withStored(nodes: INode[]): Promise<INode[]> {
		return await Promise.all(
			nodes.map(async (node) => ({
				...node,
				...(node.credentials && { credentials: await this.storedCredentials(node.credentials) }),
			})),
		);
	}

	private async storedCredentials(used: NonNullable<INode['credentials']>) {
		const entries = Object.entries(used).map(async ([type, { id, name }]) => {
			const key = [id, name, type].find((candidate) => candidate && candidate in this.credentials);
			const data = key ? this.credentials[key] : undefined;
			// A workflow may name what it would use for another authentication.
			if (!data) return [];
			const stored = await this.store(type, data);
			return [[type, { id: stored.id, name: stored.name }]];
		});
		return Object.fromEntries((await Promise.all(entries)).flat());
	}

	/** The same credential for the same values, as a user would have it. */
	private async store(
		type: string,
		data: ICredentialDataDecryptedObject,
	): Promise<StoredCredential> {
		const known = [...this.stored.values()].find(
			(stored) => stored.type === type && isDeepStrictEqual(stored.data, data),
		);
		if (known) return known;
		const name = `${type} ${this.stored.size + 1}`;
		const { id } = await this.client.createCredential(name, type, data);
		const stored = { id, name, type, data: structuredClone(data) };
		this.stored.set(id, stored);
		return stored;
	}
}

/** Where "Execute workflow" begins: at a Manual Trigger, or at the only trigger. */
function startOf({ nodes, connections }: WorkflowJson): string {
	const targets = Object.values(connections).flatMap((outputs) =>
		Object.values(outputs).flatMap((lists) => lists.flatMap((list) => list ?? [])),
	);
	const first =
		nodes.find(({ type }) => type === 'n8n-nodes-base.manualTrigger') ??
		nodes.find(
			({ name, type }) =>
				type !== 'n8n-nodes-base.stickyNote' && !targets.some(({ node }) => node === name),
		);
	if (!first) throw new Error('The workflow has no beginning.');
	return first.name;
}
