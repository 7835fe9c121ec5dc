import type { FastifyInstance } from 'fastify';
import { object, text } from '../brands/fields';
import { addConference } from '../conferences/conference';
import {
	endConference,
	enterLivestream,
	leaveLivestream,
	startConference,
	startRecording,
	startStreaming,
	stopRecording,
	stopStreaming,
} from '../conferences/lifecycle';
import type { Conference, Recording } from '../conferences/types';
import { Refusal } from '../errors';
import { now, type Platform } from '../platform';
import { nextNumber } from '../state';
import { announce } from '../webhooks/events';
import { knownConference } from './knownConference';

/** Hours a one-time access code can be used for more conferences (section 8.1). */
const CODE_HOURS = 72;

/** What people do in a conference. */
export function inCallControl(app: FastifyInstance, platform: Platform): void {
	const action = (path: string, act: (conference: Conference) => Promise<unknown>) =>
		app.post<{ Params: { id: string } }>(`/conferences/:id/${path}`, async ({ params }) => {
			const conference = knownConference(platform, params.id);
			await act(conference);
			return conference;
		});

	action('start', (conference) => startConference(platform, conference));
	action('end', (conference) => endConference(platform, conference));
	action('recording/stop', (conference) => stopRecording(platform, conference));
	action('streaming/start', (conference) => startStreaming(platform, conference));
	action('streaming/stop', (conference) => stopStreaming(platform, conference));

	app.post<{ Params: { id: string }; Body: { type?: Recording['type'] } }>(
		'/conferences/:id/recording/start',
		{ schema: { body: object({ type: { enum: ['audio', 'video'] } }) } },
		async ({ params, body: { type = 'video' } }) => {
			const conference = knownConference(platform, params.id);
			await startRecording(platform, conference, type);
			return conference;
		},
	);

	app.post<{ Params: { id: string } }>('/conferences/:id/viewers', async ({ params }) => ({
		participantId: await enterLivestream(platform, knownConference(platform, params.id)),
	}));
	app.delete<{ Params: { id: string; participant: string } }>(
		'/conferences/:id/viewers/:participant',
		async ({ params }, reply) => {
			const conference = knownConference(platform, params.id);
			await leaveLivestream(platform, conference, Number(params.participant));
			return reply.code(204).send();
		},
	);

	app.post<{ Params: { id: string }; Body: { content: string } }>(
		'/conferences/:id/chat',
		{ schema: { body: object({ content: text }, ['content']) } },
		async ({ params, body: { content } }) => {
			const conference = knownConference(platform, params.id);
			conference.chat.push({
				id: nextNumber(platform.state, 'chat message'),
				content,
				participantId: conference.attendees[0]?.participantId ?? 0,
				createdAt: now(platform),
			});
			return conference;
		},
	);

	app.post<{ Params: { id: string } }>('/conferences/:id/reuse', async ({ params }) =>
		reuse(platform, knownConference(platform, params.id)),
	);
}

/** Section 8.0.1: a conference of its own, with the code and the moderator token of the first. */
async function reuse(platform: Platform, first: Conference): Promise<Conference> {
	const { hostId, settings, invitations, oneTimeAccessCode, moderatorToken } = first;
	if (oneTimeAccessCode === undefined) {
		throw new Refusal(422, `Conference ${first.id} has no one-time access code.`);
	}
	if (now(platform) > first.start + CODE_HOURS * 3_600_000) {
		throw new Refusal(422, `The access code worked for ${CODE_HOURS} hours from the start.`);
	}
	const again = addConference(platform, {
		hostId,
		scheduled: false,
		settings,
		start: now(platform),
		invitations,
		oneTimeAccessCode,
		moderatorToken,
	});
	if (platform.brand.webhookEvents.includes('one_time_access_code_reused')) {
		await announce(platform, 'one_time_access_code_reused', again);
	}
	await startConference(platform, again);
	return again;
}
