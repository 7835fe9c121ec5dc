import type { INodeParameters } from 'n8n-workflow';
import type { Step } from './jobs/n8n';

/** Nodes that move one file, each by the ID in its item. */
export const TRANSFERS = {
	archive: 'this package, an archive with its SHA-256 compared',
	httpRequest: 'HTTP Request node, the same file from its signed link, no checksum',
	drive: 'this package, into the Drive of a host at Iotum/Callbridge',
	document: 'this package, into a contract session at Flexperto',
} as const;

export type Transfer = keyof typeof TRANSFERS;

export const isTransfer = (name: string): name is Transfer => Object.hasOwn(TRANSFERS, name);

/** Whether the item's file goes to a vendor, instead of one coming from there. */
export const isUpload = (transfer: Transfer): boolean =>
	transfer === 'drive' || transfer === 'document';

/** The node of a transfer; the fields of its item are `id` or `url` and, for a document, `expertId`. */
export function transferNode(transfer: Transfer): Step {
	const ours = (name: string, parameters: INodeParameters) => ({
		type: `n8n-nodes-conferencing.${name}`,
		typeVersion: 1,
		parameters,
	});
	const id = '={{ $json.id }}';
	switch (transfer) {
		case 'archive':
			return ours('flexperto', { resource: 'archive', operation: 'download', archiveId: id });
		case 'httpRequest':
			return {
				type: 'n8n-nodes-base.httpRequest',
				typeVersion: 4.3,
				parameters: {
					url: '={{ $json.url }}',
					options: { response: { response: { responseFormat: 'file' } } },
				},
			};
		case 'drive':
			return ours('iotum', { resource: 'driveFile', operation: 'upload', hostId: id });
		case 'document':
			return ours('flexperto', {
				resource: 'contractSession',
				operation: 'uploadDocument',
				sessionId: id,
				actingUserId: '={{ $json.expertId }}',
			});
	}
}
