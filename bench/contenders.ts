import type { INodeParameters } from 'n8n-workflow';
import type { Step } from './jobs/n8n';
import type { VendorAccess } from './process';

/** Who reads records of archives: this package, what users would take instead, and no n8n at all. */
export const CONTENDERS = {
	ours: 'this package, at most 10 in flight',
	httpRequest: 'HTTP Request node, header credential',
	declarative: 'a declarative node',
	serial: 'a plain programmatic node, one by one',
	helper: 'request helper of n8n alone, 10 in flight',
	floor: 'Node.js alone, keep-alive, 10 in flight',
} as const;

export type Contender = keyof typeof CONTENDERS;

/** The node that reads an archive for each item, by the ID in it. */
export function nodeOf(contender: Exclude<Contender, 'floor'>, { flexperto }: VendorAccess): Step {
	const node = (type: string, typeVersion: number, parameters: INodeParameters) => ({
		type,
		typeVersion,
		parameters,
	});
	const archiveId = '={{ $json.id }}';
	switch (contender) {
		case 'ours':
			return node('n8n-nodes-conferencing.flexperto', 1, {
				resource: 'archive',
				operation: 'get',
				archiveId,
				options: { batching: { values: { concurrentRequests: 10, pause: 0 } } },
			});
		case 'httpRequest':
			return node('n8n-nodes-base.httpRequest', 4.3, {
				url: `=${flexperto.baseUrl}/api/v2/communication/archives/archives/{{ $json.id }}`,
				authentication: 'genericCredentialType',
				genericAuthType: 'httpHeaderAuth',
				options: {},
			});
		case 'declarative':
			return node('n8n-nodes-conferencing.declarativeTwin', 1, { archiveId });
		case 'serial':
			return node('n8n-nodes-conferencing.serialTwin', 1, { archiveId });
		case 'helper':
			return node('n8n-nodes-conferencing.helperTwin', 1, {});
	}
}
