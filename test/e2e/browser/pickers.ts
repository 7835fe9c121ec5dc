import type { SandboxControl } from '../../../sandbox/control';
import { empty, MANY, of, type Picker } from './picker';
import { ofIotum, ofVivoMeetings } from './pickersOfPlatform';
import { byId, type VendorName } from './workflows';

const users = {
	method: 'searchUsers',
	entries: MANY,
	async fill({ flexperto }: SandboxControl) {
		await flexperto.createUsers(MANY);
		return 'Ada';
	},
};
const sessions = {
	method: 'searchContractSessions',
	input: 'sessionId',
	entries: MANY,
	async fill({ flexperto }: SandboxControl) {
		const [first] = await flexperto.createSessions({ count: MANY });
		return `session ${first?.session.id})`;
	},
};
const tickets = {
	method: 'searchTickets',
	input: 'ticketId',
	entries: MANY,
	async fill({ apizee }: SandboxControl) {
		await apizee.addTickets({ count: MANY });
		await apizee.addTickets({ reference: 'CASE-7' });
		return 'CASE-7';
	},
};
const calls = {
	method: 'searchConferences',
	input: 'conferenceId',
	entries: MANY,
	async fill({ apizee }: SandboxControl) {
		await apizee.addConferences({ count: MANY });
		await apizee.addConferences({ name: 'Portfolio' });
		return 'Portfolio';
	},
};

/** Every picker of every node, by vendor. */
export const pickers: Record<VendorName, Picker[]> = {
	flexperto: [
		// Before the others, so that its session is the first.
		{
			node: 'flexperto',
			method: 'searchDocuments',
			input: 'documentId',
			parameters: { ...of('document.download'), listSessionId: byId(1) },
			entries: 3,
			async fill({ flexperto }) {
				const [made] = await flexperto.createSessions({ documents: 3 });
				return `document ${made?.documents[0]?.id})`;
			},
		},
		{
			node: 'flexperto',
			method: 'searchArchives',
			input: 'archiveId',
			parameters: of('archive.get'),
			entries: MANY,
			async fill({ flexperto }) {
				const { ids } = await flexperto.createArchives({ count: MANY });
				return ids[7] ?? '';
			},
		},
		{ ...users, node: 'flexperto', input: 'userId', parameters: of('user.confirmEmail') },
		{
			...users,
			node: 'flexpertoPollingTrigger',
			input: 'actingUserId',
			parameters: { event: 'documentFailed', options: { actingUserId: empty } },
		},
		{ ...sessions, node: 'flexperto', parameters: of('contractSession.get') },
		{ ...sessions, node: 'flexpertoPollingTrigger', parameters: { event: 'documentFailed' } },
	],
	iotum: ofIotum,
	vivoMeetings: ofVivoMeetings,
	apizee: [
		{
			node: 'apizee',
			method: 'searchAgents',
			input: 'agent',
			parameters: of('ticket.create'),
			entries: MANY,
			async fill({ apizee }) {
				await apizee.addUsers({ count: MANY });
				return 'Alice';
			},
		},
		{ ...calls, node: 'apizee', parameters: of('conference.get') },
		{
			...calls,
			node: 'apizeePollingTrigger',
			parameters: { event: 'newMedia', mediaOf: 'conference' },
		},
		{ ...tickets, node: 'apizee', parameters: of('ticket.get') },
		{
			...tickets,
			node: 'apizeePollingTrigger',
			parameters: { event: 'newMedia', mediaOf: 'ticket' },
		},
	],
};
