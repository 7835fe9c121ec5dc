import type {
	IDataObject,
	INodeExecutionData,
	INodeProperties,
	IPollFunctions,
} from 'n8n-workflow';

import { connect, type Vendor } from './connection';
import { byName, describeInputs } from './describe';
import { nodeError, refusal } from './error';
import { includeExisting, type PolledEvent } from './event';
import { readTrigger } from './read';
import { isRecord } from './record';
import { readSettings } from './settings';
import { createTools } from './tools';

/** How many records a test in the editor shows. */
const SAMPLE = 10;

/**
 * One look of a polling trigger. The state is written last, so that a failed look changes nothing.
 * n8n keeps the state at activation, and later only when something is emitted; so a look must cope
 * with a state that is older than the last look.
 */
export async function poll(
	context: IPollFunctions,
	vendor: Vendor,
	events: Record<string, PolledEvent>,
): Promise<INodeExecutionData[][] | null> {
	try {
		const name = String(context.getNodeParameter('event'));
		const event = Object.hasOwn(events, name) ? events[name] : undefined;
		if (!event) throw refusal('Event', `is "${name}"`, 'Choose one from the list');
		const read = readTrigger(context);
		const { look, scope } = event.prepare(read);
		const tools = createTools(await connect(context, vendor), readSettings(read));
		if (context.getMode() === 'manual') {
			return emitted((await look(tools)).found.slice(0, SAMPLE));
		}
		const watched = JSON.stringify([name, scope]);
		const memory = context.getWorkflowStaticData('node');
		const before = memory.watched === watched && isRecord(memory.state) ? memory.state : undefined;
		const { found, state } = await look(tools, before);
		Object.assign(memory, { watched, state });
		if (before) return emitted(found);
		const existing = read.option('includeExisting', includeExisting) ?? event.includesExisting;
		return emitted(existing ? found : []);
	} catch (error) {
		throw nodeError(context.getNode(), error);
	}
}

/** The items of a look, or what n8n takes for "nothing new". */
const emitted = (found: IDataObject[]): INodeExecutionData[][] | null =>
	found.length > 0 ? [found.map((json) => ({ json }))] : null;

/** The properties of a polling trigger: the event, and the inputs of each event. */
export function describeEvents(events: Record<string, PolledEvent>): INodeProperties[] {
	const initial = String(Object.keys(events)[0]);
	const options = Object.entries(events)
		.map(([value, { name, description }]) => ({ name, value, description }))
		.sort(byName);
	return [
		{
			displayName: 'Event',
			name: 'event',
			type: 'options',
			noDataExpression: true,
			options,
			default: initial,
		},
		...describeInputs('event', events),
	];
}
