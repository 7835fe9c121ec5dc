import { asked, useQuota } from './quotaAccount';
import { opens, runs, takeSoMany, watches } from './quotaCosts';

// What pickers, polling triggers, downloads, the sign-in and the credential test cost of the ten
// requests a minute: the first time in a process, and from then on.

const quota = useQuota();
const { apizee, newAccount, counted } = quota;

const fixtures = () => apizee().access.fixtures;

describe('to open a list in the editor', () => {
	takeSoMany(quota, [
		['tickets', opens('searchTickets'), 1, 1],
		['conferences', opens('searchConferences'), 1, 1],
		['agents', opens('searchAgents'), 2, 1],
	]);
});

describe('to search in a list of the editor', () => {
	beforeEach(async () => {
		await apizee().vendor.addTickets({ count: 350 });
		await apizee().vendor.addConferences({ count: 350 });
		await apizee().vendor.addUsers({ count: 350, name: 'Many Hands' });
	});
	takeSoMany(quota, [
		['a ticket by its whole reference', opens('searchTickets', 'ref12345678'), 1, 1],
		['a ticket by what its label has', opens('searchTickets', '+33612345678'), 2, 2],
		['a ticket that is not there', opens('searchTickets', 'no such ticket'), 2, 2],
		['an agent among the first hundred', opens('searchAgents', 'Bruno'), 2, 1],
		['an agent who is not there', opens('searchAgents', 'nobody'), 3, 2],
		['a conference, wherever it is', opens('searchConferences', 'Annual review'), 1, 1],
		['a conference that is not there', opens('searchConferences', 'no such conference'), 1, 1],
	]);
});

describe('a look of the polling trigger', () => {
	const oneTicket = () => ({ mediaOf: 'ticket', ticketId: fixtures().doneTicketId });
	const oneConference = () => ({ mediaOf: 'conference', conferenceId: fixtures().conferenceId });

	takeSoMany(quota, [
		['Ticket Done', watches('ticketDone'), 1, 1],
		['Ticket State Changed', watches('ticketStateChanged'), 1, 1],
		['Conference Ended', watches('conferenceEnded'), 1, 1],
		['New Media at /api, where only version 3 lists them', watches('newMedia'), 3, 1],
		['New Media of one ticket', watches('newMedia', oneTicket), 2, 1],
		['New Media of one conference', watches('newMedia', oneConference), 1, 1],
	]);

	describe('at 250 tickets of the last days, and many older ones', () => {
		beforeEach(async () => {
			const { vendor } = apizee();
			await vendor.addTickets({ count: 300, created: '2023-01-01T00:00:00Z' });
			await vendor.addTickets({ count: 250 });
		});
		takeSoMany(quota, [
			['Ticket Done', watches('ticketDone'), 3, 3],
			['Ticket State Changed', watches('ticketStateChanged'), 3, 3],
		]);
	});
});

describe('a download', () => {
	/** A new media of the conference that lies there. */
	const mediaAt = (place: 'ownHost' | 'otherOrigin' | 'redirect') => async () => {
		const { vendor, access } = apizee();
		const { conferenceId, enterpriseId } = fixtures();
		const [media] = await vendor.addMedias({ conferenceId, place });
		const own = `${access.url}/media/showVideo/${enterpriseId}/hash/${media?.hash}`;
		return { url: place === 'otherOrigin' ? `${access.storageUrl}/files/${media?.hash}` : own };
	};

	takeSoMany(quota, [
		['from the vendor’s own host', runs('media.download', mediaAt('ownHost')), 1, 1],
		['that the vendor redirects', runs('media.download', mediaAt('redirect')), 1, 1],
		['from another host', runs('media.download', mediaAt('otherOrigin')), 0, 0],
	]);
});

it('a sign-in is one request, for all that a process does in the life of a token', async () => {
	const { run, look, watch } = await newAccount({ requestsPerMinute: 1000 });
	await run('ticket.getAll');
	await look({ method: 'searchTickets' });
	await watch('conferenceEnded');
	await run('session.getAll');
	const paths = (await counted()).map(({ path }) => path);
	expect(paths).toEqual(
		['token', 'tickets', 'tickets', 'conferences', 'session'].map((path) => `/api/${path}`),
	);
});

it('a token that has ended costs two: the request that finds out, and the sign-in', async () => {
	const { run } = await newAccount({ requestsPerMinute: 1000 });
	await run('ticket.getAll');
	await apizee().vendor.expireTokens();
	await apizee().control.clearRequests();
	await run('ticket.getAll', { inputs: { returnAll: true } });
	const requests = asked(await counted()).map((request) => request.replace(/\?.*/, ''));
	expect(requests).toEqual(['GET /api/tickets', 'POST /api/token', 'GET /api/tickets']);
});

it.each([
	['a user name and a password', () => ({}), ['POST /api/token', 'GET /api/users/me']],
	[
		'a token',
		() => ({ authentication: 'token', accessToken: apizee().access.agent.token }),
		['GET /api/users/me'],
	],
])('the test of a credential with %s', async (_what, given, expected) => {
	const { engine, credentials } = apizee();
	const credential = { ...credentials.apizeeApi, ...given() };
	const { status } = await engine.testCredential('apizeeApi', credential);
	expect(status).toBe('OK');
	expect(asked(await counted())).toEqual(expected);
});
