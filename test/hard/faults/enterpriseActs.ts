import type { INodeParameters } from 'n8n-workflow';

import type { Setup } from '../../Iotum/setup';
import { connectAccount } from '../../Iotum/pollingAccount';
import { hosts, watching } from '../../Iotum/pollingWorkflow';
import type { Act, Outcome, Work } from './act';
import { attempt, looking, outcomeOf } from './operations';

type EnterpriseAct = Act<Setup>;
type Brand = 'iotum' | 'vivoMeetings';

const at = (path: string) => `/enterprise_api/${path}`;

/** An operation that is run with these inputs, in a session that is open and was accepted. */
async function running(
	{ run, access }: Setup,
	name: `${string}.${string}`,
	inputs: INodeParameters,
	more: Parameters<Setup['run']>[1] = {},
): Promise<() => Promise<Outcome>> {
	await run('host.get', { inputs: { hostId: access.fixtures.hostId } });
	return async () => outcomeOf(await run(name, { ...more, inputs }));
}

const conference = ({ access }: Setup) => access.fixtures.scheduledConferenceId;

const reads = (brand: Brand): EnterpriseAct[] => [
	{
		kind: 'read',
		name: 'conference.get',
		struck: { path: at('conference/fetch') },
		isRepeatable: true,
		async begin(setup, options) {
			const inputs = { conferenceId: conference(setup), options };
			return { run: await running(setup, 'conference.get', inputs) };
		},
	},
	{
		kind: 'read',
		name: 'the sign-in before conference.get',
		struck: { path: at('authenticate') },
		isRepeatable: true,
		hasNoSession: true,
		async begin(setup, options) {
			const inputs = { conferenceId: conference(setup), options };
			const run = await running(setup, 'conference.get', inputs);
			await setup.vendor.dropSessions();
			return { run };
		},
		but: { '401': REJECTED[brand], '401, once': REJECTED[brand] },
	},
	{
		kind: 'read',
		name: 'conference.get, connected by OAuth2',
		struck: { path: at('conference/fetch') },
		isRepeatable: true,
		async begin(setup, options) {
			await connectAccount(setup, `${brand}OAuth2Api`);
			const inputs = { conferenceId: conference(setup), authentication: 'oAuth2', options };
			return { run: await running(setup, 'conference.get', inputs) };
		},
		but: {
			'401': {
				because: 'n8n renews such an authorization by itself, and the request is repeated once',
				words: 'rejected the OAuth2 authorization',
			},
		},
	},
	{
		kind: 'list, page 2',
		name: 'conference.getAll',
		struck: { path: at('conference/fetch_all'), after: 1 },
		isLater: true,
		isRepeatable: true,
		async begin(setup, options) {
			await setup.vendor.addConferences({ count: 50 });
			const inputs = { hostId: setup.access.fixtures.hostId, returnAll: true, options };
			return { run: await running(setup, 'conference.getAll', inputs) };
		},
	},
	{
		kind: 'picker',
		name: 'searchConferences',
		struck: { path: at('conference/fetch_all') },
		isRepeatable: true,
		hasNoOptions: true,
		async begin(setup) {
			await running(setup, 'host.get', {});
			const { engine, access } = setup;
			const parameters = {
				resource: 'conference',
				operation: 'get',
				listHostId: access.fixtures.hostId,
			};
			const look = { node: brand, method: 'searchConferences', parameters };
			return { run: attempt(() => engine.runPicker(look)) };
		},
	},
	{
		kind: 'credential test',
		name: `${brand}Api`,
		struck: { path: at('authenticate') },
		isRepeatable: true,
		hasNoOptions: true,
		answer: 'byN8n',
		begin: async ({ engine }) => ({
			async run() {
				const credential = engine.credentials[`${brand}Api`] ?? {};
				const { status, message } = await engine.testCredential(`${brand}Api`, credential);
				return status === 'OK' ? {} : { failure: { message, description: '' } };
			},
		}),
	},
	{
		kind: 'poll',
		name: `${brand}PollingTrigger`,
		struck: { path: at('host/conferences') },
		isRepeatable: true,
		async begin(setup, options) {
			const { engine, vendor, access } = setup;
			const inputs = { hosts: hosts(access.fixtures.hostId), options };
			const workflow = watching('conferenceEnded', inputs, `${brand}PollingTrigger`);
			const active = await engine.activate(workflow);
			const [held] = await vendor.addConferences({ held: true });
			return looking(active, 'conference_id', held?.id);
		},
	},
];

const REJECTED = {
	iotum: {
		because: 'the sign-in itself is rejected, which is not tried again',
		words: 'Iotum rejected the API token',
		outcome: 'refused',
		sent: 1,
	},
	vivoMeetings: {
		because: 'the sign-in itself is rejected, which is not tried again',
		words: 'VivoMeetings rejected the e-mail and password',
		outcome: 'refused',
		sent: 1,
	},
} as const;

const writes: EnterpriseAct[] = [
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

const downloading = (vendor: string): EnterpriseAct => ({
	kind: 'download',
	name: 'conference.downloadRecording',
	struck: { host: 'storage' },
	isLater: true,
	isRepeatable: true,
	answer: 'file',
	hasNoSession: true,
	asked: `${vendor}'s file storage`,
	async begin(setup, options) {
		const { pastConferenceId, videoRecordingId } = setup.access.fixtures;
		const more = { recordingId: String(videoRecordingId), ...options };
		const inputs = { conferenceId: pastConferenceId, options: more };
		return { run: await running(setup, 'conference.downloadRecording', inputs) };
	},
});

async function uploading(setup: Setup, options: INodeParameters): Promise<Work> {
	const { engine, access, vendor } = setup;
	const file = { fileName: 'slides.pdf', mimeType: 'application/pdf' };
	const items = [await engine.fileItem(Buffer.from('%PDF-1.4 slides'), file)];
	const inputs = { hostId: access.fixtures.hostId, options };
	return {
		run: await running(setup, 'driveFile.upload', inputs, { items }),
		made: async () => (await vendor.driveFiles()).length,
	};
}

const EMPTY = 'Done before: an empty drive file';

/** Not resumed: the vendor gives an upload address only with a new file, and the message names the empty one. */
const uploads: EnterpriseAct[] = [
	{
		kind: 'composite',
		name: 'driveFile.upload: create',
		struck: { path: at('drive/create') },
		isRepeatable: false,
		begin: uploading,
	},
	{
		kind: 'upload',
		name: 'driveFile.upload: its content',
		struck: { host: 'storage' },
		isLater: true,
		isRepeatable: false,
		hasNoSession: true,
		answer: 'anything',
		asked: "Iotum's file storage",
		done: EMPTY,
		begin: uploading,
		but: {
			'redirect in a loop': {
				because: 'a storage may send on to another of its hosts',
				sent: 6,
				words: "Iotum's file storage redirects to nowhere",
				isInDoubt: false,
			},
			'redirect to another host': {
				because: 'the content goes there without any credential',
				outcome: 'done',
				words: '',
				isInDoubt: false,
			},
		},
	},
	{
		kind: 'composite',
		name: 'driveFile.upload: finish',
		struck: { path: at('drive/file/finish_upload') },
		isLater: true,
		isRepeatable: true,
		done: `${EMPTY}`,
		begin: uploading,
		but: {
			'409': {
				because: 'the vendor has noticed the file by itself',
				outcome: 'done',
				words: '',
			},
		},
	},
];

const john = { name: 'John Host', email: 'john@company.tld' };

async function provisioning(
	setup: Setup,
	options: INodeParameters,
	email = john.email,
): Promise<Work> {
	const { access, vendor } = setup;
	const additionalFields = { companyId: access.fixtures.companyId };
	const run = await running(setup, 'host.provision', { ...john, email, additionalFields, options });
	return { run, again: run, made: async () => 1 + (await vendor.hosts()).length };
}

/** For a host who is there: nobody new may come to be. */
async function changing(setup: Setup, options: INodeParameters): Promise<Work> {
	const hostsThere = await setup.vendor.hosts();
	const known = hostsThere.find(({ id }) => id === setup.access.fixtures.secondHostId);
	const { run } = await provisioning(setup, options, String(known?.settings.email));
	return { run, again: run };
}

const provisions: EnterpriseAct[] = [
	{
		kind: 'composite',
		name: 'host.provision: the look for it',
		struck: { path: at('host/fetch_all') },
		isRepeatable: true,
		begin: provisioning,
	},
	{
		kind: 'composite',
		name: 'host.provision: create',
		struck: { path: at('host/create') },
		isLater: true,
		isRepeatable: false,
		looksAfterLoss: true,
		begin: provisioning,
	},
	{
		kind: 'composite',
		name: 'host.provision: update one that is there',
		struck: { path: at('host/update') },
		isLater: true,
		isRepeatable: true,
		begin: changing,
	},
	{
		kind: 'composite',
		name: 'host.provision: read it at the end',
		struck: { path: at('host/fetch') },
		isLater: true,
		isRepeatable: true,
		begin: changing,
	},
];

/** Everything of a brand that meets faults. */
export const actsOf = (brand: Brand, vendor: string): EnterpriseAct[] => [
	...reads(brand),
	...writes,
	downloading(vendor),
	...(brand === 'iotum' ? uploads : []),
	...provisions,
];

/** The kinds that a brand does not have, with the reason. */
export const missing = {
	iotum: { 'trigger registration': 'the vendor sets webhooks up, not the node' },
	vivoMeetings: {
		'trigger registration': 'the vendor sets webhooks up, not the node',
		upload: 'the vendor has no drive',
	},
};
