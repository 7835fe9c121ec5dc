import { caller } from '../access/caller';
import { listAnswer, ordered, ordering, paging, type OrderQuery, type PagingQuery } from '../lists';
import { fileOf } from '../media/files';
import { conferenceMedia } from '../media/medias';
import { MEDIA_TYPES } from '../media/types';
import { anyText, dayOrMoment, listed, query, readMoment } from '../parameters';
import { Refusal } from '../errors';
import type { ApiModule } from '../platform';

interface MediasQuery extends PagingQuery, OrderQuery {
	status?: string;
	since?: string;
	until?: string;
	search?: string;
	media_type?: string;
}

/**
 * `GET /medias` of the vendor's v3 reference. Own choices: medias of tickets and of conferences
 * alike, in the form of the latter; `since` and `until` are compared with their creation, the end
 * excluded; `status` may be several, with commas.
 */
export const mediaRoutes: ApiModule = (app, platform, version) => {
	app.get<{ Querystring: MediasQuery }>(
		'/medias',
		{
			schema: {
				querystring: query({
					...paging,
					...ordering,
					status: anyText,
					since: dayOrMoment,
					until: dayOrMoment,
					search: anyText,
					media_type: { type: 'string', enum: [...MEDIA_TYPES] },
				}),
			},
		},
		async (request) => {
			const { medias, settings } = platform.state;
			if (version === 'unversioned' && !settings.unversionedMedias) {
				throw new Refusal(404, 'No endpoint GET /api/medias');
			}
			const { enterpriseId } = caller(request);
			const { status = 'completed', since, until, search = '', media_type } = request.query;
			const statuses = listed(status);
			const from = since === undefined ? -Infinity : readMoment('since', since);
			const before = until === undefined ? Infinity : readMoment('until', until);
			const found = [...medias.values()].filter(
				(media) =>
					media.enterpriseId === enterpriseId &&
					statuses.includes(media.status) &&
					media.created >= from &&
					media.created < before &&
					media.title.toLowerCase().includes(search.toLowerCase()) &&
					(media_type ?? media.mediaType) === media.mediaType,
			);
			return listAnswer(
				version,
				ordered(found, request.query, ({ created }) => created),
				request.query,
				(media) => conferenceMedia(platform, media, fileOf(media).size),
			);
		},
	);
};
