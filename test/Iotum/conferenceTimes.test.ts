import { posted, received } from './requests';
import { useIotum } from './setup';

const iotum = useIotum();

beforeEach(async () => void (await iotum().control.setClock('2026-01-10T09:00:00Z')));

/** Creates a conference that begins then, or moves one. */
async function at(start: string, timeZone: string, operation: 'create' | 'update' = 'create') {
	const { run, control, vendor } = iotum();
	const inputs =
		operation === 'create'
			? { hostId: 52, subject: 'Advice', start, timeZone, duration: 60 }
			: { conferenceId: 185, updateFields: { start, timeZone } };
	await vendor.acceptPartialUpdates(true);
	const { json, error } = await run(`conference.${operation}`, { inputs });
	return { json, error, requests: received(await control.requests()) };
}

describe.each(['create', 'update'] as const)('the start of a conference (%s)', (operation) => {
	it.each([
		// Without an offset it is what clocks in the zone show.
		['2026-09-19T13:00:00', 'America/Toronto', '2026-09-19 13:00:00', '2026-09-19T13:00:00-04:00'],
		['2026-09-19 13:00', 'Asia/Kathmandu', '2026-09-19 13:00:00', '2026-09-19T13:00:00+05:45'],
		['2026-09-19', 'US/Central', '2026-09-19 00:00:00', '2026-09-19T00:00:00-05:00'],
		// With one it is converted.
		['2026-09-19T13:00:00Z', 'America/Toronto', '2026-09-19 09:00:00', '2026-09-19T09:00:00-04:00'],
		['2026-12-19T13:00+01:00', 'Asia/Tokyo', '2026-12-19 21:00:00', '2026-12-19T21:00:00+09:00'],
		['2026-03-29T01:30:00Z', 'Europe/Berlin', '2026-03-29 03:30:00', '2026-03-29T03:30:00+02:00'],
		[
			'={{ DateTime.fromISO("2026-09-19T23:30", { zone: "Europe/Berlin" }) }}',
			'Australia/Lord_Howe',
			'2026-09-20 08:00:00',
			'2026-09-20T08:00:00+10:30',
		],
		[
			'={{ new Date(Date.UTC(2026, 5, 1, 8)) }}',
			'UTC',
			'2026-06-01 08:00:00',
			'2026-06-01T08:00:00+00:00',
		],
	])('%s in %s is sent as %s and comes back as %s too', async (start, zone, sent, iso) => {
		const { json, requests } = await at(start, zone, operation);
		expect(requests.at(-1)?.body).toMatchObject({ start: sent, time_zone: zone });
		expect(json).toMatchObject([{ start: sent, start_iso: iso, time_zone: zone }]);
	});

	const gap = 'Enter the one you mean with its offset.';
	const overlap =
		'Only the wall time is sent, so an offset cannot tell them apart. Choose a time that occurs once, or a time zone whose clocks do not change then.';

	it.each([
		[
			'2026-03-08T02:30',
			'America/Toronto',
			'"Start" is 2026-03-08 02:30:00, which does not exist in America/Toronto (the clocks change): it could mean 2026-03-08T03:30:00-04:00 or 2026-03-08T01:30:00-05:00',
			gap,
		],
		[
			'2026-11-01T01:30',
			'America/Toronto',
			'"Start" is 2026-11-01 01:30:00, which occurs twice in America/Toronto (the clocks change): it could mean 2026-11-01T01:30:00-04:00 or 2026-11-01T01:30:00-05:00',
			overlap,
		],
		[
			'2026-10-25T00:30:00Z',
			'Europe/Berlin',
			'"Start" is 2026-10-25 02:30:00, which occurs twice in Europe/Berlin (the clocks change): it could mean 2026-10-25T02:30:00+02:00 or 2026-10-25T02:30:00+01:00',
			overlap,
		],
		[
			'2026-10-04T02:15',
			'Australia/Lord_Howe',
			'"Start" is 2026-10-04 02:15:00, which does not exist in Australia/Lord_Howe (the clocks change): it could mean 2026-10-04T02:45:00+11:00 or 2026-10-04T01:45:00+10:30',
			gap,
		],
	])(
		'%s in %s is refused with both readings, and nothing is sent',
		async (start, zone, message, next) => {
			const { error, requests } = await at(start, zone, operation);
			expect(error).toMatchObject({ message: `${message} [item 0]`, description: next });
			expect(requests).toEqual([]);
		},
	);

	it.each([
		['tomorrow', 'UTC', '"Start" is not a time'],
		['10:00', 'UTC', '"Start" is not a time'],
		['2026-02-30T10:00', 'UTC', '"Start" is not a time'],
		[
			'2026-09-19T13:00',
			'Europe/Paderborn',
			'"Time Zone" is "Europe/Paderborn", which is not a time zone',
		],
		['2026-09-19T13:00', '+02:00', '"Time Zone" is "+02:00", which is not a time zone'],
	])('%s in %s is refused before anything is sent', async (start, zone, message) => {
		const { error, requests } = await at(start, zone, operation);
		expect(error?.message).toBe(`${message} [item 0]`);
		expect(requests).toEqual([]);
	});
});

it('a start in the past is left to the vendor, whose words the user sees', async () => {
	const { error, requests } = await at('2020-09-19T13:00', 'UTC');
	expect(error?.message).toBe(
		'Iotum did not accept the request: start: the conference would be over already [item 0]',
	);
	expect(requests).toEqual([
		posted('conference/create', expect.objectContaining({ start: '2020-09-19 13:00:00' })),
	]);
});
