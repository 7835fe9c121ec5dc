import { apizee, error, unlimited } from './apizeeHarness';
import { useSandbox } from './harness';

const sandbox = useSandbox();
const STATISTICS = '/enterprises/1/tickets-stats';

describe('the detailed statistics of tickets', () => {
	const day = (since = '2023-02-22', until = '2023-02-23') => ({
		params: { format: 'JSON', since, until },
	});

	test('are a bare array with the guide’s columns, in wall times of the enterprise', async () => {
		const client = await unlimited(sandbox());
		const { agent, fixtures } = sandbox().apizee;
		const { status, data } = await client.get(STATISTICS, day());
		expect(status).toBe(200);
		const row = {
			ID: fixtures.doneTicketId,
			Ref: 'ref12345678',
			Description: '',
			Priorité: 'Immédiat',
			Demandeur: '',
			Contact: '+33612345678',
			Etat: 'Fermé',
			'Assigné à': 'Alice Agent',
			Groupe: 'Support',
			Type: null,
			'Date de début de session': '2023-02-22 22:56:45',
			'Date de fin': '2023-02-22 23:12:18',
			Répondues: 'oui',
			"Nombre d'invitations": 0,
			"Nombre d'invitations email": 0,
			"Nombre d'invitations SMS": 0,
			'Nombre Appels': 1,
			'Durée totale des appels (secondes)': 335,
			Photos: 1,
			Vidéos: 1,
			Identifiant: agent.username,
			Service: 'Tickets',
			Scans: 0,
			Appareil: 'K',
			"Système d'exploitation": 'Android 10',
			Navigateur: 'Chrome 114.0.0.0',
		};
		expect(data).toEqual([row]);
		expect(Object.keys(data[0])).toEqual(Object.keys(row));
		expect(Object.keys(row)).toHaveLength(26);
	});

	test('follow the zone of the enterprise, also where a day begins', async () => {
		const client = await unlimited(sandbox());
		await sandbox().control.apizee.setTimeZone('Asia/Tokyo');
		expect((await client.get(STATISTICS, day())).data).toEqual([]);
		const { data } = await client.get(STATISTICS, day('2023-02-23', '2023-02-24'));
		expect(data[0]['Date de début de session']).toBe('2023-02-23 06:56:45');
	});

	test('count invitations, and may have columns nobody knows', async () => {
		await sandbox().control.setClock('2026-12-01T12:00:00Z', { frozen: true });
		await sandbox().control.apizee.setSettings({ extraColumns: { Satisfaction: 5, Note: null } });
		const client = await unlimited(sandbox());
		const params = {
			agent: sandbox().apizee.secondAgent.id,
			phone: '+33612345678,+33612345679',
			email: 'a@customer.example',
			invite: 1,
			reference: '0042',
			name: 'Jane Doe',
			type: 'claim',
		};
		await client.post('/tickets', undefined, { params });
		const { data } = await client.get(STATISTICS, day('2026-12-01', '2026-12-02'));
		expect(data).toMatchObject([
			{
				Ref: 42,
				Demandeur: 'Jane Doe',
				Etat: 'Invité',
				Type: 'claim',
				'Assigné à': 'Bruno Agent',
				Répondues: 'non',
				"Nombre d'invitations": 3,
				"Nombre d'invitations email": 1,
				"Nombre d'invitations SMS": 2,
				Satisfaction: 5,
				Note: null,
			},
		]);
	});

	test('take moments as well as days', async () => {
		const client = await unlimited(sandbox());
		const count = async (since: string, until: string) =>
			(await client.get(STATISTICS, day(since, until))).data.length;
		expect(await count('2023-02-22 22:00', '2023-02-22T23:00:00')).toBe(1);
		expect(await count('2023-02-22T21:57:00Z', '2023-02-22T23:00:00Z')).toBe(0);
	});

	test.each([
		['format=JSON&since=2023-02-22', 'until is required'],
		['since=2023-02-22&until=2023-02-23', 'format is required'],
		['format=CSV&since=2023-02-22&until=2023-02-23', 'format must be one of JSON'],
		['format=JSON&since=22.02.2023&until=2023-02-23', /since must match pattern/],
		['format=JSON&since=2023-02-30&until=2023-03-01', 'since 2023-02-30 is not a date.'],
	])('%s is refused', async (query, message) => {
		const answer = await apizee(sandbox()).get(`${STATISTICS}?${query}`);
		expect(error(answer)).toEqual({ status: 400, error: expect.stringMatching(message) });
	});

	test('are the own enterprise’s only', async () => {
		expect((await apizee(sandbox()).get('/enterprises/2/tickets-stats', day())).status).toBe(403);
	});
});

test('the report and the statistics of an enterprise count', async () => {
	const client = await unlimited(sandbox());
	const params = { startTime: '2023-01-01', endTime: '2023-12-31' };
	const report = await client.get('/enterprises/1/tickets/report', { params });
	expect(report.data).toMatchObject({ total: 2, states: { done: 1, invited: 1, new: 0 } });
	const other = { ...params, userId: sandbox().apizee.secondAgent.id };
	const none = await client.get('/enterprises/1/tickets/report', { params: other });
	expect(none.data.total).toBe(0);
	expect((await client.get('/enterprises/1/tickets/report')).status).toBe(400);
	expect((await client.get('/v3/enterprises/1/statistics')).data).toEqual({
		tickets: 2,
		conferences: 1,
		medias: 4,
		users: 2,
	});
});

describe('sessions', () => {
	test.each(['', '/v3'])('of a service are as the guide shows (%s/session)', async (version) => {
		const { agent, fixtures } = sandbox().apizee;
		const service_key = fixtures.conferenceServiceKey;
		const { data } = await apizee(sandbox()).get(`${version}/session`, {
			params: { service_key, since: '2023-07-13', until: '2023-07-14' },
		});
		expect(data).toEqual({
			total: 1,
			since: '2023-07-13T00:00:00+00:00',
			until: '2023-07-14T23:59:59+00:00',
			data: [
				{
					id: '1057a6af-eb9e-4730-b570-b0df1cfb',
					start_time: '2023-07-13T16:23:26+00:00',
					end_time: '2023-07-13T16:24:34+00:00',
					billing_duration: 5,
					total_participant_count: 2,
					organizer: { id: agent.id, name: 'Alice Agent' },
					enterprise: { id: 1, name: 'Example Insurance' },
					service: { id: fixtures.conferenceServiceId, key: service_key, name: 'Conference' },
					type: 'conference',
				},
			],
		});
	});

	test('appear five minutes after their end', async () => {
		await sandbox().control.setClock('2026-12-01T12:00:00Z', { frozen: true });
		const { apizee: control } = sandbox().control;
		const client = await unlimited(sandbox());
		const today = async () => (await client.get('/session')).data;
		const [conference] = await control.addConferences();
		const id = conference?.id ?? 0;
		await control.startConference(id);
		await sandbox().control.advanceClock({ minutes: 20 });
		await control.endConference(id, { participants: 3 });

		await sandbox().control.advanceClock({ minutes: 4, seconds: 59 });
		expect(await today()).toMatchObject({ total: 0, data: [] });
		await sandbox().control.advanceClock({ seconds: 1 });
		expect(await today()).toMatchObject({
			total: 1,
			data: [
				{
					start_time: '2026-12-01T12:00:00+00:00',
					end_time: '2026-12-01T12:20:00+00:00',
					total_participant_count: 3,
				},
			],
		});
	});

	test('come in pages of ten, filtered by service and time', async () => {
		const { fixtures } = sandbox().apizee;
		const client = await unlimited(sandbox());
		const start = '2025-05-05T23:00:00Z';
		await sandbox().control.apizee.addSessions({ count: 12, start });
		await sandbox().control.apizee.addSessions({ start, serviceId: fixtures.ticketServiceId });
		const list = async (params: object = {}) =>
			(
				await client.get('/session', {
					params: { since: '2025-05-05', until: '2025-05-05', ...params },
				})
			).data;
		const first = await list();
		expect(first).toMatchObject({ total: 13 });
		expect(first.data).toHaveLength(10);
		expect((await list({ offset: 10, limit: 10 })).data).toHaveLength(3);
		expect((await list({ service_key: fixtures.ticketServiceKey })).total).toBe(1);
		expect((await list({ since: '2025-05-05T22:30:00Z' })).total).toBe(2);
		expect(await sandbox().control.apizee.sessions()).toHaveLength(14);
	});

	test('an unknown service, or another enterprise’s, is not found', async () => {
		const answer = await apizee(sandbox()).get('/session?service_key=nothing');
		expect(error(answer)).toEqual({ status: 404, error: 'No service has this service_key.' });
		const foreign = apizee(sandbox(), { token: sandbox().apizee.foreignAgent.token });
		const service_key = sandbox().apizee.fixtures.conferenceServiceKey;
		expect((await foreign.get('/session', { params: { service_key } })).status).toBe(404);
		expect((await foreign.get('/session?since=2023-07-13')).data.total).toBe(0);
	});
});
