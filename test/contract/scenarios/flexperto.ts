import axios from 'axios';
import type { INodeParameters } from 'n8n-workflow';
import type { FlexpertoSetup } from '../../Flexperto/setup';
import type { LoggedRequest } from '../../../sandbox/requestLog';
import type { NodeRun } from '../../harness/runNode';
import { triggers } from './flexpertoTriggers';

type Run = { inputs?: INodeParameters; items?: NodeRun['items'] };

/** What there is at the vendor before an operation runs. */
async function world({ vendor, engine }: FlexpertoSetup) {
	const expert = await vendor.createUser();
	const expertId = expert.id;
	const [open] = await vendor.createSessions({ expertId });
	const [filled] = await vendor.createSessions({ expertId, documents: 1 });
	const [signed] = await vendor.createSessions({ expertId, documents: 1, signed: true });
	const archive = await vendor.finishConference({ available: true });
	const [document] = signed?.documents ?? [];
	if (!open || !filled || !signed || !document) throw new Error('The sandbox made no sessions.');
	const file = { fileName: 'contract.pdf', mimeType: 'application/pdf' };
	return {
		actingUserId: String(expertId),
		open: String(open.session.id),
		filled: String(filled.session.id),
		signed: String(signed.session.id),
		documentId: String(document.id),
		archiveId: archive.id,
		pdf: async () => [await engine.fileItem(Buffer.from('%PDF-1.4 contract'), file)],
	};
}

type World = Awaited<ReturnType<typeof world>>;

const newUser = {
	email: 'jane@example.com',
	firstName: 'Jane',
	lastName: 'Doe',
	roles: ['EXPERT'],
};
const newSession = ({ actingUserId }: World) => ({
	actingUserId,
	name: 'Account opening',
	method: 'aes',
	participant: { values: [{ email: 'john@example.com', firstname: 'John', lastname: 'Doe' }] },
});

/** Uploads a file outside n8n and gives its ID. */
async function uploadedFile(setup: FlexpertoSetup, { actingUserId, open }: World): Promise<string> {
	const inputs = { actingUserId, sessionId: open };
	const { json } = await setup.run('contractSession.getUploadUrl', { inputs });
	const body = new FormData();
	body.append('file', new Blob(['%PDF-1.4']), 'contract.pdf');
	const { data } = await axios.post<{ id: string }>(String(json[0]?.url), body);
	return data.id;
}

type Runs = Run | Run[];

/** A run of each operation that works; several where it takes several to see all of it. */
const operations: Record<string, (world: World, setup: FlexpertoSetup) => Runs | Promise<Runs>> = {
	'user.getAll': () => ({}),
	'user.create': () => ({ inputs: newUser }),
	'user.confirmEmail': ({ actingUserId: userId }) => ({ inputs: { userId } }),
	'user.provision': () => ({ inputs: newUser }),
	'meeting.reserve': ({ actingUserId }) => ({
		inputs: {
			actingUserId,
			accessLinkNotBefore: '2030-01-01T09:00:00Z',
			accessLinkValidUntil: '2030-01-01T10:00:00Z',
			additionalFields: {
				participants: {
					values: [{ email: 'john@example.com', firstname: 'John', lastname: 'Doe' }],
				},
			},
		},
	}),
	'contractSession.initiate': (given) => ({ inputs: newSession(given) }),
	'contractSession.getAll': () => ({}),
	'contractSession.get': ({ open: sessionId }) => ({ inputs: { sessionId } }),
	'contractSession.getUploadUrl': ({ actingUserId, open: sessionId }) => ({
		inputs: { actingUserId, sessionId },
	}),
	'contractSession.attachDocument': async (given, setup) => ({
		inputs: {
			actingUserId: given.actingUserId,
			sessionId: given.open,
			fileId: await uploadedFile(setup, given),
		},
	}),
	'contractSession.uploadDocument': async ({ actingUserId, open: sessionId, pdf }) => ({
		inputs: { actingUserId, sessionId },
		items: await pdf(),
	}),
	'contractSession.handOver': ({ actingUserId, filled: sessionId }) => ({
		inputs: { actingUserId, sessionId },
	}),
	'contractSession.prepare': async (given) => {
		const run = { inputs: newSession(given), items: await given.pdf() };
		const resumed = { additionalFields: { resumeSessionId: given.open } };
		const byName = { name: 'Another account', additionalFields: { resumeByName: true } };
		const inputs = [resumed, byName].map((more) => ({ ...run.inputs, ...more }));
		return [run, ...inputs.map((changed) => ({ ...run, inputs: changed }))];
	},
	'contractSession.downloadArchive': ({ actingUserId, signed: sessionId }) => ({
		inputs: { actingUserId, sessionId },
	}),
	'contractSession.downloadAuditReport': ({ actingUserId, signed: sessionId }) => ({
		inputs: { actingUserId, sessionId },
	}),
	'document.getAll': ({ open: sessionId }) => ({ inputs: { sessionId } }),
	'document.download': ({ documentId }) => ({ inputs: { documentId } }),
	'archive.getAll': () => ({}),
	'archive.get': ({ archiveId }) => ({ inputs: { archiveId } }),
	'archive.download': ({ archiveId }) => ({ inputs: { archiveId } }),
	'archive.abandon': ({ archiveId }) => ({ inputs: { archiveId } }),
	'webhook.register': () => ({ inputs: { topic: 'archive.available', url: 'http://127.0.0.1:9' } }),
};

/** Every operation and trigger that can be run, by name. */
export const scenarios = [...Object.keys(operations), ...Object.keys(triggers)];

/** The runs that show all an operation does, none of a trigger; makes what they need at the vendor. */
export async function runsOf(name: string, setup: FlexpertoSetup): Promise<Run[]> {
	const given = await world(setup);
	const runs = (await operations[name]?.(given, setup)) ?? [];
	await setup.control.clearRequests();
	return [runs].flat();
}

/** Runs an operation or a trigger so that it does all it can do; throws when it fails. */
export async function play(name: string, setup: FlexpertoSetup): Promise<LoggedRequest[]> {
	const runs = await runsOf(name, setup);
	if (runs.length === 0) await triggers[name]?.(setup);
	const [resource, operation] = name.split('.');
	for (const run of runs) {
		const { error } = await setup.run(`${resource}.${operation}`, run);
		if (error) throw new Error(`${name} failed: ${error.message} ${error.description}`);
	}
	return await setup.control.requests();
}
