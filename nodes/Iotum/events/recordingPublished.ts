import type { IDataObject } from 'n8n-workflow';

import { polledEvent } from '../../kit/event';
import { isRecord } from '../../kit/record';
import { seen } from '../../kit/seen';
import type { Tools } from '../../kit/tools';
import { timed } from '../conference/fields';
import { get } from '../conference/get';
import { history, scope, watched } from './watched';

const isPublished = (recording: IDataObject) => recording.publishing_state === 'published';

/** A conference of a host, as it is remembered. */
type Candidate = [hostId: number, conferenceId: number];

/**
 * The conferences whose recordings are looked at: those of the last days, and earlier ones of which a
 * recording was still being processed at the last look.
 */
function candidates(recent: Candidate[], state: IDataObject | undefined): Candidate[] {
	const waiting = [state?.waiting].flat().map((entry) => String(entry).split(':').map(Number));
	const earlier = waiting.flatMap(([host, conference]): Candidate[] =>
		host && conference ? [[host, conference]] : [],
	);
	return [...new Map([...earlier, ...recent].map((one) => [one.join(':'), one])).values()];
}

async function recordingsOf(conferenceId: number, tools: Tools) {
	const conference = await tools.callUnless([404], get, { conferenceId, options: {} });
	if (!conference) return { recordings: [], conference: {} };
	const { recordings, ...others } = timed(conference);
	return { recordings: [recordings].flat().filter(isRecord), conference: others };
}

export const recordingPublished = polledEvent({
	name: 'Recording Published',
	description: 'A recording can be downloaded',
	docs: 'seed 002, "Fetch Conference" (recordings: publishing_state)',
	fields: watched,
	includesExisting: false,
	scope,
	async look(tools, values, state) {
		const before = seen(state?.published);
		const { conferences, isWhole, since } = await history(values, tools, state);
		const recent = conferences.map(
			({ hostId, record }): Candidate => [hostId, Number(record.conference_id)],
		);
		const found: IDataObject[] = [];
		const keys: string[] = [];
		const waiting: string[] = [];
		for (const [hostId, conferenceId] of candidates(recent, state)) {
			const { recordings, conference } = await recordingsOf(conferenceId, tools);
			const published = recordings.filter(isPublished);
			if (published.length < recordings.length) waiting.push(`${hostId}:${conferenceId}`);
			for (const { id, ...recording } of published) {
				const key = `${conferenceId}:${String(id)}`;
				keys.push(key);
				if (before.has(key)) continue;
				const { subject } = conference;
				const about = { host_id: hostId, conference_id: conferenceId, subject, recording_id: id };
				found.push({ ...about, ...recording });
			}
		}
		const published = before.next(keys, { isWhole });
		return { found, state: { since, waiting, published } };
	},
});
