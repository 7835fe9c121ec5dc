import type { INode, INodeParameters } from 'n8n-workflow';

import type { WorkflowJson } from '../harness/run';
import { useFlexperto } from './setup';

const flexperto = useFlexperto();

const node = (name: string, operation: string, parameters: INodeParameters): INode => ({
	id: name,
	name,
	type: 'n8n-nodes-conferencing.flexperto',
	typeVersion: 1,
	position: [0, 0],
	parameters: { resource: 'archive', operation, ...parameters },
	credentials: { flexpertoApi: { id: 'flexpertoApi', name: 'flexpertoApi' } },
});

/**
 * Start -> Download -> Mark as Claimed, for an archive that is sound, one whose file is not the one on
 * record, and another sound one. The ID to claim comes from the start, so it is there for all items.
 */
async function claim(onError: INode['onError'], outputOfDownload = 0) {
	const { engine, vendor } = flexperto();
	const archives = [];
	for (let count = 0; count < 3; count++) {
		archives.push(await vendor.finishConference({ available: true }));
	}
	const ids = archives.map(({ id }) => id);
	await vendor.corruptArchive(ids[1] ?? '');
	const workflow: WorkflowJson = {
		nodes: [
			{
				id: 'Start',
				name: 'Start',
				type: 'n8n-nodes-base.manualTrigger',
				typeVersion: 1,
				position: [0, 0],
				parameters: {},
			},
			{ ...node('Download', 'download', { archiveId: '={{ $json.archiveId }}' }), onError },
			{
				...node('Mark as Claimed', 'abandon', {
					archiveId: '={{ $("Start").item.json.archiveId }}',
				}),
				onError: 'continueRegularOutput',
			},
		],
		connections: {
			Start: { main: [[{ node: 'Download', type: 'main', index: 0 }]] },
			Download: {
				main: [
					...Array.from({ length: outputOfDownload }, () => []),
					[{ node: 'Mark as Claimed', type: 'main', index: 0 }],
				],
			},
		},
	};
	const items = ids.map((archiveId) => ({ json: { archiveId } }));
	const result = await engine.run(workflow, { items });
	const states = (await vendor.archives()).map(({ status }) => status);
	return { ids, states, result, claimed: result.outputs['Mark as Claimed']?.[0] ?? [] };
}

const refused = {
	error: expect.stringContaining(
		'This item comes from a step that failed, so nothing is done for it',
	),
	message: expect.any(String),
};

it('claims no archive whose download failed, though the run goes on with the others', async () => {
	const { ids, states, result, claimed } = await claim('continueRegularOutput');
	expect(result.outputs.Download?.[0]?.map(({ binary }) => Object.keys(binary ?? {}))).toEqual([
		['data'],
		[],
		['data'],
	]);
	expect(claimed.map(({ json }) => json)).toEqual([
		{ success: true, archiveId: ids[0] },
		refused,
		{ success: true, archiveId: ids[2] },
	]);
	expect(claimed.map(({ pairedItem }) => pairedItem)).toEqual([0, 1, 2].map((item) => ({ item })));
	expect(states).toEqual(['ABANDONED', 'AVAILABLE', 'ABANDONED']);
});

it('claims only what was downloaded when failures leave by the error output', async () => {
	const { states, result } = await claim('continueErrorOutput');
	expect(result.outputs.Download?.map((items) => items.length)).toEqual([2, 1]);
	expect(states).toEqual(['ABANDONED', 'AVAILABLE', 'ABANDONED']);
});

it('claims nothing when the error output is wired to the claim by accident', async () => {
	const { states, claimed } = await claim('continueErrorOutput', 1);
	expect(claimed.map(({ json }) => json)).toEqual([refused]);
	expect(states).toEqual(['AVAILABLE', 'AVAILABLE', 'AVAILABLE']);
});

it('claims nothing at all when the failing download stops the run', async () => {
	const { states, result, claimed } = await claim('stopWorkflow');
	expect(result.error?.message).toMatch(/is not the one the vendor recorded \[item 1\]$/);
	expect(claimed).toEqual([]);
	expect(states).toEqual(['AVAILABLE', 'AVAILABLE', 'AVAILABLE']);
});
