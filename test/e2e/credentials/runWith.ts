import type { INode, INodeParameters } from 'n8n-workflow';
import type { StoredCredential } from '../../../scripts/n8n/client';
import { packageName } from '../../harness/nodeTypes';
import { gather } from '../../harness/result';
import { client } from '../setup';

const nodeOf = (name: string, type: string, parameters: INodeParameters = {}): INode => ({
	id: name,
	name,
	type,
	typeVersion: 1,
	position: [0, 0],
	parameters,
});

/** Looks up a company so many times by a stored credential: what the node gives, or its error. */
export async function runWith(
	credential: StoredCredential,
	node: 'iotum' | 'vivoMeetings',
	times = 1,
) {
	const workflow = await client.importWorkflow({
		pinData: { Start: Array.from({ length: times }, () => ({ json: {} })) },
		name: `By ${credential.name}`,
		nodes: [
			nodeOf('Start', 'n8n-nodes-base.manualTrigger'),
			{
				...nodeOf('Company', `${packageName}.${node}`, {
					authentication: 'oAuth2',
					resource: 'company',
					operation: 'get',
					companyId: { __rl: true, mode: 'id', value: 5 },
				}),
				credentials: { [credential.type]: credential },
			},
		],
		connections: { Start: { main: [[{ node: 'Company', type: 'main', index: 0 }]] } },
	});
	const { outputs, error } = gather(await client.run(workflow, 'Start'));
	return { json: outputs.Company?.[0]?.map((item) => item.json), error };
}
