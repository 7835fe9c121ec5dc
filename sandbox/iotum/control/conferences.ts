import type { FastifyInstance } from 'fastify';
import { boolean, id, list, object, text } from '../brands/fields';
import type { ChatRoom } from '../chat/types';
import { attend, type Arrival } from '../conferences/attendance';
import type { ListShape } from '../conferencingState';
import { Refusal } from '../errors';
import { now, type Platform } from '../platform';
import type { ConferencesRequest } from './conferencingClient';
import { addSampleConferences } from './sampleConferences';
import { inCallControl } from './inCall';
import { knownConference } from './knownConference';
import { recordingControl } from './recordings';

const count = { type: 'integer', minimum: 0 };
const choice = { enum: ['none', 'audio', 'video'] };

/** Conferences without the API's rules, and how the API answers. */
export function conferenceControl(app: FastifyInstance, platform: Platform): void {
	inCallControl(app, platform);
	recordingControl(app, platform);

	app.post<{ Body: ConferencesRequest }>(
		'/conferences',
		{
			schema: {
				body: object({
					count,
					hostId: id,
					subject: text,
					agenda: text,
					time_zone: text,
					duration: id,
					auto_record: choice,
					auto_stream: choice,
					auto_transcribe: boolean,
					host_initiated_recording: boolean,
					secure_url: boolean,
					security_pin: text,
					mute_mode: { enum: ['conversation', 'q&a', 'presentation'] },
					broadcast_stream_url: text,
					start: { type: 'string', format: 'date-time' },
					participants: list(id),
					oneTimeAccessCode: boolean,
					schedule: text,
					held: boolean,
					guests: count,
					recordings: count,
				}),
			},
		},
		async ({ body }) => addSampleConferences(platform, body),
	);
	app.get('/conferences', async () => [...platform.state.conferences.values()]);
	app.get<{ Params: { id: string } }>('/conferences/:id', async ({ params }) =>
		knownConference(platform, params.id),
	);

	app.post<{ Params: { id: string }; Body: Arrival & { count?: number } }>(
		'/conferences/:id/attendees',
		{
			schema: {
				body: object({
					count,
					name: text,
					email: text,
					contactId: id,
					joined: id,
					left: id,
					from: text,
					to: text,
				}),
			},
		},
		async ({ params, body: { count = 1, ...arrival } }) => {
			const conference = knownConference(platform, params.id);
			const { startedAt, endedAt } = conference;
			const times = endedAt === undefined ? {} : { joined: startedAt ?? endedAt, left: endedAt };
			return Array.from({ length: count }, () =>
				attend(platform, conference, { ...times, ...arrival }),
			);
		},
	);
	app.delete<{ Params: { id: string; participant: string } }>(
		'/conferences/:id/attendees/:participant',
		async ({ params }) => {
			const attendee = knownConference(platform, params.id).attendees.find(
				({ participantId }) => participantId === Number(params.participant),
			);
			if (!attendee) throw new Refusal(404, `No participant ${params.participant}.`);
			attendee.left ??= now(platform);
			return attendee;
		},
	);

	app.post<{ Body: Omit<ChatRoom, 'messages'> }>(
		'/chat-rooms',
		{ schema: { body: object({ companyId: id, id, slug: text }, ['companyId', 'id']) } },
		async ({ body }) => {
			const room: ChatRoom = { ...body, messages: [] };
			platform.state.chatRooms.push(room);
			return room;
		},
	);
	app.get('/chat-rooms', async () => platform.state.chatRooms);

	app.put<{ Body: Partial<ListShape> }>(
		'/list-shape',
		{ schema: { body: object({ shape: { enum: ['array', 'envelope'] }, key: text }) } },
		async ({ body }) => Object.assign(platform.state.listShape, body),
	);
	app.put<{ Body: { accepted: boolean } }>(
		'/partial-updates',
		{ schema: { body: object({ accepted: boolean }, ['accepted']) } },
		async ({ body }, reply) => {
			platform.state.acceptsPartialUpdates = body.accepted;
			return reply.code(204).send();
		},
	);
}
