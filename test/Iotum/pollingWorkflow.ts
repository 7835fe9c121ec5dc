import { DateTime } from 'luxon';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { Tick } from '../harness/activeWorkflow';
import type { WorkflowJson } from '../harness/run';
import { stored as storedFor } from '../polling';
import type { Setup } from './setup';
import { foundOf, triggerWorkflow } from './triggerWorkflow';

export { letPass, RESTART } from '../polling';
export { foundOf } from './triggerWorkflow';

type Event =
	| 'recordingPublished'
	| 'conferenceEnded'
	| 'conferenceScheduled'
	| 'transcriptionReady';

/** The raw value of the input "Hosts". */
export const hosts = (...ids: Array<number | string>) => ({
	values: ids.map((hostId) => ({ hostId })),
});

/** A workflow that looks for an event, of host 52 unless the inputs say otherwise. */
export function watching(
	event: Event,
	{ options, ...inputs }: INodeParameters = {},
	type: 'iotumPollingTrigger' | 'vivoMeetingsPollingTrigger' = 'iotumPollingTrigger',
): WorkflowJson {
	return triggerWorkflow(type, {
		event,
		hosts: hosts(52),
		...inputs,
		options: { maxRetries: 0, ...Object(options) },
	});
}

/** The numbers of the conferences that a look handed over. */
export const foundIds = (ticks: Tick[]) => foundOf('conference_id', ticks);

/** The numbers of new conferences that are over; by default one of host 52, a day ago. */
export const held = async ({ vendor }: Setup, request: object = {}) =>
	(await vendor.addConferences({ held: true, ...request })).map(({ id }) => id);

/** The day so many days from now in UTC, as the vendor writes it. */
export const day = (days: number): string => DateTime.utc().plus({ days }).toISODate();

/** A moment so many hours from now. */
export const inHours = (hours: number): string => DateTime.utc().plus({ hours }).toISO();

/** Wall time in UTC as the vendor writes it, and the same as ISO 8601. */
export function times(moment: number): { vendor: string; iso: string } {
	const time = DateTime.fromMillis(moment, { zone: 'utc' });
	return {
		vendor: time.toFormat('yyyy-MM-dd HH:mm:ss'),
		iso: time.toFormat("yyyy-MM-dd'T'HH:mm:ssZZ"),
	};
}

/** What n8n has stored for the trigger. */
export const stored = ({ engine }: Setup, workflow: WorkflowJson): IDataObject =>
	storedFor(engine, workflow);
