import type { IDataObject } from 'n8n-workflow';
import type { CredentialStore } from '../../harness/credentials';
import type { WorkflowJson } from '../../harness/run';

/** What a process with n8n's engine is made of. All of it outlives the process. */
export interface Installation {
	/** Where n8n-core is installed. */
	resolveFrom: string;
	/** Node packages. */
	packages: string[];
	credentials: CredentialStore;
	/** n8n's user folder: its binary data and the static data of the workflows. */
	folder: string;
	/** Where workflows read and write files. */
	filesFolder: string;
	/** Node types that are loaded before the work begins. */
	nodeTypes: string[];
}

/** `publish`: n8n starts, and each polling trigger polls. Otherwise the workflow runs from a node. */
export type Step = 'publish' | { from: string; mode: 'manual' | 'trigger' };

/** What a process is to do with a workflow, one step after the other. */
export interface Job {
	workflow: WorkflowJson;
	steps: Step[];
}

/** What came of an execution; a step that started none has none. */
export interface Outcome {
	status: string;
	message?: string;
	description?: string;
	/** The items of each node's first output. */
	outputs: Record<string, IDataObject[]>;
}

/** What a process tells. */
export type Message = 'ready' | 'begun' | { done: Outcome[] } | { failed: string };
