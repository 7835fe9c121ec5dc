import { idOf } from '../../ids';
import { caller, requireOwn } from '../access/caller';
import { addConference, conferenceView } from '../conferences/conference';
import { conferenceFields, creation, type ConferenceQuery } from '../conferences/parameters';
import { invite } from '../invitations';
import { listAnswer, ordered, ordering, paging, type OrderQuery, type PagingQuery } from '../lists';
import { fileOf } from '../media/files';
import { conferenceMedia } from '../media/medias';
import { anyText, isTrue, moment, query, readMoment, scope } from '../parameters';
import type { ApiModule } from '../platform';

interface ConferencePath {
	Params: { id: string };
}

/** Seed 003, Get a "video meeting" room. */
export const conferenceRoutes: ApiModule = (app, platform, version) => {
	const find = (id: string) => platform.state.conferences.get(idOf(id));

	/** Own choice: 200. */
	app.post<{ Querystring: ConferenceQuery }>(
		'/conferences',
		{ schema: { querystring: creation } },
		async (request) => {
			const { query } = request;
			const conference = addConference(
				platform,
				conferenceFields(platform, caller(request), query),
			);
			if (isTrue(query.invite, true)) {
				void invite(platform, 'conference', conference.id, conference.participants);
			}
			return conferenceView(platform, conference, query.scope === 'sso');
		},
	);

	/** "Get a Conference ID by name". Own choice: `since` is compared with the start. */
	app.get<{ Querystring: PagingQuery & OrderQuery & { since?: string; search?: string } }>(
		'/conferences',
		{ schema: { querystring: query({ ...paging, ...ordering, since: moment, search: anyText }) } },
		async (request) => {
			const { enterpriseId } = caller(request);
			const { since, search = '' } = request.query;
			const from = since === undefined ? -Infinity : readMoment('since', since);
			const found = [...platform.state.conferences.values()].filter(
				(conference) =>
					conference.enterpriseId === enterpriseId &&
					conference.start >= from &&
					conference.name.toLowerCase().includes(search.toLowerCase()),
			);
			const conferences = ordered(found, request.query, ({ start }) => start);
			return listAnswer(version, conferences, request.query, (conference) =>
				conferenceView(platform, conference, false),
			);
		},
	);

	app.get<ConferencePath & { Querystring: { scope?: string } }>(
		'/conferences/:id',
		{ schema: { querystring: query({ scope }) } },
		async (request) => {
			const conference = requireOwn(request, find(request.params.id), 'conference');
			return conferenceView(platform, conference, request.query.scope === 'sso');
		},
	);

	app.delete<ConferencePath>(
		'/conferences/:id',
		{ schema: { querystring: query({}) } },
		async (request, reply) => {
			const conference = requireOwn(request, find(request.params.id), 'conference');
			platform.state.conferences.delete(conference.id);
			return reply.code(204).send();
		},
	);

	/** "Get the recorded or shared files". */
	app.get<ConferencePath & { Querystring: PagingQuery & OrderQuery }>(
		'/conferences/:id/media',
		{ schema: { querystring: query({ ...paging, ...ordering }) } },
		async (request) => {
			const conference = requireOwn(request, find(request.params.id), 'conference');
			const found = [...platform.state.medias.values()].filter(
				({ conferenceId }) => conferenceId === conference.id,
			);
			const medias = ordered(found, request.query, ({ created }) => created);
			return listAnswer(version, medias, request.query, (media) =>
				conferenceMedia(platform, media, fileOf(media).size),
			);
		},
	);
};
