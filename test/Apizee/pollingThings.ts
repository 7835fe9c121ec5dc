import { idsOf } from './pollingWorkflow';
import type { ApizeeSetup } from './setup';

/** What the polling trigger can watch. */
export const EVENTS = ['ticketDone', 'ticketStateChanged', 'conferenceEnded', 'newMedia'] as const;

type Event = (typeof EVENTS)[number];

/** Where the list is that an event looks at. */
export const LISTS: Record<Event, string> = {
	ticketDone: '/api/tickets',
	ticketStateChanged: '/api/tickets',
	conferenceEnded: '/api/conferences',
	newMedia: '/api/v3/medias',
};

/** Adds things of the last days that an event is to find; their numbers, the oldest first. */
export async function make(
	{ vendor }: ApizeeSetup,
	event: Event,
	count = 1,
	request: object = {},
): Promise<number[]> {
	const made: Record<Event, () => Promise<Array<{ id: number }>>> = {
		ticketDone: async () => await vendor.addTickets({ count, state: 'done', ...request }),
		ticketStateChanged: async () => await vendor.addTickets({ count, ...request }),
		conferenceEnded: async () =>
			await vendor.addConferences({ count, status: 'ended', ...request }),
		newMedia: async () => await vendor.addMedias({ count, ...request }),
	};
	return idsOf(await made[event]());
}

/** Numbers in their order; none for a look that found nothing. */
export const numbers = (ids: unknown[] | null): number[] =>
	[...(ids ?? [])].map(Number).sort((one, other) => one - other);
