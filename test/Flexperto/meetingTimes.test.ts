import { received } from './requests';
import { useFlexperto } from './setup';

const flexperto = useFlexperto();

/** Reserves a meeting for a new expert; gives the request the vendor got. */
async function reserve(
	accessLinkNotBefore: string,
	accessLinkValidUntil: string,
	timezone = 'UTC',
) {
	const { engine, vendor, control } = flexperto();
	const { id } = await vendor.createUser();
	const { error } = await engine.run(
		{
			settings: { timezone },
			nodes: [
				{
					id: '1',
					name: 'Reserve',
					type: 'n8n-nodes-conferencing.flexperto',
					typeVersion: 1,
					position: [0, 0],
					parameters: {
						resource: 'meeting',
						operation: 'reserve',
						actingUserId: `${id}`,
						accessLinkNotBefore,
						accessLinkValidUntil,
					},
					credentials: { flexpertoApi: { id: 'flexpertoApi', name: 'flexpertoApi' } },
				},
			],
			connections: {},
		},
		{ startNode: 'Reserve' },
	);
	return { error, requests: received(await control.requests()) };
}

const until = '2027-01-01T00:00:00Z';

it.each([
	['with an offset', '2026-07-01T10:00+02:00', '2026-07-01T08:00:00.000Z'],
	['in UTC', '2026-07-01T10:00:00Z', '2026-07-01T10:00:00.000Z'],
	['without an offset, in summer', '2026-07-01T10:00:00', '2026-07-01T14:00:00.000Z'],
	['without an offset, in winter', '2026-01-15T10:00', '2026-01-15T15:00:00.000Z'],
	[
		'as a date of n8n',
		'={{ DateTime.fromISO("2026-07-01T10:00:00Z") }}',
		'2026-07-01T10:00:00.000Z',
	],
	['as a date of JavaScript', '={{ new Date(1782900000000) }}', '2026-07-01T10:00:00.000Z'],
])(
	'a time %s is sent in UTC, read in the time zone of the workflow (New York)',
	async (_, from, sent) => {
		const { error, requests } = await reserve(from, until, 'America/New_York');
		expect(error).toBeUndefined();
		expect(requests).toMatchObject([
			{
				body: { access_link_not_before: sent, access_link_valid_until: '2027-01-01T00:00:00.000Z' },
			},
		]);
	},
);

it.each([
	['reversed', '2026-03-01T11:00:00+01:00', '2026-03-01T09:59:59Z'],
	['equal', '2026-03-01T10:00:00Z', '2026-03-01T11:00:00+01:00'],
])('%s times are refused before anything is sent', async (_, from, to) => {
	const { error, requests } = await reserve(from, to);
	expect(error).toMatchObject({
		message:
			'"Links Valid Until" is not later than "Links Valid From" (2026-03-01T10:00:00.000Z) [item 0]',
		description: 'Enter a later time, or swap the two.',
	});
	expect(requests).toEqual([]);
});

it.each([
	'tomorrow',
	'2026-13-01T10:00',
	'01.03.2026 10:00',
	'={{ "" }}',
	'={{ undefined }}',
	'={{ [] }}',
])('%j is refused before anything is sent', async (to) => {
	const { error, requests } = await reserve('2026-03-01T10:00:00Z', to);
	expect(error).toMatchObject({
		message: expect.stringMatching(
			/^"Links Valid Until" (is not a time|is empty|must be text) \[item 0\]$/,
		),
		description: expect.any(String),
	});
	expect(requests).toEqual([]);
});
