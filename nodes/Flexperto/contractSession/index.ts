import { attachDocument } from './attachDocument';
import { downloadArchive } from './downloadArchive';
import { downloadAuditReport } from './downloadAuditReport';
import { get } from './get';
import { getAll } from './getAll';
import { getUploadUrl } from './getUploadUrl';
import { handOver } from './handOver';
import { initiate } from './initiate';
import { prepare } from './prepare';
import { uploadDocument } from './uploadDocument';

export const contractSession = {
	name: 'Contract Session',
	operations: {
		attachDocument,
		downloadArchive,
		downloadAuditReport,
		get,
		getAll,
		getUploadUrl,
		handOver,
		initiate,
		prepare,
		uploadDocument,
	},
};
