import { failure } from './requests';
import { useApizee } from './setup';
import { secondOfTwoItemsFails } from './twoItems';

const apizee = useApizee();

const STATISTICS = 'enterprises/1/tickets-stats';

secondOfTwoItemsFails('ticket.getStatistics', apizee, async ({ access, vendor }) => {
	const [ticket] = await vendor.addTickets({
		state: 'closed',
		start: '2023-07-13T16:03:13Z',
		reference: 'CASE-1',
		email: 'nathan@example.com',
		name: 'Nathan Smith',
		figures: { calls: 1, seconds: 335 },
	});
	return {
		inputs: {
			since: '2023-07-13',
			until: '2023-07-14',
			options: { enterpriseId: '={{ $json.enterprise }}' },
		},
		items: [{ enterprise: 1 }, { enterprise: 2 }],
		outputs: [
			{
				id: ticket?.id,
				reference: 'CASE-1',
				description: '',
				priority: expect.any(String),
				requester: 'Nathan Smith',
				contact: 'nathan@example.com',
				state: 'Fermé',
				assigned_to: 'Alice Agent',
				group: 'Support',
				type: null,
				session_start: '2023-07-13 18:03:13',
				session_end: '2023-07-13 18:33:13',
				answered: 'oui',
				invitations: 0,
				email_invitations: 0,
				sms_invitations: 0,
				calls: 1,
				total_call_seconds: 335,
				photos: 0,
				videos: 0,
				agent_login: access.agent.username,
				service: 'Tickets',
				scans: 0,
				device: 'K',
				operating_system: 'Android 10',
				browser: 'Chrome 114.0.0.0',
			},
		],
		error: failure(
			access.baseUrl,
			403,
			'GET enterprises/2/tickets-stats',
			'Enterprise 2 is not yours.',
		),
		requests: [
			`GET ${STATISTICS}?format=JSON&since=2023-07-13&until=2023-07-14`,
			'GET enterprises/2/tickets-stats?format=JSON&since=2023-07-13&until=2023-07-14',
		],
	};
});
