import type { Conference, Recording } from '../conferences/types';
import type { Platform } from '../platform';
import { nextNumber, nextSecret } from '../state';
import { mp3, mp4, type MediaFile } from '../../mediaFiles';

/** A recording that is still being worked on (section 8.4, `publishing_state`). */
export function addRecording(
	{ state }: Platform,
	conference: Conference,
	fields: Pick<Recording, 'type' | 'start' | 'end'> & Partial<Recording>,
): Recording {
	const recording: Recording = {
		id: fields.id ?? nextNumber(state, 'recording'),
		publishingState: 'processing',
		key: nextSecret(state, 'recording').slice(0, 11),
		transcription: [],
		...fields,
	};
	conference.recordings.push(recording);
	return recording;
}

/** Its files by ending: an audio recording has an MP3; a video recording has both. */
export function filesOf({ id, type, size }: Recording): Record<string, MediaFile> {
	const label = `recording ${id}`;
	return type === 'audio' ? { mp3: mp3(label, size) } : { mp4: mp4(label, size), mp3: mp3(label) };
}

/** Section 8.4: the MP3 of an audio recording, the MP4 of a video recording. */
export function downloadLink({ urls }: Platform, { key, type }: Recording): string {
	return `${urls['storage']}/recording/inline/${key}.${type === 'audio' ? 'mp3' : 'mp4'}`;
}

/** The published file of a name such as `dc68df6c8a5.mp4`. */
export function publishedFile({ state }: Platform, name: string): MediaFile | undefined {
	const [key = '', ending = ''] = name.split('.');
	for (const { recordings } of state.conferences.values()) {
		const recording = recordings.find((candidate) => candidate.key === key);
		if (recording?.publishingState === 'published') return filesOf(recording)[ending];
	}
	return undefined;
}
