import { failure, received } from './requests';
import { useApizee } from './setup';
import { secondOfTwoItemsFails } from './twoItems';

const apizee = useApizee();

const options = { maxRetries: 0 };
const HINT = 'Apizee lists a session five minutes after its end.';

/** Gets sessions; gives the result and the requests. */
async function list(inputs = {}) {
	const { run, control } = apizee();
	await control.clearRequests();
	const result = await run('session.getAll', { inputs: { options, ...inputs } });
	return { ...result, requests: received(await control.requests()) };
}

const idsOf = (sessions: Array<{ id?: unknown }>) => sessions.map(({ id }) => id);

const KEY = 'f7a0300abf044e86bfcc7d9ae906381e';

secondOfTwoItemsFails('session.getAll', apizee, ({ access }) => ({
	inputs: {
		limit: 5,
		filters: {
			serviceKey: '={{ $json.key }}',
			since: '2023-07-13T00:00:00Z',
			until: '2023-07-14T00:00:00Z',
		},
	},
	items: [{ key: KEY }, { key: 'ffff' }],
	outputs: [
		{
			id: '1057a6af-eb9e-4730-b570-b0df1cfb',
			start_time: '2023-07-13T16:23:26+00:00',
			end_time: '2023-07-13T16:24:34+00:00',
			billing_duration: 5,
			total_participant_count: 2,
			organizer: { id: 2899, name: 'Alice Agent' },
			enterprise: { id: 1, name: 'Example Insurance' },
			service: { id: 5633, key: KEY, name: 'Conference' },
			type: 'conference',
		},
	],
	error: failure(access.baseUrl, 404, 'GET session', 'No service has this service_key.'),
	requests: [KEY, 'ffff'].map(
		(key) =>
			`GET session?service_key=${key}&since=2023-07-13T00%3A00%3A00Z&until=2023-07-14T00%3A00%3A00Z&limit=5&offset=0`,
	),
}));

describe('a session', () => {
	/** A conference that has just ended, at noon. */
	async function ended() {
		const { vendor, control } = apizee();
		await control.setClock('2030-06-01T12:00:00Z', { frozen: true });
		const [conference] = await vendor.addConferences({ status: 'ongoing' });
		await vendor.endConference(conference?.id ?? 0, { participants: 3 });
		const [session] = (await vendor.sessions()).slice(-1);
		return session;
	}

	it('is listed five minutes after its end, which the node says', async () => {
		const { control } = apizee();
		const session = await ended();
		const first = await list();
		expect(first.json).toEqual([]);
		expect(first.hints).toEqual([{ message: HINT, type: 'info', location: 'outputPane' }]);
		await control.advanceClock({ minutes: 4, seconds: 59 });
		expect((await list()).json).toEqual([]);
		await control.advanceClock({ seconds: 1 });
		const { json } = await list();
		expect(json).toMatchObject([
			{ id: session?.id, end_time: '2030-06-01T12:00:00+00:00', total_participant_count: 3 },
		]);
	});

	it('is output as it is: there is nothing to simplify', async () => {
		const since = { filters: { since: '2023-07-13T00:00:00Z', until: '2023-07-14T00:00:00Z' } };
		const { json } = await list(since);
		expect(json).toHaveLength(1);
		expect((await list({ ...since, simplify: false })).json).toEqual(json);
	});
});

describe('filters', () => {
	const day = { since: '2030-06-01T00:00:00Z', until: '2030-06-01T23:59:59Z' };

	beforeEach(async () => await apizee().control.setClock('2030-06-03T00:00:00Z'));

	it('are not sent when they are empty', async () => {
		const { requests } = await list({ filters: { serviceKey: '', since: '', until: '' } });
		expect(requests).toEqual(['GET session?limit=50&offset=0']);
	});

	it('narrow the list by the start, in whatever zone it is entered', async () => {
		const { vendor } = apizee();
		const added = await vendor.addSessions({ count: 4, start: '2030-06-01T12:00:00Z' });
		const filters = { since: '2030-06-01T12:00:00+02:00', until: '2030-06-01T07:00:00-04:00' };
		const { json, requests } = await list({ filters });
		expect(idsOf(json)).toEqual(idsOf(added.slice(1, 3)));
		expect(requests).toEqual([
			'GET session?since=2030-06-01T10%3A00%3A00Z&until=2030-06-01T11%3A00%3A00Z&limit=50&offset=0',
		]);
	});

	it('narrow it to an entry point', async () => {
		const { vendor, access } = apizee();
		const { ticketServiceId, ticketServiceKey, conferenceServiceId } = access.fixtures;
		const start = '2030-06-01T12:00:00Z';
		await vendor.addSessions({ serviceId: conferenceServiceId, start });
		const assistance = await vendor.addSessions({ serviceId: ticketServiceId, start });
		const { json } = await list({ filters: { ...day, serviceKey: ticketServiceKey } });
		expect(idsOf(json)).toEqual(idsOf(assistance));
		expect((await list({ filters: day })).json).toHaveLength(2);
	});

	it.each([
		['since', 'Since'],
		['until', 'Until'],
	])('%s is refused before anything is sent when it is no time', async (name, label) => {
		const { error, requests } = await list({ filters: { [name]: 'last week' } });
		expect(error?.message).toBe(`"${label}" is not a time [item 0]`);
		expect(requests).toEqual([]);
	});

	it('and Return All give every session once', async () => {
		const { vendor } = apizee();
		const added = await vendor.addSessions({ count: 205, start: '2030-06-02T00:00:00Z' });
		const filters = { since: '2030-05-01T00:00:00Z', until: '2030-06-02T23:00:00Z' };
		const { json, requests } = await list({ returnAll: true, filters });
		expect(idsOf(json)).toEqual(idsOf(added));
		expect(requests.map((request) => request.split('&limit=')[1])).toEqual([
			'100&offset=0',
			'100&offset=100',
			'100&offset=200',
		]);
	});
});
