import type { IDataObject } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';

import { whole } from '../../kit/choice';
import { options } from '../../kit/collection';
import { isRecord, textOf } from '../../kit/record';
import type { Tools } from '../../kit/tools';
import { transfer, type LinkedFile } from '../../kit/transfer';
import { number, pastConference } from '../fields';
import { timed } from './fields';
import { get } from './get';

/** The first pause between two looks and the longest one, in seconds. */
const FIRST_PAUSE = 2;
const LONGEST_PAUSE = 30;

export const downloadRecording = transfer({
	name: 'Download Recording',
	action: 'Download the recordings of a conference',
	description: 'Download the recordings of a past conference, one output item each',
	docs: 'seed 002, "Fetch Conference" (recordings: publishing_state, download_link)',
	fields: {
		...pastConference,
		options: options({
			recordingId: number('Recording ID', {
				description: 'The one to download; left empty, all of them',
				placeholder: 'e.g. 12345',
			}),
			waitSeconds: whole('Wait (Seconds)', {
				default: 300,
				minimum: 0,
				maximum: 86_400,
				description:
					'How long to wait for a recording that the vendor is still processing. It does not wait unless this is added.',
			}),
		}),
	},
	async links({ conferenceId, options: { recordingId, waitSeconds = 0 } }, tools) {
		let waited = 0;
		for (let pause = FIRST_PAUSE; ; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
			const recordings = await wanted(conferenceId, recordingId, tools);
			const processing = recordings.filter(({ download_link: link }) => !isLink(link));
			if (processing.length === 0) {
				return recordings.map((recording) => linked(conferenceId, recording));
			}
			const next = Math.min(pause, waitSeconds - waited);
			if (next <= 0) throw stillProcessing(conferenceId, processing, waited);
			await tools.rest(next * 1000);
			waited += next;
		}
	},
});

async function wanted(
	conferenceId: number,
	recordingId: number | undefined,
	tools: Tools,
): Promise<IDataObject[]> {
	const { recordings } = timed(await tools.call(get, { conferenceId, options: {} }));
	const all = [recordings].flat().filter(isRecord);
	const chosen = all.filter(({ id }) => recordingId === undefined || id === recordingId);
	if (chosen.length > 0) return chosen;
	const ids = all.flatMap(({ id }) => textOf(id) ?? []).join(', ');
	const which = recordingId === undefined ? 'no recording' : `no recording ${recordingId}`;
	throw new UserError(`Conference ${conferenceId} has ${which}`, {
		description:
			ids === '' ? 'Nothing of it was recorded, or it was deleted.' : `Its recordings are ${ids}.`,
	});
}

const isLink = (link: unknown): link is string => typeof link === 'string' && link !== '';

function linked(conferenceId: number, { download_link: link, ...json }: IDataObject): LinkedFile {
	const [mimeType, extension] =
		json.type === 'audio' ? ['audio/mpeg', 'mp3'] : ['video/mp4', 'mp4'];
	const fileName = `conference-${conferenceId}-recording-${String(json.id)}.${extension}`;
	const recording = { conference_id: conferenceId, ...json };
	return { url: String(link), fileName, mimeType: String(mimeType), json: recording };
}

function stillProcessing(
	conferenceId: number,
	recordings: IDataObject[],
	waited: number,
): UserError {
	const ids = recordings.flatMap(({ id }) => textOf(id) ?? []).join(', ');
	const after = waited > 0 ? ` after ${waited} s` : '';
	return new UserError(
		`The vendor is still processing recording ${ids} of conference ${conferenceId}${after}`,
		{
			description:
				'Nothing was output. Run this again in some minutes, raise Options > Wait, or start the workflow with the trigger for published recordings.',
		},
	);
}
