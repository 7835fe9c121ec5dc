import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { Playground } from '../../../scripts/demoPlayground';
import type { WorkflowJson } from '../../harness/run';
import { ARCHIVES, type QueueMode } from './queueMode';

/** A row that the workflow writes. */
interface Row {
	archive_id: string;
	conference_id: string;
	file: string;
	sha256: string;
	record: { id: string };
}

/** The example. Without its hourly sweep it depends on no clock. */
export function byWebhook({ example }: Playground, { sweeps = true } = {}): WorkflowJson {
	const workflow = example('claim-archives-into-postgresql');
	const nodes = workflow.nodes.map((node) =>
		node.name === 'Every Hour' ? { ...node, disabled: !sweeps } : node,
	);
	return { ...workflow, nodes };
}

/** The same with Flexperto's polling trigger in the webhook's place. */
export function byPolling(playground: Playground): WorkflowJson {
	const workflow = byWebhook(playground, { sweeps: false });
	const nodes = workflow.nodes.map((node) =>
		node.type === 'n8n-nodes-conferencing.flexpertoTrigger'
			? {
					...node,
					type: 'n8n-nodes-conferencing.flexpertoPollingTrigger',
					parameters: { pollTimes: { item: [{ mode: 'everyX', value: 12, unit: 'hours' }] } },
				}
			: node,
	);
	return { ...workflow, id: 'polling', name: 'Flexperto: sweep by polling', nodes };
}

/** The archives that still have to be claimed. */
export const unclaimed = async ({ sandbox }: Playground): Promise<string[]> =>
	(await sandbox.control.flexperto.archives())
		.filter(({ status }) => status === 'AVAILABLE')
		.map(({ id }) => id);

/** What there is of an archive, at Flexperto, in PostgreSQL and on the disk. */
interface State {
	id: string;
	status: string;
	/** How often it was claimed. */
	claims: number;
	rows: number;
	/** Whether the row tells of this archive. */
	isRecorded: boolean;
	/** Whether row and file have the checksum that Flexperto recorded. */
	isStored: boolean;
}

/** As it has to be in the end. */
export const complete = (id: string): State => ({
	id,
	status: 'ABANDONED',
	claims: 1,
	rows: 1,
	isRecorded: true,
	isStored: true,
});

/** The state of each archive. */
export async function statesOf({ sandbox }: Playground, queueMode: QueueMode): Promise<State[]> {
	const { control } = sandbox;
	const requests = await control.requests({ method: 'POST', path: '*/abandon' });
	const claims = requests.map(({ path }) => path.split('/').at(-2));
	const rows = await queueMode.postgres.rows<Row>(ARCHIVES, 'SELECT * FROM flexperto_archives');
	const archives = await control.flexperto.archives();
	return archives.map(({ id, status, subject, sha256CheckSum }) => {
		const own = rows.filter(({ archive_id }) => archive_id === id);
		const [row] = own;
		return {
			id,
			status,
			claims: claims.filter((claimed) => claimed === id).length,
			rows: own.length,
			isRecorded: row?.conference_id === subject.conference_id && row.record.id === id,
			isStored: row?.sha256 === sha256CheckSum && sha256(row?.file) === sha256CheckSum,
		};
	});
}

const sha256 = (file = '') =>
	existsSync(file) && createHash('sha256').update(readFileSync(file)).digest('hex');
