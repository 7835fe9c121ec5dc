import { received } from './requests';
import { useApizee } from './setup';

const apizee = useApizee();

/** Runs an operation in a workflow of a time zone; gives the error and the requests. */
async function runIn(
	timezone: string,
	operation: string,
	parameters: Record<string, string | Record<string, string>>,
) {
	const { engine, control } = apizee();
	const { error } = await engine.run(
		{
			settings: { timezone },
			nodes: [
				{
					id: '1',
					name: 'Meet',
					type: 'n8n-nodes-conferencing.apizee',
					typeVersion: 1,
					position: [0, 0],
					parameters: { resource: 'conference', operation, ...parameters },
					credentials: { apizeeApi: { id: 'apizeeApi', name: 'apizeeApi' } },
				},
			],
			connections: {},
		},
		{ startNode: 'Meet' },
	);
	const requests = await control.requests();
	return { error, requests: requests.filter(({ path }) => path === '/api/conferences') };
}

/** The start the vendor gets for an entry in a workflow of a time zone. */
async function sent(timezone: string, startTime: string) {
	const { error, requests } = await runIn(timezone, 'create', {
		participants: 'ada@example.com',
		additionalFields: { startTime },
	});
	expect(error).toBeUndefined();
	return requests.at(-1)?.query.startTime;
}

describe('the start of a conference is sent in UTC, to the second', () => {
	it.each([
		['UTC', '2030-06-01T10:00:00', '2030-06-01T10:00:00Z'],
		['Europe/Paris', '2030-06-01T10:00:00', '2030-06-01T08:00:00Z'],
		['Europe/Paris', '2030-01-15T10:00', '2030-01-15T09:00:00Z'],
		['Europe/Paris', '2030-01-01T00:30', '2029-12-31T23:30:00Z'],
		['America/New_York', '2030-06-01T21:00:00', '2030-06-02T01:00:00Z'],
		['Asia/Kathmandu', '2030-06-01T10:00:00', '2030-06-01T04:15:00Z'],
		['Europe/Paris', '2030-06-01', '2030-05-31T22:00:00Z'],
	])('in a workflow of %s, %s is %s', async (timezone, entered, expected) => {
		expect(await sent(timezone, entered)).toBe(expected);
	});

	it.each([
		['2030-06-01T10:00:00Z', '2030-06-01T10:00:00Z'],
		['2030-06-01T10:00:00+02:00', '2030-06-01T08:00:00Z'],
		['2030-06-01T10:00:00-0530', '2030-06-01T15:30:00Z'],
		['2030-06-01T10:00:00.999Z', '2030-06-01T10:00:00Z'],
		['={{ DateTime.fromISO("2030-06-01T10:00:00+02:00") }}', '2030-06-01T08:00:00Z'],
		['={{ new Date("2030-06-01T10:00:00Z") }}', '2030-06-01T10:00:00Z'],
	])('%s is %s whatever the workflow’s time zone is', async (entered, expected) => {
		expect(await sent('Asia/Tokyo', entered)).toBe(expected);
	});

	it('is what the conference has then', async () => {
		const { run, control } = apizee();
		const { json } = await run('conference.create', {
			inputs: {
				participants: 'ada@example.com',
				additionalFields: { startTime: '2030-06-01T10:00:00+02:00', duration: 45 },
			},
		});
		expect(json).toMatchObject([
			{ start_time: '2030-06-01T08:00:00+00:00', end_time: '2030-06-01T08:45:00+00:00' },
		]);
		expect(received(await control.requests())).toHaveLength(1);
	});
});

it('reads the filter Since in the same way', async () => {
	const since = { filters: { since: '2030-06-01T10:00:00' } };
	const { error, requests } = await runIn('Europe/Paris', 'getAll', since);
	expect(error).toBeUndefined();
	expect(requests.at(-1)?.query.since).toBe('2030-06-01T08:00:00Z');
});
