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
import { fingerprint } from './fingerprint';
import { readTrigger } from './read';
import { isRecord } from './record';
import { readSettings } from './settings';
import { createTools } from './tools';

/** How many records a test in the editor shows. */
const SAMPLE = 10;

/** The triggers that are looking now. */
const looking = new Set<string>();

/**
 * One look of a polling trigger. n8n starts looks by the clock, whether or not the one before has ended;
 * of two at once both would find the same, so the later one finds nothing.
 */
export async function poll(
	context: IPollFunctions,
	vendor: Vendor,
	events: Record<string, PolledEvent>,
): Promise<INodeExecutionData[][] | null> {
	const trigger = JSON.stringify([context.getWorkflow().id, context.getNode().id]);
	const isTest = context.getMode() === 'manual';
	if (!isTest && looking.has(trigger)) return null;
	if (!isTest) looking.add(trigger);
	try {
		const found = await newlyFound(context, vendor, events);
		return found.length > 0 ? [found.map((json) => ({ json }))] : null;
	} catch (error) {
		throw nodeError(context.getNode(), error);
	} finally {
		if (!isTest) looking.delete(trigger);
	}
}

/**
 * What is new since the look before. The state is written last, so that a failed look changes nothing.
 * n8n keeps the state at activation, and later only when something is emitted; so a look must cope
 * with a state that is older than the last look.
 */
async function newlyFound(
	context: IPollFunctions,
	vendor: Vendor,
	events: Record<string, PolledEvent>,
): Promise<IDataObject[]> {
	const name = String(context.getNodeParameter('event'));
	const event = Object.hasOwn(events, name) ? events[name] : undefined;
	if (!event) throw refusal('Event', `is "${name}"`, 'Choose one from the list');
	const read = readTrigger(context);
	const { look, scope } = event.prepare(read);
	const existing = read.option('includeExisting', includeExisting) ?? event.includesExisting;
	const connection = await connect(context, vendor);
	const tools = createTools(connection, readSettings(read));
	if (context.getMode() === 'manual') return (await look(tools)).found.slice(0, SAMPLE);
	const { baseUrl, credentials } = connection;
	const watched = fingerprint(name, baseUrl, vendor.user?.(credentials), scope);
	const memory = context.getWorkflowStaticData('node');
	const before = memory.watched === watched && isRecord(memory.state) ? memory.state : undefined;
	const { found, state } = await look(tools, before);
	Object.assign(memory, { watched, state });
	return before || existing ? found : [];
}

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
