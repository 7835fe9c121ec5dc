import type { INodeParameters } from 'n8n-workflow';

import type { FlexpertoSetup } from '../../Flexperto/setup';
import { ARCHIVES, RESERVE, SESSIONS, USERS, WEBHOOK } from '../../Flexperto/requests';
import { newSession, pdfItem } from '../../Flexperto/signing';
import { triggerWorkflow } from '../../Flexperto/triggerWorkflow';
import type { Act, Options, Outcome, Work } from './act';
import { attempt, looking, outcomeOf } from './operations';

type FlexpertoAct = Act<FlexpertoSetup>;

/** An operation that is run with these inputs. */
const running =
	({ run }: FlexpertoSetup, name: `${string}.${string}`, inputs: INodeParameters) =>
	async (): Promise<Outcome> =>
		outcomeOf(await run(name, { inputs }));

const common = { hasNoSession: true } as const;

const reads: FlexpertoAct[] = [
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
			return { run: running(setup, 'user.getAll', { returnAll: true, options }) };
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

/** A contract session of an expert, and the inputs that name both. */
async function session({ vendor }: FlexpertoSetup) {
	const { id: expertId } = await vendor.createUser();
	const [made] = await vendor.createSessions({ expertId });
	return { actingUserId: String(expertId), sessionId: String(made?.session.id) };
}

const documents = async ({ vendor }: FlexpertoSetup) =>
	(await vendor.sessions()).flatMap(({ documents: all }) => all).length;

const uploading: FlexpertoAct = {
	...common,
	kind: 'upload',
	name: 'contractSession.uploadDocument',
	struck: { host: 'upload' },
	isLater: true,
	isRepeatable: false,
	asked: "Flexperto's file storage",
	async begin(setup, options) {
		const inputs = { ...(await session(setup)), binaryPropertyName: 'file0', options };
		const items = [await pdfItem(setup, 'a.pdf')];
		const run = async () =>
			outcomeOf(await setup.run('contractSession.uploadDocument', { inputs, items }));
		// A file that was uploaded and not attached is nothing that anybody sees.
		return { run, again: run, made: async () => await documents(setup) };
	},
};

const writes: FlexpertoAct[] = [
	{
		...common,
		kind: 'write that may not',
		name: 'meeting.reserve',
		struck: { path: RESERVE },
		isRepeatable: false,
		async begin(setup, options) {
			const { id } = await setup.vendor.createUser();
			const inputs = {
				actingUserId: String(id),
				accessLinkNotBefore: '2030-01-01T09:00:00Z',
				accessLinkValidUntil: '2030-01-01T10:00:00Z',
				options,
			};
			return { run: running(setup, 'meeting.reserve', inputs) };
		},
	},
	{
		...common,
		kind: 'write that may not',
		name: 'user.create',
		struck: { path: USERS },
		isRepeatable: false,
		async begin(setup, options) {
			const inputs = { ...person, options };
			return {
				run: running(setup, 'user.create', inputs),
				made: async () => (await setup.vendor.users()).length,
			};
		},
	},
	uploading,
];

const person = {
	email: 'jane@example.com',
	firstName: 'Jane',
	lastName: 'Doe',
	roles: ['EXPERT'],
};

const downloads: FlexpertoAct[] = [
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
			const { id: archiveId } = await setup.vendor.finishConference({ available: true });
			return { run: running(setup, 'archive.download', { archiveId, options }) };
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

const triggers: FlexpertoAct[] = [
	{
		...common,
		kind: 'trigger registration',
		name: 'flexpertoTrigger',
		struck: { path: WEBHOOK },
		isRepeatable: false,
		hasNoOptions: true,
		answer: 'anything',
		begin: async ({ engine, vendor }) => ({
			run: attempt(() => engine.activate(triggerWorkflow('flexpertoTrigger'))),
			made: async () => (await vendor.webhooks()).length,
		}),
		but: {
			'404': {
				because: 'an older revision of the guide has another address, which is tried then',
				words: 'Flexperto does not know what was asked for',
			},
		},
	},
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

/** A composite, with the fault at one of its requests. */
const at = (
	step: string,
	struck: FlexpertoAct['struck'],
	more: Partial<FlexpertoAct>,
): Pick<FlexpertoAct, 'name' | 'struck'> & Partial<FlexpertoAct> => ({
	...common,
	kind: 'composite',
	name: step,
	struck,
	...more,
});

async function preparing(setup: FlexpertoSetup, options: Options): Promise<Work> {
	const { id } = await setup.vendor.createUser();
	const inputs = { ...newSession, actingUserId: String(id), binaryPropertyName: 'file0,file1' };
	const items = [await pdfItem(setup, 'a.pdf', 'b.pdf')];
	const run = async (additionalFields = {}) =>
		outcomeOf(
			await setup.run('contractSession.prepare', {
				inputs: { ...inputs, additionalFields, options },
				items,
			}),
		);
	return {
		run,
		made: async () => (await setup.vendor.sessions()).length,
		async again(failure) {
			const [, started] =
				/contract session (\d+) was started/.exec(failure?.description ?? '') ?? [];
			// Without a number, the user finds the session by its name, as the message says.
			const [made] = await setup.vendor.sessions();
			const known = started ?? made?.session.id;
			return await run(known === undefined ? {} : { resumeSessionId: String(known) });
		},
	};
}

const provisioning = async (setup: FlexpertoSetup, options: Options): Promise<Work> => {
	const run = running(setup, 'user.provision', { ...person, options });
	return { run, again: run, made: async () => (await setup.vendor.users()).length };
};

const known409 = {
	because: 'a conflict means that it is there already',
	outcome: 'done',
	sent: 1,
	words: '',
	isInDoubt: false,
} as const;

const composites = [
	at('contractSession.prepare: initiate', { path: `${SESSIONS}/initiate` }, { begin: preparing }),
	at(
		'contractSession.prepare: the second upload URL',
		{ path: '*/upload-url', after: 1 },
		{ begin: preparing, isRepeatable: true, isLater: true },
	),
	at(
		'contractSession.prepare: the second upload',
		{ host: 'upload', after: 1 },
		{ begin: preparing, isLater: true, asked: "Flexperto's file storage" },
	),
	at(
		'contractSession.prepare: the second attachment',
		{ path: '*/attach', after: 1 },
		{ begin: preparing, isLater: true, done: '"a.pdf" was attached as document 1' },
	),
	at(
		'contractSession.prepare: hand over',
		{ path: '*/handover' },
		{
			begin: preparing,
			isLater: true,
			afterLoss: 'handed over',
			done: 'was attached as document 2',
		},
	),
	at(
		'user.provision: the look for it',
		{ method: 'GET', path: USERS },
		{ begin: provisioning, isRepeatable: true },
	),
	at(
		'user.provision: create',
		{ method: 'POST', path: USERS },
		{
			begin: provisioning,
			isLater: true,
			but: { '409': { ...known409, outcome: 'refused', words: 'Flexperto has an account of' } },
		},
	),
	at(
		'user.provision: confirm the e-mail',
		{ path: '*/confirm*' },
		{
			begin: provisioning,
			isLater: true,
			answer: 'anything',
			done: 'was created',
			but: { '409': known409 },
		},
	),
].map(
	(act): FlexpertoAct => ({ kind: 'composite', isRepeatable: false, begin: preparing, ...act }),
);

/** Everything of Flexperto that meets faults. */
export const flexpertoActs = [...reads, ...writes, ...downloads, ...triggers, ...composites];

/** The kinds that Flexperto does not have, with the reason. */
export const notOfFlexperto = {
	'write that may be repeated': 'the vendor documents no request that only sets a state',
};
