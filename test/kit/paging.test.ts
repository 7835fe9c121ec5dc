import fc from 'fast-check';
import { useFlexperto } from '../Flexperto/setup';
import { startListServer, type ListBehaviour } from './listServer';

// Lists of any length at vendors with pages of any size, through n8n's engine.

const flexperto = useFlexperto();
let vendor: Awaited<ReturnType<typeof startListServer>>;
beforeAll(async () => {
	vendor = await startListServer();
});
afterAll(async () => await vendor.close());

async function getMany(behaviour: ListBehaviour, limit?: number) {
	vendor.behave(behaviour);
	const { run, credential } = flexperto();
	return await run('user.getAll', {
		inputs: limit === undefined ? { returnAll: true } : { returnAll: false, limit },
		credentials: { flexpertoApi: { ...credential, baseUrl: vendor.url } },
	});
}

const ids = ({ json }: { json: Array<{ id?: unknown }> }) => json.map(({ id }) => id);
const upTo = (count: number) => Array.from({ length: count }, (_none, index) => index + 1);

const total = fc.integer({ min: 0, max: 450 });
const largestPage = fc.integer({ min: 1, max: 150 });

it('Return All gives each record once, in the vendor’s order', async () => {
	await fc.assert(
		fc.asyncProperty(total, fc.integer({ min: 20, max: 150 }), async (count, most) => {
			const result = await getMany({ total: count, largestPage: most });
			expect(ids(result)).toEqual(upTo(count));
			const pageSize = Math.min(most, 100);
			expect(vendor.asked()).toHaveLength(Math.max(1, Math.ceil(count / pageSize)));
		}),
		{ numRuns: 20 },
	);
});

it('a list that comes as a bare array is read to its end, with pages and without', async () => {
	await fc.assert(
		fc.asyncProperty(total, fc.integer({ min: 20, max: 150 }), async (count, most) => {
			const paged = await getMany({ total: count, largestPage: most, isBare: true });
			expect(ids(paged)).toEqual(upTo(count));
			// Of a hundred records, as many as were asked for, nobody knows whether they are all.
			fc.pre(count !== 100);
			const unpaged = { ignoresOffset: true, ignoresLimit: true, isBare: true };
			const whole = await getMany({ total: count, largestPage: most, ...unpaged });
			expect(ids(whole)).toEqual(upTo(count));
		}),
		{ numRuns: 15 },
	);
});

it('Return All gives everything also when the vendor does not tell how much there is', async () => {
	await fc.assert(
		fc.asyncProperty(total, fc.integer({ min: 20, max: 150 }), async (count, most) => {
			const result = await getMany({ total: count, largestPage: most, withoutTotal: true });
			expect(ids(result)).toEqual(upTo(count));
		}),
		{ numRuns: 15 },
	);
});

it('a limit gives the first records, and asks for no page beyond them', async () => {
	await fc.assert(
		fc.asyncProperty(
			total,
			largestPage,
			fc.integer({ min: 1, max: 300 }),
			async (count, most, limit) => {
				const result = await getMany({ total: count, largestPage: most }, limit);
				const expected = upTo(Math.min(limit, count));
				expect(ids(result)).toEqual(expected);
				for (const { limit: size, offset } of vendor.asked()) {
					expect(size).toBeLessThanOrEqual(Math.min(limit, 100));
					expect(offset).toBeLessThan(Math.max(expected.length, 1));
				}
			},
		),
		{ numRuns: 20 },
	);
});

it('a vendor that ignores the offset is found out, and nothing is given twice', async () => {
	await fc.assert(
		fc.asyncProperty(total, fc.integer({ min: 1, max: 99 }), async (count, most) => {
			fc.pre(count > most);
			const result = await getMany({ total: count, largestPage: most, ignoresOffset: true });
			expect(result.status).toBe('error');
			expect(result.error?.message).toBe(
				'Flexperto gave the same page twice instead of the next one [item 0]',
			);
			expect(result.error?.description).toBe(
				'The list is incomplete. Narrow it with a filter, or turn Return All off.',
			);
			expect(result.items).toEqual([]);
			expect(vendor.asked()).toHaveLength(2);
		}),
		{ numRuns: 20 },
	);
});
