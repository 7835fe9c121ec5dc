import type { INodeTypeBaseDescription, INodeTypeDescription } from 'n8n-workflow';
import { api as apizee } from '../../nodes/Apizee/api';
import { api as flexperto } from '../../nodes/Flexperto/api';
import { api as iotum } from '../../nodes/Iotum/api';
import type { Table } from '../../nodes/kit/table';
import { api as vivoMeetings } from '../../nodes/VivoMeetings/api';
import { FOLDERS, nodesOf } from './nodes';

/** A vendor's nodes and the page that tells of them. */
export interface DocumentedVendor {
	name: string;
	page: string;
	table: Table;
	/** The polling trigger, the trigger. */
	triggers: INodeTypeDescription[];
}

const tables: Record<string, Table> = {
	Apizee: apizee,
	Flexperto: flexperto,
	Iotum: iotum,
	VivoMeetings: vivoMeetings,
};

/** Every vendor, in the order in which users read of them. */
export const documented = async (): Promise<DocumentedVendor[]> =>
	await Promise.all(
		FOLDERS.map(async (name) => {
			const classes = await nodesOf(name);
			const triggers = classes.flatMap((NodeType) => {
				const { description } = new NodeType();
				return isWhole(description) && description.group.includes('trigger') ? [description] : [];
			});
			return { name, page: `docs/${name.toLowerCase()}.md`, table: tables[name] ?? {}, triggers };
		}),
	);

/** Whether it is the description of one version of a node, not what several have in common. */
const isWhole = (
	description: INodeTypeBaseDescription | INodeTypeDescription,
): description is INodeTypeDescription => 'properties' in description;
