import type { Example, Stage } from './stage';
import { byId } from './stage';

const node = 'flexperto';

const expert = (stage: Stage) =>
	stage.control.flexperto.createUser({
		firstName: 'Erika',
		lastName: 'Expert',
		email: 'erika.expert@example.com',
	});

/** A contract session that is signed, with its expert. */
async function signed(stage: Stage) {
	const { id } = await expert(stage);
	const [session] = await stage.control.flexperto.createSessions({
		expertId: id,
		documents: 1,
		signed: true,
	});
	return { actingUserId: String(id), session: session?.session.id ?? 0 };
}

const archive = (stage: Stage) => stage.control.flexperto.finishConference({ available: true });

/** What Flexperto's nodes hand on. */
export const flexperto: Example[] = [
	{
		name: 'User: Provision',
		run: async (stage) =>
			await stage.run(node, 'user.provision', {
				email: 'erika.expert@example.com',
				firstName: 'Erika',
				lastName: 'Expert',
				roles: ['EXPERT'],
			}),
	},
	{
		name: 'Meeting: Reserve',
		about: 'for one participant',
		async run(stage) {
			const { id } = await expert(stage);
			const values = [{ email: 'john@example.com', firstname: 'John', lastname: 'Doe' }];
			return await stage.run(node, 'meeting.reserve', {
				actingUserId: String(id),
				accessLinkNotBefore: '2026-03-05T09:45:00Z',
				accessLinkValidUntil: '2026-03-05T12:00:00Z',
				additionalFields: { participants: { values } },
			});
		},
	},
	{
		name: 'Contract Session: Prepare for Signature',
		about: 'with one PDF file',
		async run(stage) {
			const { id } = await expert(stage);
			const participant = { email: 'john@example.com', firstname: 'John', lastname: 'Doe' };
			const inputs = {
				actingUserId: String(id),
				name: 'Account opening',
				method: 'aes',
				participant: { values: [participant] },
			};
			const items = await stage.file('contract.pdf', '%PDF-1.4 contract');
			return await stage.run(node, 'contractSession.prepare', inputs, items);
		},
	},
	{
		name: 'Contract Session: Get Many',
		async run(stage) {
			await signed(stage);
			return await stage.run(node, 'contractSession.getAll');
		},
	},
	{
		name: 'Contract Session: Download Archive',
		async run(stage) {
			const { actingUserId, session } = await signed(stage);
			const inputs = { actingUserId, sessionId: byId(session) };
			return await stage.run(node, 'contractSession.downloadArchive', inputs);
		},
	},
	{
		name: 'Document: Get Many',
		async run(stage) {
			const { session } = await signed(stage);
			return await stage.run(node, 'document.getAll', { sessionId: byId(session) });
		},
	},
	{
		name: 'Archive: Get Many',
		async run(stage) {
			await archive(stage);
			return await stage.run(node, 'archive.getAll');
		},
	},
	{
		name: 'Archive: Download',
		async run(stage) {
			const { id } = await archive(stage);
			return await stage.run(node, 'archive.download', { archiveId: byId(id) });
		},
	},
	{
		name: 'Flexperto Trigger',
		about: 'with Verify with API, as it is unless changed',
		run: async (stage) =>
			await stage.trigger('flexpertoTrigger', {}, async () => await archive(stage)),
	},
	{
		name: 'Flexperto Polling Trigger: Contract Session Completed',
		run: async (stage) =>
			await stage.trigger(
				'flexpertoPollingTrigger',
				{ event: 'contractSessionCompleted' },
				async () => await signed(stage),
			),
	},
];
