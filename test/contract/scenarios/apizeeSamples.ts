import type { ApizeeAccess } from '../../../sandbox/apizee/installation';
import { GUESSED_PARAMETERS } from '../../../sandbox/apizee/tickets/parameters';
import type { Complete, Samples } from './inputs';
import { locator } from './samples';

/** What every input of a name can be. */
export const samplesOf = ({ agent, secondAgent, fixtures }: ApizeeAccess): Samples => ({
	required: {
		agent: locator(agent.username),
		conferenceId: locator(fixtures.conferenceId),
		participants: 'ann@example.com, +33612345678',
		reference: 'CASE-1',
		since: '2023-02-22',
		ticketId: locator(fixtures.doneTicketId),
		until: '2023-02-23',
		url: 'https://meet.example.com/private/7a3d/ae22',
	},
	optional: {
		batching: { values: { concurrentRequests: 2, pause: 0 } },
		duration: 45,
		englishKeys: false,
		enterpriseId: String(fixtures.enterpriseId),
		entryMode: 'direct',
		fileName: 'recording.mp4',
		invite: true,
		language: 'fr',
		maxRetries: 1,
		maxWait: 5,
		mediaType: 'image',
		message: 'We go through your claim.',
		moderation: true,
		moderator: locator(secondAgent.username),
		name: 'Claim 1234',
		nameParameter: 'nickname',
		open: false,
		order: 'asc',
		orderby: 'date',
		outputBinaryPropertyName: 'file',
		participantName: 'Ann Miller',
		password: '1234#',
		reference: fixtures.doneTicketReference,
		reminder: 15,
		search: 'review',
		serviceKey: fixtures.conferenceServiceKey,
		since: '2023-07-01T00:00:00Z',
		ssoLink: true,
		startTime: '2030-01-07T10:00:00',
		status: 'completed',
		templateId: 1,
		timeout: 20_000,
		timeZone: 'Europe/Paris',
		until: '2023-08-01T00:00:00Z',
	},
});

const custom = (parameters: Record<string, string>) => ({
	values: Object.entries(parameters).map(([name, value]) => ({ name, value })),
});

const VALUES: Record<string, string> = {
	duration: '45',
	reminder: '10',
	startTime: '2030-01-07T10:00:00Z',
};

/** Everything that the vendor describes for tickets without its name, as the sandbox guesses it. */
export const newTicket: Complete = {
	inputs: { email: 'ann@example.com', phone: '+33612345678' },
	instead: {
		customParameters: custom(
			Object.fromEntries(GUESSED_PARAMETERS.map((name) => [name, VALUES[name] ?? 'x'])),
		),
	},
};

export const changedTicket = { customParameters: custom({ reference: 'CASE-2' }) };

/** A custom parameter reaches what a field reaches. */
export const newConference: Complete = {
	without: ['language'],
	instead: { customParameters: custom({ language: 'fr' }) },
};
