import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ICredentialType, INodeType } from 'n8n-workflow';
import { ApizeeApi } from '../../credentials/ApizeeApi.credentials';
import { FlexpertoApi } from '../../credentials/FlexpertoApi.credentials';
import { IotumApi } from '../../credentials/IotumApi.credentials';
import { IotumOAuth2Api } from '../../credentials/IotumOAuth2Api.credentials';
import { VivoMeetingsApi } from '../../credentials/VivoMeetingsApi.credentials';
import { VivoMeetingsOAuth2Api } from '../../credentials/VivoMeetingsOAuth2Api.credentials';
import { api as apizeeApi } from '../../nodes/Apizee/api';
import { Apizee } from '../../nodes/Apizee/Apizee.node';
import { events as apizeeEvents } from '../../nodes/Apizee/events';
import { ApizeePollingTrigger } from '../../nodes/Apizee/trigger/ApizeePollingTrigger.node';
import { ApizeeTrigger } from '../../nodes/Apizee/trigger/ApizeeTrigger.node';
import { api as flexpertoApi } from '../../nodes/Flexperto/api';
import { events as flexpertoEvents } from '../../nodes/Flexperto/events';
import { Flexperto } from '../../nodes/Flexperto/Flexperto.node';
import { FlexpertoPollingTrigger } from '../../nodes/Flexperto/trigger/FlexpertoPollingTrigger.node';
import { FlexpertoTrigger } from '../../nodes/Flexperto/trigger/FlexpertoTrigger.node';
import { api as iotumApi } from '../../nodes/Iotum/api';
import { events as iotumEvents } from '../../nodes/Iotum/events';
import { Iotum } from '../../nodes/Iotum/Iotum.node';
import { IotumPollingTrigger } from '../../nodes/Iotum/trigger/IotumPollingTrigger.node';
import { IotumTrigger } from '../../nodes/Iotum/trigger/IotumTrigger.node';
import type { PolledEvent } from '../../nodes/kit/event';
import type { Table } from '../../nodes/kit/table';
import { api as vivoMeetingsApi } from '../../nodes/VivoMeetings/api';
import { events as vivoMeetingsEvents } from '../../nodes/VivoMeetings/events';
import { VivoMeetingsPollingTrigger } from '../../nodes/VivoMeetings/trigger/VivoMeetingsPollingTrigger.node';
import { VivoMeetingsTrigger } from '../../nodes/VivoMeetings/trigger/VivoMeetingsTrigger.node';
import { VivoMeetings } from '../../nodes/VivoMeetings/VivoMeetings.node';

export const root = join(__dirname, '../..');

export const source = (file: string): string => readFileSync(join(root, file), 'utf8');

/** A node of the package, the file it is in, and the table it is made from. */
export interface PackagedNode {
	file: string;
	node: INodeType;
	table?: Table;
	events?: Record<string, PolledEvent>;
}

/** The three nodes of a vendor, which lie in the folder of its name. */
function ofVendor(
	name: string,
	actions: { node: INodeType; table: Table },
	trigger: INodeType,
	polling: { node: INodeType; events: Record<string, PolledEvent> },
): PackagedNode[] {
	return [
		{ file: `nodes/${name}/${name}.node.ts`, ...actions },
		{ file: `nodes/${name}/trigger/${name}Trigger.node.ts`, node: trigger },
		{ file: `nodes/${name}/trigger/${name}PollingTrigger.node.ts`, ...polling },
	];
}

/** Every node of the package; the test of package.json sees to it that none is missing. */
export const nodes: PackagedNode[] = [
	...ofVendor('Flexperto', { node: new Flexperto(), table: flexpertoApi }, new FlexpertoTrigger(), {
		node: new FlexpertoPollingTrigger(),
		events: flexpertoEvents,
	}),
	...ofVendor('Iotum', { node: new Iotum(), table: iotumApi }, new IotumTrigger(), {
		node: new IotumPollingTrigger(),
		events: iotumEvents,
	}),
	...ofVendor(
		'VivoMeetings',
		{ node: new VivoMeetings(), table: vivoMeetingsApi },
		new VivoMeetingsTrigger(),
		{ node: new VivoMeetingsPollingTrigger(), events: vivoMeetingsEvents },
	),
	...ofVendor('Apizee', { node: new Apizee(), table: apizeeApi }, new ApizeeTrigger(), {
		node: new ApizeePollingTrigger(),
		events: apizeeEvents,
	}),
];

const credential = (instance: ICredentialType) => ({
	file: `credentials/${instance.constructor.name}.credentials.ts`,
	credential: instance,
});

export const credentials: Array<{ file: string; credential: ICredentialType }> = [
	credential(new ApizeeApi()),
	credential(new FlexpertoApi()),
	credential(new IotumApi()),
	credential(new IotumOAuth2Api()),
	credential(new VivoMeetingsApi()),
	credential(new VivoMeetingsOAuth2Api()),
];

/** The description of a node by its name. */
export function descriptionOf(name: string): INodeType['description'] {
	const found = nodes.find(({ node }) => node.description.name === name);
	if (!found) throw new Error(`There is no node ${name}`);
	return found.node.description;
}
