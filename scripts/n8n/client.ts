import axios, { type AxiosInstance } from 'axios';
import { parse } from 'flatted';
import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	INodeListSearchResult,
	INodePropertyOptions,
	INodeTypeDescription,
	IRun,
	IRunExecutionData,
	IWorkflowBase,
} from 'n8n-workflow';
import type { WorkflowJson } from '../../test/harness/run';
import type { Major, N8nServer } from './server';

/** Whom a new n8n belongs to. Nothing outside this machine can reach it. */
export const OWNER = {
	email: 'owner@example.com',
	password: 'Conferencing-1',
	firstName: 'Olivia',
	lastName: 'Owner',
};

/** What n8n keeps of a credential. */
export interface StoredCredential {
	id: string;
	name: string;
	type: string;
}

/** What n8n keeps of an execution. */
export interface StoredExecution {
	id: string;
	status: IRun['status'];
	mode: IRun['mode'];
	workflowId: string;
	finished: boolean;
	startedAt: string;
	stoppedAt: string;
	data: IRunExecutionData;
}

type StoredWorkflow = IWorkflowBase & { id: string; versionId: string };

/** How far n8n 2 is with the triggers of a workflow. */
interface Publication {
	status: 'in_progress' | 'published' | 'partial' | 'failed' | 'not_published';
	triggers: Array<{ errorMessage: string | null }>;
}

const ENDED = ['success', 'error', 'crashed', 'canceled'];

/** What the editor asks of n8n's server, as its signed-in owner. */
export class N8nClient {
	readonly url: string;
	readonly major: Major;
	private readonly http: AxiosInstance;

	/** @param cookie the session of a user who is signed in */
	constructor(
		{ url, major }: Pick<N8nServer, 'url' | 'major'>,
		readonly cookie = '',
	) {
		this.url = url;
		this.major = major;
		this.http = axios.create({
			baseURL: url,
			proxy: false,
			validateStatus: () => true,
			headers: { 'browser-id': 'a-browser', cookie },
		});
	}

	/** Signs in as the owner; makes the owner first where there is none. */
	static async signIn(server: Pick<N8nServer, 'url' | 'major'>): Promise<N8nClient> {
		const { http } = new N8nClient(server);
		const { email: emailOrLdapLoginId, password } = OWNER;
		await http.post('/rest/owner/setup', OWNER);
		const { headers, status, data } = await http.post('/rest/login', {
			emailOrLdapLoginId,
			password,
		});
		if (status !== 200) throw new Error(`The sign-in failed: ${JSON.stringify(data)}`);
		const [cookie = ''] = (headers['set-cookie'] ?? []).map((line) => line.split(';')[0] ?? '');
		return new N8nClient(server, cookie);
	}

	/** Asks for something. Throws with n8n's words when it refuses. */
	private async ask<T>(method: string, path: string, data?: unknown): Promise<T> {
		const answer = await this.http.request<{ data: T; message?: string }>({
			method,
			url: `/rest/${path}`,
			data,
		});
		if (answer.status < 300) return answer.data.data;
		throw new Error(`${method} ${path}: ${answer.status} ${answer.data.message ?? ''}`);
	}

	/** Every node type that n8n offers, with its description. */
	async nodeTypes(): Promise<INodeTypeDescription[]> {
		return (await this.http.get('/types/nodes.json')).data;
	}

	async credentialTypes(): Promise<ICredentialType[]> {
		return (await this.http.get('/types/credentials.json')).data;
	}

	async createCredential(
		name: string,
		type: string,
		data: ICredentialDataDecryptedObject,
	): Promise<StoredCredential> {
		return await this.ask('POST', 'credentials', { name, type, data });
	}

	async credentials(): Promise<StoredCredential[]> {
		return await this.ask('GET', 'credentials');
	}

	/** Presses "Test" on a stored credential, or on one with other values. */
	async testCredential(
		{ id, name, type }: StoredCredential,
		data: ICredentialDataDecryptedObject,
	): Promise<{ status: 'OK' | 'Error'; message: string }> {
		return await this.ask('POST', 'credentials/test', { credentials: { id, name, type, data } });
	}

	/** Imports a workflow as the editor exports it; it is not active. */
	async importWorkflow({ nodes, connections, name, settings, pinData }: WorkflowJson) {
		return await this.ask<StoredWorkflow>('POST', 'workflows', {
			name: name ?? 'Workflow',
			nodes,
			connections,
			settings: { executionOrder: 'v1', ...settings },
			pinData,
			active: false,
		});
	}

	async workflows(): Promise<Array<Pick<StoredWorkflow, 'id' | 'name'>>> {
		return await this.ask('GET', 'workflows');
	}

	async workflow(id: string): Promise<StoredWorkflow> {
		return await this.ask('GET', `workflows/${id}`);
	}

	/** Activates ("publishes" in n8n 2) a workflow. Throws with the trigger's words when it refuses. */
	async activate(id: string): Promise<void> {
		const { versionId } = await this.workflow(id);
		if (this.major === '1') {
			await this.ask('PATCH', `workflows/${id}`, { active: true, versionId });
			return;
		}
		await this.ask('POST', `workflows/${id}/activate`, { versionId });
		const { status, triggers } = await this.published(id);
		const words = triggers.map(({ errorMessage }) => errorMessage ?? '').join(' ');
		if (status !== 'published') throw new Error(`The workflow is ${status}: ${words}`);
	}

	async deactivate(id: string): Promise<void> {
		const { versionId } = await this.workflow(id);
		if (this.major === '1') {
			await this.ask('PATCH', `workflows/${id}`, { active: false, versionId });
			return;
		}
		await this.ask('POST', `workflows/${id}/deactivate`, {});
		await this.published(id);
	}

	/** Saves a change of an active workflow, which n8n 2 publishes as well only when asked. */
	async change({ id, nodes, connections }: StoredWorkflow): Promise<void> {
		const { versionId } = await this.workflow(id);
		await this.ask('PATCH', `workflows/${id}`, { nodes, connections, versionId });
		if (this.major === '2') await this.activate(id);
	}

	/** Presses "Listen for test event": the test URL takes one delivery, and no other after that. */
	async listen(workflow: StoredWorkflow, startNode: string): Promise<void> {
		await this.ask('POST', `workflows/${workflow.id}/run`, {
			workflowData: workflow,
			triggerToStartFrom: { name: startNode },
		});
	}

	async stopListening(id: string): Promise<void> {
		await this.ask('DELETE', `test-webhook/${id}`);
	}

	/** Waits until n8n 2 has published a workflow, or taken it back, which it does in the background. */
	private async published(id: string): Promise<Publication> {
		for (;;) {
			const publication = await this.ask<Publication>('GET', `workflows/${id}/publication-status`);
			if (publication.status !== 'in_progress') return publication;
			await new Promise((done) => setTimeout(done, 50));
		}
	}

	/**
	 * Presses "Execute workflow" and waits until the execution has ended.
	 *
	 * @param startNode the trigger to start from
	 */
	async run(workflow: StoredWorkflow, startNode: string): Promise<StoredExecution> {
		const { executionId } = await this.ask<{ executionId: string }>(
			'POST',
			`workflows/${workflow.id}/run`,
			{ workflowData: workflow, triggerToStartFrom: { name: startNode } },
		);
		return await this.ended(executionId);
	}

	/** An execution with the data of every node. */
	async execution(id: string): Promise<StoredExecution> {
		const stored = await this.ask<StoredExecution & { data: string }>('GET', `executions/${id}`);
		return { ...stored, data: parse(stored.data) };
	}

	/** Waits until an execution has ended, at most two minutes. */
	async ended(id: string): Promise<StoredExecution> {
		const until = Date.now() + 120_000;
		for (;;) {
			const stored = await this.execution(id).catch(() => undefined);
			// n8n 1 writes the data after the status.
			if (stored?.data && ENDED.includes(stored.status)) return stored;
			if (Date.now() > until) throw new Error(`Execution ${id} is still ${stored?.status}`);
			await new Promise((done) => setTimeout(done, 100));
		}
	}

	/** The ids of a workflow's executions, oldest first; the last hundred of them. */
	async executionsOf(workflowId: string): Promise<Array<Pick<StoredExecution, 'id' | 'status'>>> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId }));
		const { results } = await this.ask<{ results: StoredExecution[] }>(
			'GET',
			`executions?filter=${filter}&limit=100`,
		);
		return results.reverse();
	}

	/** Opens a picker of a node, or fetches its next page. */
	async picker(request: object): Promise<INodeListSearchResult> {
		return await this.ask('POST', 'dynamic-node-parameters/resource-locator-results', request);
	}

	/** The choices of a list that is loaded. */
	async options(request: object): Promise<INodePropertyOptions[]> {
		return await this.ask('POST', 'dynamic-node-parameters/options', request);
	}

	/** A file that n8n keeps, by the id in an item. */
	async binary(id: string): Promise<Buffer> {
		const { status, data } = await this.http.get<ArrayBuffer>('/rest/binary-data', {
			params: { id, action: 'view' },
			responseType: 'arraybuffer',
		});
		if (status !== 200) throw new Error(`The file ${id} is not there: ${status}`);
		return Buffer.from(data);
	}
}
