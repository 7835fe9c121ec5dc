import type { SessionView } from '../../sandbox/flexperto/control/client';
import type { World } from '../pollingHistory';
import { memoryOf } from '../pollingMemory';
import { watching, type Plan } from './pollingWorlds';
import type { FlexpertoSetup } from './setup';

export const DOCUMENT_STEPS = [
	...(['session', 'signature', 'failure', 'deletion', 'withdrawal'] as const),
];

type Step = (typeof DOCUMENT_STEPS)[number];

/** The states of documents by their number. */
type States = Map<number, string>;

const statesOf = (views: SessionView[]): States =>
	new Map(views.flatMap(({ documents }) => documents.map(({ id, status }) => [id, status])));

/** One of several things, another one each time. */
function another() {
	let count = 0;
	return <T>(things: T[]): T | undefined => things[(count++ * 5) % Math.max(1, things.length)];
}

/** What happens to contract sessions with two documents each, of which some are signed at once. */
function happenings({ vendor }: FlexpertoSetup): World<Step>['steps'] {
	const some = another();
	let started = 0;
	const open = async () =>
		(await vendor.sessions()).filter(
			({ session, handedOver }) =>
				handedOver && !session.transaction_completed && !session.deleted_at,
		);
	const any = async (...states: string[]) => {
		const documents = (await open()).flatMap((view) => view.documents);
		return some(documents.filter(({ status }) => states.includes(status)))?.id;
	};
	return {
		async session() {
			const signed = ++started % 4 === 0;
			await vendor.createSessions({ documents: 2, method: 'ves', handedOver: true, signed });
		},
		async signature() {
			const id = await any('UPLOADED');
			if (id !== undefined) await vendor.signDocument(id);
		},
		async failure() {
			const id = await any('UPLOADED', 'UPDATED');
			if (id !== undefined) await vendor.failDocument(id);
		},
		async deletion() {
			const id = await any('UPLOADED', 'FAILED');
			if (id !== undefined) await vendor.deleteDocument(id);
		},
		async withdrawal() {
			const id = some(await open())?.session.id;
			if (id !== undefined) await vendor.deleteSession(id);
		},
	};
}

/** A world in which looks are to hand over each new state of each document that `isWanted`. */
async function documents(
	setup: FlexpertoSetup & Plan,
	event: string,
	isWanted: (status: string) => boolean,
): Promise<World<Step>> {
	const present = async () =>
		(await setup.vendor.sessions()).filter(({ session }) => !session.deleted_at);
	const memory = memoryOf<States>(statesOf(await present()), () => new Map());
	return {
		...watching(event, setup),
		key: ({ id, status }) => [id, status],
		steps: happenings(setup),
		fail: () => ({ path: '/api/*' }),
		kept: memory.kept,
		async due(known) {
			const before = memory.before(known);
			const sessions = await present();
			// A look without memory does not ask for the documents of what is completed.
			const watched = sessions.filter(
				({ session }) => known !== 'nothing' || !session.transaction_completed,
			);
			memory.see(statesOf(sessions));
			return [...statesOf(watched)].filter(
				([id, status]) => before.get(id) !== status && isWanted(status),
			);
		},
	};
}

export const documentStatusChanged = async (setup: FlexpertoSetup & Plan) =>
	await documents(setup, 'documentStatusChanged', () => true);

export const documentFailed = async (setup: FlexpertoSetup & Plan) =>
	await documents(setup, 'documentFailed', (status) => status === 'FAILED');
