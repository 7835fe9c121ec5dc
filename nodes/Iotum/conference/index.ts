import { cancel } from './cancel';
import { create } from './create';
import { createReservationless } from './createReservationless';
import { deleteRecordings } from './deleteRecordings';
import { deleteTranscriptions } from './deleteTranscriptions';
import { dialNumber } from './dialNumber';
import { downloadRecording } from './downloadRecording';
import { end } from './end';
import { get } from './get';
import { getAll } from './getAll';
import { getEmbedCode } from './getEmbedCode';
import { getParticipants } from './getParticipants';
import { getViewerCount } from './getViewerCount';
import { previewSchedule } from './previewSchedule';
import { sendMessage } from './sendMessage';
import { stopStreaming } from './stopStreaming';
import { update } from './update';

export const conference = {
	name: 'Conference',
	operations: {
		cancel,
		create,
		createReservationless,
		deleteRecordings,
		deleteTranscriptions,
		dialNumber,
		downloadRecording,
		end,
		get,
		getAll,
		getEmbedCode,
		getParticipants,
		getViewerCount,
		previewSchedule,
		sendMessage,
		stopStreaming,
		update,
	},
};
