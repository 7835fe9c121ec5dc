import type { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import type { Listed } from '../../kit/listing';
import { path, type Path } from '../../kit/path';
import { get } from '../../kit/request';
import type { Tools } from '../../kit/tools';
import { utc } from '../fields';

/** What narrows the list of all media. Source: VENDOR-FACTS.md, `GET /medias`. */
export interface Narrowed {
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

export const current = listAt(path`/medias`);

/** The list is documented for version 3 only, which the base URL need not name. */
const ofVersion3 = listAt(path`/v3/medias`);

/** The accounts whose base URL has no such list, as this process found out. */
const withoutList = new Set<string>();

/** All media of the enterprise, page by page. */
export function allMedia(values: Narrowed, tools: Tools): AsyncGenerator<IDataObject> {
	const { account } = tools;
	if (withoutList.has(account)) return tools.records(ofVersion3, values);
	return tools.recordsUnless([404], current, values, () => {
		withoutList.add(account);
		return tools.records(ofVersion3, values);
	});
}
