import type { IDataObject } from 'n8n-workflow';

import { options } from '../../kit/collection';
import { listing, type Listed } from '../../kit/listing';
import { path } from '../../kit/path';
import { get } from '../../kit/request';
import type { Tools } from '../../kit/tools';
import { enterpriseOf } from '../enterprise';
import { enterpriseId, ticket } from '../fields';

interface Whose {
	ticketId: string;
	options: { enterpriseId?: string };
}

/** Stands for the own enterprise until that is looked up. */
const OWN = 'own';

/** The media of a ticket, in an envelope of their own. Source: seed 003, "Get the recorded media". */
export const ofTicket: Listed<Whose> = {
	repeatable: true,
	request: ({ ticketId, options: { enterpriseId: enterprise = OWN } }) =>
		get(path`/enterprises/${enterprise}/tickets/${ticketId}/medias`),
};

/** The media of a ticket, page by page. The enterprise is looked up when it is not given. */
export async function* mediaOf(
	{ ticketId, options }: Whose,
	tools: Tools,
	wanted?: number,
): AsyncGenerator<IDataObject> {
	const enterprise = await enterpriseOf(tools, options.enterpriseId);
	yield* tools.records(ofTicket, { ticketId, options: { enterpriseId: enterprise } }, wanted);
}

export const getMedia = listing({
	...ofTicket,
	name: 'Get Many Media',
	action: 'Get many media of a ticket',
	description: 'Get the photos and recordings of a ticket, with the links to download them',
	docs: 'seed 003, "Get the recorded media for a given ticket"',
	fields: { ...ticket, options: options({ enterpriseId }) },
	walk: mediaOf,
});
