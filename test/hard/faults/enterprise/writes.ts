import { fileOf } from '../operations';
import { at, running, type EnterpriseAct } from './common';

const SIZE = 200_000;

/** What changes something, and what makes something once. */
export const writes: EnterpriseAct[] = [
	{
		kind: 'write that may be repeated',
		name: 'host.update',
		struck: { path: at('host/update') },
		isRepeatable: true,
		async begin(setup, options) {
			const { hostId } = setup.access.fixtures;
			const inputs = { hostId, updateFields: { name: 'Jane Smith' }, options };
			return { run: await running(setup, 'host.update', inputs) };
		},
	},
	{
		kind: 'write that may not',
		name: 'conference.create',
		struck: { path: at('conference/create') },
		isRepeatable: false,
		async begin(setup, options) {
			const inputs = {
				hostId: setup.access.fixtures.hostId,
				subject: 'Annual review',
				start: '2030-01-07T10:00:00',
				timeZone: 'Europe/Berlin',
				duration: 30,
				options,
			};
			return {
				run: await running(setup, 'conference.create', inputs),
				made: async () => (await setup.vendor.conferences()).length,
			};
		},
	},
];

/** A file from the vendor's storage. */
export const downloading = (vendor: string): EnterpriseAct => ({
	kind: 'download',
	name: 'conference.downloadRecording',
	struck: { host: 'storage' },
	isLater: true,
	isRepeatable: true,
	answer: 'file',
	hasNoSession: true,
	asked: `${vendor}'s file storage`,
	async begin(setup, options) {
		const { pastConferenceId: conferenceId } = setup.access.fixtures;
		const [recording] = await setup.vendor.addRecordings(conferenceId, { size: SIZE });
		const inputs = { conferenceId, options: { recordingId: String(recording?.id), ...options } };
		const count = fileOf(SIZE);
		return { run: await running(setup, 'conference.downloadRecording', inputs, { count }) };
	},
});
