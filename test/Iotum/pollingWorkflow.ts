import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { DateTime, type DurationLikeObject } from 'luxon';

import type { Tick } from '../harness/activeWorkflow';
import type { WorkflowJson } from '../harness/run';
import type { Setup } from './setup';
import { found, TRIGGER, triggerWorkflow } from './triggerWorkflow';

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

/** One entry of each record that a look handed over; null means nothing new. */
export const foundOf = (key: string, ticks: Tick[]): unknown[] | null =>
	found(ticks)?.map(({ [key]: value }) => value) ?? null;

/** The numbers of the conferences that a look handed over. */
export const foundIds = (ticks: Tick[]) => foundOf('conference_id', ticks);

const real = Date.now;

/** Lets time pass for both the node and the vendor, who share this process and its clock. */
export function letPass(duration: DurationLikeObject): void {
	const ahead = Date.now() - real();
	const moved = DateTime.utc().plus(duration).toMillis() - DateTime.utc().toMillis();
	jest.spyOn(Date, 'now').mockImplementation(() => real() + ahead + moved);
}

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
export const stored = ({ engine }: Setup, { id }: WorkflowJson): IDataObject =>
	Object(engine.staticData.load(String(id))[`node:${TRIGGER}`]);

/** A restart as n8n does it; nothing is registered at the vendor. */
export const RESTART = { checksWebhooks: false };
