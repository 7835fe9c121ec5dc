import type { FastifyInstance } from 'fastify';
import { findConference } from '../conferences/conference';
import { detailView } from '../conferences/details';
import { activityView, comingConferences } from '../conferences/listed';
import { listAnswer } from '../conferences/lists';
import { meetNow } from '../conferences/reservationless';
import { schedule, type ScheduleFields } from '../conferences/scheduling';
import type { Conference } from '../conferences/types';
import { update } from '../conferences/updating';
import { conferenceView } from '../conferences/view';
import { endpoint, shownFields } from '../endpoint';
import type { Platform } from '../platform';
import { findHost } from '../access/scope';
import type { Host } from '../types';

type CreateFields = Parameters<typeof schedule>[2] & { host_id: number };

/** Section 8.1 to 8.5: scheduling and reading. */
export function conferenceRoutes(app: FastifyInstance, platform: Platform): void {
	// Section 8.1: the others answer the same fields, fetch and fetch_all unless asked for details.
	const fields = platform.brand.endpoints['conference/create']?.answer;
	const shown = (conference: Conference, host: Host) =>
		shownFields(conferenceView(platform, conference, host), fields);

	endpoint<CreateFields>(app, platform, 'conference/create', ({ body, caller }) => {
		const host = findHost(platform, caller, body.host_id);
		return shown(schedule(platform, host, body), host);
	});

	endpoint<{ host_id: number; one_time_access_code: boolean; secure_url?: boolean }>(
		app,
		platform,
		'conference/create/reservationless',
		({ body, caller }) => {
			const host = findHost(platform, caller, body.host_id);
			const conference = meetNow(platform, host, body);
			return shown(conference, host);
		},
	);

	endpoint<ScheduleFields & { conference_id: number }>(
		app,
		platform,
		'conference/update',
		({ body, caller }) => {
			const { conference, host } = findConference(platform, caller, body.conference_id);
			update(platform, host, conference, body);
			return shown(conference, host);
		},
	);

	endpoint<{ conference_id: number; output?: 'detail' }>(
		app,
		platform,
		'conference/fetch',
		({ body, caller }) => {
			const { conference, host } = findConference(platform, caller, body.conference_id);
			return body.output === 'detail'
				? detailView(platform, conference, host)
				: shown(conference, host);
		},
	);

	endpoint<{ host_id: number; output?: 'detail'; page?: string }>(
		app,
		platform,
		'conference/fetch_all',
		({ body: { host_id, output, page }, caller }) => {
			const path = 'conference/fetch_all';
			const host = findHost(platform, caller, host_id);
			const listed = comingConferences(platform, host).map((conference) =>
				output === 'detail' ? activityView(platform, conference, host) : shown(conference, host),
			);
			return listAnswer(platform, path, { host_id, output }, listed, page);
		},
	);
}
