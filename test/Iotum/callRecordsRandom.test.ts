import fc from 'fast-check';

import { useIotum } from './setup';

const iotum = useIotum();

const HOUR = 3_600_000;
const FIRST = Date.UTC(2026, 2, 27);

/** Conferences over five days in which the clocks change, up to a night long, with their arrivals. */
const conferences = fc.array(
	fc.record({
		hour: fc.integer({ min: 0, max: 5 * 24 - 1 }),
		hours: fc.integer({ min: 1, max: 20 }),
		arrivals: fc.array(
			fc.record({ after: fc.integer({ min: 0, max: 19 }), count: fc.integer({ min: 1, max: 45 }) }),
			{ minLength: 1, maxLength: 2 },
		),
	}),
	{ minLength: 3, maxLength: 8 },
);

const zones = fc.constantFrom(undefined, 'Europe/Berlin', 'Asia/Tokyo', 'America/Los_Angeles');

it('reads every call record once, however conferences lie, when none has more than a hundred', async () => {
	await fc.assert(
		fc.asyncProperty(conferences, zones, fc.boolean(), async (layout, timeZone, isBounded) => {
			const { control, vendor, run } = iotum();
			await control.reset();
			const kept: number[] = [];
			for (const { hour, hours, arrivals } of layout) {
				const start = FIRST + hour * HOUR;
				const request = { start: new Date(start).toISOString(), duration: hours * 60, held: true };
				const [conference] = await vendor.addConferences(request);
				if (!conference) throw new Error('No conference was added.');
				kept.push(...conference.attendees.map(({ cdrId }) => cdrId));
				for (const { after, count } of arrivals) {
					const joined = start + Math.min(after, hours - 1) * HOUR;
					const people = await vendor.join(conference.id, { joined, left: joined + 60_000, count });
					kept.push(...people.map(({ cdrId }) => cdrId));
				}
			}
			const filters = {
				...(timeZone !== undefined && { timeZone }),
				...(isBounded && { startDate: '2026-03-20', endDate: '2026-04-10' }),
			};
			const inputs = { hostId: 52, returnAll: true, filters };
			const { json, error } = await run('host.getCallRecords', { inputs });
			expect(error).toBeUndefined();
			const fixtures = isBounded ? [] : [35, 36, 37];
			const byNumber = (one: number, other: number) => one - other;
			expect(json.map(({ id }) => Number(id)).sort(byNumber)).toEqual(
				[...fixtures, ...kept].sort(byNumber),
			);
		}),
		{ numRuns: 12, endOnFailure: true },
	);
}, 120_000);
