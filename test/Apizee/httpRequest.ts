import type { ICredentialDataDecryptedObject, INodeParameters } from 'n8n-workflow';

import type { ApizeeSetup } from './setup';

/** n8n's HTTP Request node with a credential that n8n has stored. */
export function requester(
	{ engine, credentials }: ApizeeSetup,
	apizeeApi: ICredentialDataDecryptedObject = credentials.apizeeApi,
) {
	const id = `stored ${engine.nextExecutionId()}`;
	engine.credentials[id] = apizeeApi;
	const ask = async (url: string, parameters: INodeParameters = {}) => {
		const position: [number, number] = [0, 0];
		const authentication = 'predefinedCredentialType';
		const node = {
			id: 'node',
			name: 'HTTP Request',
			type: 'n8n-nodes-base.httpRequest',
			typeVersion: 4.4,
			position,
			parameters: { url, authentication, nodeCredentialType: 'apizeeApi', ...parameters },
			credentials: { apizeeApi: { id, name: id } },
		};
		const workflow = { nodes: [node], connections: {} };
		const result = await engine.run(workflow, { startNode: 'HTTP Request' });
		const items = result.outputs['HTTP Request']?.[0] ?? [];
		return { ...result, json: items.map(({ json }) => json) };
	};
	const stored = () => engine.credentials[id];
	return {
		ask,
		stored,
		/** Saves the credential with changes, as its form does: what n8n has stored beside stays. */
		change(changes: ICredentialDataDecryptedObject) {
			engine.credentials[id] = { ...stored(), ...changes };
		},
	};
}
