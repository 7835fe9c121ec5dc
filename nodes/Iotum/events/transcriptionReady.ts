import type { IDataObject } from 'n8n-workflow';

import { polledEvent } from '../../kit/event';
import { isRecord } from '../../kit/record';
import { seen } from '../../kit/seen';
import { withIso } from '../../kit/wallTime';
import { history, scope, watched, type PastConference } from './watched';

/** Days that each look repeats: recordings are processed first, which may take days. */
const MARGIN = 14;

/** The recordings of a detailed conference that have a transcript, each with what identifies it. */
function transcribed({ hostId, record }: PastConference) {
	const { conference_id: conferenceId, subject, recordings } = record;
	return [recordings]
		.flat()
		.filter(isRecord)
		.map((recording, index) => ({
			key: `${String(conferenceId)}:${String(recording.id ?? `#${index}`)}`,
			recording: withIso(recording, ['start_time', 'end_time'], 'UTC'),
			about: { host_id: hostId, conference_id: conferenceId, subject },
		}))
		.filter(({ recording: { transcription_segments: segments } }) =>
			Array.isArray(segments) ? segments.length > 0 : false,
		);
}

export const transcriptionReady = polledEvent({
	name: 'Transcription Ready',
	description: 'The transcript of a recording has appeared',
	docs: 'seed 002, "Hosts" (host/conferences, output detail)',
	fields: watched,
	includesExisting: false,
	scope,
	async look(tools, values, state) {
		const before = seen(state?.transcribed);
		const { conferences, isWhole, since } = await history(values, tools, state, {
			detail: true,
			margin: MARGIN,
		});
		const ready = conferences.flatMap(transcribed);
		const found = ready
			.filter(({ key }) => !before.has(key))
			.map(({ about, recording }): IDataObject => ({ ...about, recording }));
		const keys = ready.map(({ key }) => key);
		return { found, state: { since, transcribed: before.next(keys, { isWhole }) } };
	},
});
