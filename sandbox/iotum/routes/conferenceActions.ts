import type { FastifyInstance } from 'fastify';
import { findConference } from '../conferences/conference';
import { endConference, stopStreaming } from '../conferences/lifecycle';
import { isActive, isLive, isPast } from '../conferences/moments';
import { cancel, goesOn } from '../conferences/series';
import type { Conference } from '../conferences/types';
import { shownContact } from '../accounts/contacts';
import { endpoint, type Call } from '../endpoint';
import { Refusal } from '../errors';
import type { Platform } from '../platform';

interface OneConference {
	conference_id: number;
}

const OK = { message: 'OK' };

/** Section 8.6 and following. Own choice: what comes at the wrong moment is refused with 422. */
export function conferenceActionRoutes(app: FastifyInstance, platform: Platform): void {
	const find = ({ body, caller }: Call<OneConference>) =>
		findConference(platform, caller, body.conference_id);
	const findActive = (call: Call<OneConference>) => {
		const found = find(call);
		if (!isActive(platform, found.conference)) {
			throw new Refusal(422, 'The conference is not active');
		}
		return found;
	};
	const findPast = (call: Call<OneConference>): Conference => {
		const { conference } = find(call);
		if (!isPast(platform, conference)) throw new Refusal(422, 'The conference is not over yet');
		return conference;
	};

	/** Section Recurring Conferences, Deleting: the master takes what is to come with it. */
	endpoint<OneConference>(app, platform, 'conference/cancel', (call) => {
		const { conference } = find(call);
		if (isPast(platform, conference) && !goesOn(platform, conference)) {
			throw new Refusal(422, 'The conference is over');
		}
		if (isLive(conference)) throw new Refusal(422, 'The conference is being held: end it instead');
		if (conference.cancelled) throw new Refusal(422, 'The conference is cancelled already');
		cancel(platform, conference);
		return OK;
	});

	endpoint<OneConference>(app, platform, 'conference/end', (call) => {
		const { conference } = findActive(call);
		void endConference(platform, conference);
		return OK;
	});

	/** Own choice: moderators are not among the participants, as in the sample. */
	endpoint<OneConference>(app, platform, 'conference/fetch_participant_details', (call) => {
		const { invitations } = find(call).conference;
		const details = (moderators: boolean) =>
			invitations
				.filter(({ moderator }) => moderator === moderators)
				.flatMap(({ contactId }) => platform.state.contacts.get(contactId) ?? [])
				.map(shownContact);
		return { participants: details(false), moderators: details(true) };
	});

	/** The sample's number is a text. */
	endpoint<OneConference>(app, platform, 'conference/fetch_livestream_viewer_count', (call) => ({
		count: String(find(call).conference.viewers.length),
	}));

	endpoint<OneConference>(app, platform, 'conference/stop_streaming', (call) => {
		const { conference } = find(call);
		if (!conference.streaming) throw new Refusal(422, 'The conference is not streaming');
		void stopStreaming(platform, conference);
		return OK;
	});

	endpoint<
		OneConference & {
			country_code: string;
			phone_number: string;
			name?: string;
			invitation_text?: string;
		}
	>(app, platform, 'conference/dial_number', (call) => {
		const { conference, host } = findActive(call);
		const { country_code, phone_number, name = phone_number } = call.body;
		const invitation = `${host.settings.name} has invited you to a meeting with the subject ${conference.settings.subject}`;
		conference.dialouts.push({
			conferenceId: conference.id,
			country_code,
			phone_number,
			name,
			invitation_text: call.body.invitation_text ?? invitation,
		});
		return { dialout_status: 'new' };
	});

	endpoint<OneConference & { message: string }>(
		app,
		platform,
		'conference/message/create',
		(call) => {
			findActive(call).conference.systemMessages.push(call.body.message);
			return OK;
		},
	);

	/** Transcripts belong to recordings and go with them. */
	endpoint<OneConference>(app, platform, 'conference/delete_recordings', (call) => {
		findPast(call).recordings = [];
		return OK;
	});

	endpoint<OneConference>(app, platform, 'conference/delete_transcriptions', (call) => {
		for (const recording of findPast(call).recordings) recording.transcription = [];
		return OK;
	});
}
