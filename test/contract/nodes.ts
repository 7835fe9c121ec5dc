import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ICredentialType, INodeType } from 'n8n-workflow';
import { FlexpertoApi } from '../../credentials/FlexpertoApi.credentials';
import { api as flexpertoApi } from '../../nodes/Flexperto/api';
import { events as flexpertoEvents } from '../../nodes/Flexperto/events';
import { Flexperto } from '../../nodes/Flexperto/Flexperto.node';
import { FlexpertoPollingTrigger } from '../../nodes/Flexperto/trigger/FlexpertoPollingTrigger.node';
import { FlexpertoTrigger } from '../../nodes/Flexperto/trigger/FlexpertoTrigger.node';
import type { PolledEvent } from '../../nodes/kit/event';
import type { Table } from '../../nodes/kit/table';

export const root = join(__dirname, '../..');

export const source = (file: string): string => readFileSync(join(root, file), 'utf8');

/** A node of the package, the file it is in, and the table it is made from. */
export interface PackagedNode {
	file: string;
	node: INodeType;
	table?: Table;
	events?: Record<string, PolledEvent>;
}

/** Every node of the package; the test of package.json sees to it that none is missing. */
export const nodes: PackagedNode[] = [
	{ file: 'nodes/Flexperto/Flexperto.node.ts', node: new Flexperto(), table: flexpertoApi },
	{
		file: 'nodes/Flexperto/trigger/FlexpertoTrigger.node.ts',
		node: new FlexpertoTrigger(),
	},
	{
		file: 'nodes/Flexperto/trigger/FlexpertoPollingTrigger.node.ts',
		node: new FlexpertoPollingTrigger(),
		events: flexpertoEvents,
	},
];

export const credentials: Array<{ file: string; credential: ICredentialType }> = [
	{ file: 'credentials/FlexpertoApi.credentials.ts', credential: new FlexpertoApi() },
];
