import type { FastifyInstance } from 'fastify';
import { Refusal } from '../errors';
import { FIXTURES } from '../fixtures';
import { announceMedia } from '../media/events';
import { addMedia } from '../media/medias';
import { MEDIA_TYPES, type Media } from '../media/types';
import { now, type Platform } from '../platform';
import type { MediasRequest } from './mediasClient';
import { amount, dateTime, id, milliseconds, object, point, text } from './schemas';

/** Smaller ones have no room for their header. */
const SMALLEST = 1024;

/** Recordings, snapshots and shared files. */
export function mediaControl(app: FastifyInstance, platform: Platform): void {
	app.post<{ Body: MediasRequest }>(
		'/medias',
		{
			schema: {
				body: object({
					ticketId: id,
					conferenceId: id,
					count: amount,
					mediaType: { enum: [...MEDIA_TYPES] },
					title: text,
					filename: text,
					description: text,
					status: text,
					sourceType: text,
					place: { enum: ['ownHost', 'otherOrigin', 'redirect'] },
					size: { type: 'integer', minimum: SMALLEST },
					geoloc: point,
					created: dateTime,
				}),
			},
		},
		async ({ body }) => {
			const medias = addMedias(platform, body);
			for (const media of medias) await announceMedia(platform, media);
			return medias;
		},
	);
	app.get('/medias', async () => [...platform.state.medias.values()]);
	app.put<{ Params: { id: string }; Body: { status: string } }>(
		'/medias/:id/status',
		{ schema: { body: object({ status: text }, ['status']) } },
		async ({ params, body: { status } }) => {
			const media = platform.state.medias.get(Number(params.id));
			if (!media) throw new Refusal(404, `There is no media ${params.id}.`);
			media.status = status;
			await announceMedia(platform, media, 'update');
			return media;
		},
	);
}

function addMedias(platform: Platform, { count = 1, created, ...request }: MediasRequest): Media[] {
	const { mediaType = 'video', ticketId, conferenceId } = request;
	if (request.size !== undefined && mediaType !== 'video') {
		throw new Refusal(400, 'size is for videos only');
	}
	if (ticketId !== undefined && conferenceId !== undefined) {
		throw new Refusal(400, 'a media belongs to a ticket or to a conference');
	}
	const holder = conferenceId === undefined ? { ticketId: ticketId ?? FIXTURES.doneTicketId } : {};
	const last = milliseconds(created) ?? now(platform);
	return Array.from({ length: count }, (_, index) =>
		addMedia(platform, {
			...request,
			...holder,
			mediaType,
			ownerId: ownerOf(platform, { ...request, ...holder }),
			created: last - (count - 1 - index) * 1000,
		}),
	);
}

function ownerOf({ state }: Platform, { ticketId, conferenceId }: MediasRequest): number {
	const owner =
		state.tickets.get(ticketId ?? 0)?.agentId ??
		state.conferences.get(conferenceId ?? 0)?.moderatorId;
	if (owner === undefined) throw new Refusal(404, 'There is no such ticket or conference.');
	return owner;
}
