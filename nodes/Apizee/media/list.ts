import type { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';

import { askedOnce } from '../../kit/account';
import type { Listed } from '../../kit/listing';
import { path, type Path } from '../../kit/path';
import { get } from '../../kit/request';
import type { Tools } from '../../kit/tools';
import { utc } from '../fields';

/** What narrows the list of all media. Source: VENDOR-FACTS.md, `GET /medias`. */
interface Narrowed {
	filters: {
		mediaType?: string;
		order?: string;
		orderby?: string;
		search?: string;
		since?: DateTime<true>;
		status?: string;
		until?: DateTime<true>;
	};
}

const listAt = (at: Path): Listed<Narrowed> => ({
	repeatable: true,
	request: ({ filters: { mediaType, since, until, ...others } }) =>
		get(at, {
			query: { ...others, media_type: mediaType, since: utc(since), until: utc(until) },
		}),
});

export const list = listAt(path`/medias`);

/** The list is documented for version 3, which the base URL need not name. */
const places = [
	{ at: path`/medias`, list },
	{ at: path`/v3/medias`, list: listAt(path`/v3/medias`) },
];

/** Where the list is, found out once: looking for it each time would cost requests. */
const mediaList = askedOnce(async (tools) => {
	if (/\/v\d+$/.test(tools.baseUrl)) return list;
	for (const place of places) {
		const probe = { repeatable: true, request: () => get(place.at, { query: { limit: 1 } }) };
		if (await tools.callUnless([404], probe, undefined)) return place.list;
	}
	throw new UserError('Apizee has no list of media below the base URL', {
		description:
			'Enter the base URL with the version of the API in the credential, such as /api/v3.',
	});
});

/** All media of the enterprise, page by page; at most `wanted` of them. */
export async function* allMedia(
	values: Narrowed,
	tools: Tools,
	wanted?: number,
): AsyncGenerator<IDataObject> {
	yield* tools.records(await mediaList(tools), values, wanted);
}
