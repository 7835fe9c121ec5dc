import { randomUUID } from 'node:crypto';
import type {
	ICredentialDataDecryptedObject,
	INode,
	INodeCredentials,
	INodeParameters,
} from 'n8n-workflow';
import { accountsOf } from '../../../scripts/accounts';
import type { N8nClient, StoredCredential } from '../../../scripts/n8n/client';
import type { Sandbox } from '../../../sandbox/server';
import type { WorkflowJson } from '../../harness/run';

/** The vendors, by the names of their action nodes. */
export type VendorName = 'flexperto' | 'iotum' | 'vivoMeetings' | 'apizee';

/** A node to look at. */
interface Look {
	/** The name on the canvas. */
	name: string;
	/** The type, without the package. */
	type: string;
	parameters?: INodeParameters;
	credentials?: INodeCredentials;
}

/** A locator as the editor stores it when an ID was typed. */
export const byId = (value: number | string) => ({ __rl: true, mode: 'id', value: String(value) });

/** Stores the credentials of the simulated vendors; gives them as nodes refer to them. */
export async function storeCredentials(
	client: N8nClient,
	sandbox: Sandbox,
): Promise<Record<VendorName, INodeCredentials>> {
	const { apizeeApi, flexpertoApi, iotumApi, vivoMeetingsApi } = accountsOf(sandbox);
	const { email, password } = sandbox.vivoMeetings.companyAdmin;
	const stored = async (name: string, type: string, data: ICredentialDataDecryptedObject) => {
		const { id }: StoredCredential = await client.createCredential(name, type, data);
		return { [type]: { id, name } };
	};
	return {
		apizee: await stored('Apizee account', 'apizeeApi', apizeeApi),
		flexperto: await stored('Flexperto account', 'flexpertoApi', flexpertoApi),
		iotum: await stored('Iotum account', 'iotumApi', iotumApi),
		vivoMeetings: await stored('VivoMeetings account', 'vivoMeetingsApi', {
			...vivoMeetingsApi,
			email,
			password,
		}),
	};
}

/** A workflow: a Manual Trigger, the nodes in rows, each action node behind the trigger. */
export function workflowOf(name: string, looks: Look[]): WorkflowJson {
	const start: INode = {
		id: randomUUID(),
		name: 'Start',
		type: 'n8n-nodes-base.manualTrigger',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
	};
	const nodes = looks.map(
		({ name: called, type, parameters = {}, credentials }, index): INode => ({
			id: randomUUID(),
			name: called,
			type: `n8n-nodes-conferencing.${type}`,
			typeVersion: 1,
			position: [240 + (index % 5) * 240, Math.floor(index / 5) * 200],
			parameters,
			credentials,
			...(type.endsWith('Trigger') && { webhookId: randomUUID() }),
		}),
	);
	const actions = nodes.filter(({ type }) => !type.endsWith('Trigger'));
	const targets = actions.map((node) => ({ node: node.name, type: 'main' as const, index: 0 }));
	return { name, nodes: [start, ...nodes], connections: { Start: { main: [targets] } } };
}
