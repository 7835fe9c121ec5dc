import { SECRET } from '../../accounts';
import { byId, type Example } from './stage';

const node = 'apizee';

/** What Apizee's nodes hand on. */
export const apizee: Example[] = [
	{
		name: 'Ticket: Create or Get',
		about: 'for a case that is new',
		run: async (stage) =>
			await stage.run(node, 'ticket.createOrGet', {
				agent: byId(stage.sandbox.apizee.agent.username),
				reference: 'CASE-1042',
				phone: '+33612345678',
				additionalFields: { name: 'Ann Miller' },
			}),
	},
	{
		name: 'Ticket: Get Many Media',
		run: async (stage) =>
			await stage.run(node, 'ticket.getMedia', {
				ticketId: byId(stage.sandbox.apizee.fixtures.doneTicketId),
			}),
	},
	{
		name: 'Ticket: Get Statistics',
		about: 'with a time zone',
		run: async (stage) =>
			await stage.run(node, 'ticket.getStatistics', {
				since: '2023-02-22',
				until: '2023-02-23',
				options: { timeZone: 'Europe/Paris' },
			}),
	},
	{
		name: 'Conference: Create',
		run: async (stage) =>
			await stage.run(node, 'conference.create', {
				participants: 'ann@example.com, +33612345678',
				additionalFields: { name: 'Annual review', startTime: '2026-03-05T10:00:00Z' },
			}),
	},
	{
		name: 'Conference: Get Join Link',
		run: async (stage) =>
			await stage.run(node, 'conference.getJoinLink', {
				url: 'https://meet.example.com/private/7a3d/ae22',
				participantName: 'Ann Miller',
			}),
	},
	{
		name: 'Media: Download',
		async run(stage) {
			const { apizee } = stage.sandbox;
			const all = await stage.control.apizee.medias();
			const image = all.find(({ id }) => id === apizee.fixtures.ticketImageId);
			return await stage.run(node, 'media.download', {
				url: `${apizee.url}/media/showVideo/1/hash/${image?.hash}`,
			});
		},
	},
	{
		name: 'Session: Get Many',
		async run(stage) {
			await stage.control.apizee.addSessions();
			return await stage.run(node, 'session.getAll');
		},
	},
	{
		name: 'Apizee Trigger',
		about: 'a ticket that is done',
		run: async (stage) =>
			await stage.trigger('apizeeTrigger', {}, async (url) => {
				const { apizee } = stage.control;
				await apizee.setWebhooks([{ url, headers: { 'X-Webhook-Secret': SECRET } }]);
				await apizee.sendEvent({ object: 'ticket', props: { state: 'done' } });
			}),
	},
	{
		name: 'Apizee Polling Trigger: Ticket Done',
		isOfToday: true,
		run: async (stage) =>
			await stage.trigger('apizeePollingTrigger', { event: 'ticketDone' }, async () => {
				await stage.control.apizee.addTickets({ state: 'done', reference: 'CASE-1042' });
			}),
	},
];
