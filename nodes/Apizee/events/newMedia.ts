import type { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import { choice } from '../../kit/choice';
import { options } from '../../kit/collection';
import { polledEvent } from '../../kit/event';
import { when, type Values } from '../../kit/field';
import { seen } from '../../kit/seen';
import type { Tools } from '../../kit/tools';
import { getMedia as ofConference } from '../conference/getMedia';
import { conference, enterpriseId, ticket } from '../fields';
import { allMedia } from '../media/list';
import { NEWEST } from '../parameters';
import { mediaOf as ofTicket } from '../ticket/getMedia';
import { daysToWatch, windowOf } from './recent';

const daysOfAll = {
	...daysToWatch,
	property: {
		...daysToWatch.property,
		description: `${daysToWatch.property.description} Of one ticket or conference, all media are watched.`,
	},
};

const fields = {
	mediaOf: choice(
		'Watched Media',
		{ any: 'All Tickets and Conferences', conference: 'One Conference', ticket: 'One Ticket' },
		{ default: 'any', description: 'Whose photos, recordings and files are watched' },
	),
	ticketId: when({ mediaOf: ['ticket'] }, ticket.ticketId),
	conferenceId: when({ mediaOf: ['conference'] }, conference.conferenceId),
	options: options({ daysToWatch: daysOfAll, enterpriseId }),
};

type Watched = Values<typeof fields>;

/** The media that are watched, with the ID of their ticket or conference where one is watched. */
async function* watched(
	values: Watched,
	since: DateTime<true>,
	tools: Tools,
): AsyncGenerator<IDataObject> {
	const { ticketId, conferenceId, options: settings } = values;
	if (ticketId !== undefined) {
		for await (const media of ofTicket({ ticketId, options: settings }, tools)) {
			yield { ...media, ticket_id: ticketId };
		}
	} else if (conferenceId !== undefined) {
		const request = { conferenceId, filters: NEWEST };
		for await (const media of tools.records(ofConference, request)) {
			yield { ...media, conference_id: conferenceId };
		}
	} else {
		yield* allMedia({ filters: { ...NEWEST, since } }, tools);
	}
}

/** Whether it can be downloaded. The vendor's sample of a finished recording has this status. */
const isReady = ({ status, url }: IDataObject): boolean =>
	typeof url === 'string' && url !== '' && (status === undefined || status === 'completed');

export const newMedia = polledEvent({
	name: 'New Media',
	description: 'A photo, recording or file can be downloaded',
	docs: 'seed 003, "Get the recorded media", "Get the recorded or shared files"; VENDOR-FACTS.md, GET /medias',
	fields,
	includesExisting: false,
	scope: ({ mediaOf, ticketId, conferenceId }) => [mediaOf, ticketId, conferenceId],
	async look(tools, values, state) {
		const before = seen(state);
		const ready = new Map<string, IDataObject>();
		const { from, since } = windowOf(state, values.options.daysToWatch);
		for await (const media of watched(values, from, tools)) {
			if (isReady(media)) ready.set(String(media.id), media);
		}
		const found = [...ready].filter(([id]) => !before.has(id)).map(([, media]) => media);
		return { found, state: { since, ...before.next([...ready.keys()], { isWhole: false }) } };
	},
});
