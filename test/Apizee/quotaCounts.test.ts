import { useQuota } from './quotaAccount';
import { runs, takeSoMany } from './quotaCosts';

// What each operation costs of the ten requests a minute: the first time in a process, and from then
// on. A sign-in costs one more, once in the life of a token.

const quota = useQuota();
const { apizee } = quota;

let cases = 0;

const fixtures = () => apizee().access.fixtures;
const people = () => ({ agent: apizee().access.agent.username, phone: '+33612345678' });
const aDay = { since: '2023-07-13', until: '2023-07-14' };
const ofEnterprise = () => ({ options: { enterpriseId: String(fixtures().enterpriseId) } });

const doneTicket = () => ({ ticketId: fixtures().doneTicketId });
const newTicket = async () => ({ ticketId: (await apizee().vendor.addTickets())[0]?.id ?? 0 });
const known = () => ({ ...people(), reference: fixtures().doneTicketReference });
const unknown = () => ({ ...people(), reference: `CASE-${++cases}` });
const ssoLink = { additionalFields: { ssoLink: true } };
const subject = {
	updateFields: { customParameters: { values: [{ name: 'subject', value: 'Boiler' }] } },
};

describe('a ticket', () => {
	takeSoMany(quota, [
		['create', runs('ticket.create', people), 1, 1],
		['create or get, when there is none', runs('ticket.createOrGet', unknown), 2, 2],
		['create or get, when there is one', runs('ticket.createOrGet', known), 2, 2],
		[
			'create or get with SSO Link, when there is none',
			runs('ticket.createOrGet', () => ({ ...unknown(), ...ssoLink })),
			2,
			2,
		],
		[
			'create or get with SSO Link, when there is one',
			runs('ticket.createOrGet', () => ({ ...known(), ...ssoLink })),
			2,
			2,
		],
		['get', runs('ticket.get', doneTicket), 1, 1],
		['update', runs('ticket.update', async () => ({ ...(await newTicket()), ...subject })), 1, 1],
		['delete', runs('ticket.delete', newTicket), 1, 1],
		['get its media', runs('ticket.getMedia', doneTicket), 2, 1],
		[
			'get its media with Enterprise ID',
			runs('ticket.getMedia', () => ({ ...doneTicket(), ...ofEnterprise() })),
			1,
			1,
		],
		['get statistics', runs('ticket.getStatistics', () => aDay), 2, 1],
		[
			'get statistics with Enterprise ID',
			runs('ticket.getStatistics', () => ({ ...aDay, ...ofEnterprise() })),
			1,
			1,
		],
	]);
});

describe('a conference', () => {
	const conference = () => ({ conferenceId: fixtures().conferenceId });
	const newConference = async () => ({
		conferenceId: (await apizee().vendor.addConferences())[0]?.id ?? 0,
	});
	const url = 'https://meet.apizee.example/private/7a3d/ae22';

	takeSoMany(quota, [
		['create', runs('conference.create', () => ({ participants: 'customer@example.com' })), 1, 1],
		['get', runs('conference.get', conference), 1, 1],
		['delete', runs('conference.delete', newConference), 1, 1],
		['get its media', runs('conference.getMedia', conference), 1, 1],
		['get its join link', runs('conference.getJoinLink', () => ({ url })), 0, 0],
	]);
});

describe('a list of up to a hundred', () => {
	const all = () => ({ returnAll: true });

	takeSoMany(quota, [
		['tickets', runs('ticket.getAll', all), 1, 1],
		['conferences', runs('conference.getAll', all), 1, 1],
		['sessions', runs('session.getAll', all), 1, 1],
		['media, which only version 3 lists, at /api', runs('media.getAll', all), 3, 1],
	]);

	takeSoMany(quota, [['media at /api/v3', runs('media.getAll', all), 1, 1]], '/api/v3');

	describe('where /api lists the media as well', () => {
		beforeEach(async () => {
			await apizee().vendor.setSettings({ unversionedMedias: true });
		});
		takeSoMany(quota, [['media', runs('media.getAll', all), 2, 1]]);
	});
});

describe('250 records with Return All', () => {
	beforeEach(async () => {
		const { vendor } = apizee();
		await vendor.addTickets({ count: 248 });
		await vendor.addConferences({ count: 249 });
		await vendor.addSessions({ count: 249 });
		await vendor.addMedias({ conferenceId: fixtures().conferenceId, count: 248 });
		await vendor.addMedias({ ticketId: fixtures().doneTicketId, count: 248 });
	});
	const all = { returnAll: true };
	const conference = () => ({ conferenceId: fixtures().conferenceId, ...all });

	takeSoMany(quota, [
		['tickets', runs('ticket.getAll', () => all), 3, 3],
		['conferences', runs('conference.getAll', () => all), 3, 3],
		[
			'sessions',
			runs('session.getAll', () => ({ ...all, filters: { since: '2000-01-01' } })),
			3,
			3,
		],
		['media of a conference', runs('conference.getMedia', conference), 3, 3],
		['media of a ticket', runs('ticket.getMedia', () => ({ ...doneTicket(), ...all })), 4, 3],
	]);
});
