import { ARCHIVES, USERS } from '../../../Flexperto/requests';
import { triggerWorkflow } from '../../../Flexperto/triggerWorkflow';
import { attempt, listOf, looking, type Count } from '../operations';
import { common, running, type FlexpertoAct } from './common';

/** What only reads: operations, pickers, the test of the credential, downloads and polls. */
export const reads: FlexpertoAct[] = [
	{
		...common,
		kind: 'read',
		name: 'archive.get',
		struck: { path: `${ARCHIVES}/*` },
		isRepeatable: true,
		async begin(setup, options) {
			const { id: archiveId } = await setup.vendor.finishConference({ available: true });
			return { run: running(setup, 'archive.get', { archiveId, options }) };
		},
	},
	{
		...common,
		kind: 'list, page 2',
		name: 'user.getAll',
		struck: { path: USERS, after: 1 },
		isLater: true,
		isRepeatable: true,
		async begin(setup, options) {
			await setup.vendor.createUsers(120);
			const whole = listOf((await setup.vendor.users()).length);
			return { run: running(setup, 'user.getAll', { returnAll: true, options }, whole) };
		},
	},
	{
		...common,
		kind: 'picker',
		name: 'searchUsers',
		struck: { path: USERS },
		isRepeatable: true,
		hasNoOptions: true,
		begin: async ({ engine }) => ({
			run: attempt(() => engine.runPicker({ node: 'flexperto', method: 'searchUsers' })),
		}),
	},
	{
		...common,
		hasNoSession: undefined,
		kind: 'credential test',
		name: 'flexpertoApi',
		struck: { path: USERS },
		isRepeatable: true,
		hasNoOptions: true,
		answer: 'byN8n',
		begin: async ({ engine }) => ({
			async run() {
				const credential = engine.credentials.flexpertoApi ?? {};
				const { status, message } = await engine.testCredential('flexpertoApi', credential);
				return status === 'OK' ? {} : { failure: { message, description: '' } };
			},
		}),
	},
];

export const downloads: FlexpertoAct[] = [
	{
		...common,
		kind: 'download',
		name: 'archive.download',
		struck: { host: 'storage' },
		isLater: true,
		isRepeatable: true,
		answer: 'file',
		asked: "Flexperto's file storage",
		async begin(setup, options) {
			const archive = await setup.vendor.finishConference({ available: true });
			const stored: Count = (items) =>
				items.filter(({ json }) => json.sha256 === archive.sha256CheckSum).length;
			const inputs = { archiveId: archive.id, options };
			return { run: running(setup, 'archive.download', inputs, stored) };
		},
		but: {
			'redirect to another host': {
				because: 'an archive is compared with the checksum in its record',
				outcome: 'refused',
				words: 'The checksum of',
			},
		},
	},
];

export const polls: FlexpertoAct[] = [
	{
		...common,
		kind: 'poll',
		name: 'flexpertoPollingTrigger',
		struck: { path: ARCHIVES, after: 1 },
		isLater: true,
		isRepeatable: true,
		async begin({ engine, vendor }, options) {
			const inputs = { event: 'archiveAvailable', options };
			const workflow = triggerWorkflow('flexpertoPollingTrigger', inputs);
			const active = await engine.activate(workflow);
			await vendor.createArchives({ count: 110 });
			const [first] = await vendor.archives();
			return looking(active, 'id', first?.id);
		},
	},
];
