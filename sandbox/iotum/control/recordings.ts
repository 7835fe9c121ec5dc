import type { FastifyInstance } from 'fastify';
import { anyText, list, object } from '../brands/fields';
import { completeTranscription, publishRecording } from '../conferences/lifecycle';
import { heldFrom, heldUntil } from '../conferences/moments';
import type { Conference, Recording } from '../conferences/types';
import { Refusal } from '../errors';
import type { Platform } from '../platform';
import { addRecording } from '../recordings/recordings';
import { knownConference } from './knownConference';
import type { RecordingsRequest } from './conferencingClient';

/** Smaller ones have no room for their header. */
const SMALLEST = 1024;

/** Recordings and their transcripts. */
export function recordingControl(app: FastifyInstance, platform: Platform): void {
	app.post<{ Params: { id: string }; Body: RecordingsRequest }>(
		'/conferences/:id/recordings',
		{
			schema: {
				body: object({
					count: { type: 'integer', minimum: 0 },
					type: { enum: ['audio', 'video'] },
					publishingState: { enum: ['processing', 'published'] },
					size: { type: 'integer', minimum: SMALLEST },
				}),
			},
		},
		async ({
			params,
			body: { count = 1, type = 'video', publishingState = 'published', size },
		}) => {
			const conference = knownConference(platform, params.id);
			const start = heldFrom(conference);
			const end = heldUntil(conference);
			return Array.from({ length: count }, () =>
				addRecording(platform, conference, { type, publishingState, size, start, end }),
			);
		},
	);

	app.post<{ Params: { id: string } }>('/recordings/:id/publish', async ({ params }) => {
		const { conference, recording } = knownRecording(platform, params.id);
		await publishRecording(platform, conference, recording);
		return recording;
	});

	app.post<{ Params: { id: string }; Body: { lines?: string[] } }>(
		'/recordings/:id/transcribe',
		{ schema: { body: object({ lines: list(anyText) }) } },
		async ({ params, body: { lines = ['Good morning.'] } }) => {
			const { conference, recording } = knownRecording(platform, params.id);
			const segments = lines.map((text, index) => ({
				start_time: index * 5,
				end_time: index * 5 + 4,
				participant_id: conference.attendees[0]?.participantId ?? 0,
				text,
			}));
			await completeTranscription(platform, conference, recording, segments);
			return recording;
		},
	);
}

function knownRecording(
	{ state }: Platform,
	recordingId: string,
): { conference: Conference; recording: Recording } {
	for (const conference of state.conferences.values()) {
		const recording = conference.recordings.find(({ id }) => id === Number(recordingId));
		if (recording) return { conference, recording };
	}
	throw new Refusal(404, `No recording ${recordingId}.`);
}
