import fc from 'fast-check';

import type { Tick } from '../harness/activeWorkflow';
import { betweenPages } from '../polling';
import { EVENTS, LISTS, make, numbers } from './pollingThings';
import { daysAgo, found, foundIds, RESTART, watching, withExisting } from './pollingWorkflow';
import { received } from './requests';
import { useApizee } from './setup';

const apizee = useApizee();

/** Things of the last hours: of conferences, which are an hour apart, a month is looked at. */
const month = { daysToWatch: 30 };

/** Takes a thing off its list, as somebody at the vendor does. */
async function remove(event: (typeof EVENTS)[number], id: number): Promise<void> {
	const { vendor, run } = apizee();
	if (event === 'newMedia') await vendor.setMediaStatus(id, 'deleted');
	else if (event === 'conferenceEnded') {
		await run('conference.delete', { inputs: { conferenceId: id } });
	} else await vendor.deleteTicket(id);
}

describe.each(EVENTS)('%s, with a list of several pages', (event) => {
	const list = LISTS[event];

	/** Does something while a look is between its first page and its second. */
	const whilePaging = async (look: () => Promise<Tick[]>, act: () => Promise<unknown>) =>
		await betweenPages(apizee().control, list, look, act);

	it('reads it to its end, a hundred at a time', async () => {
		const { engine, control } = apizee();
		const workflow = watching(event, { options: month });
		const active = await engine.activate(workflow);
		for (const [count, pages] of [
			[250, 3],
			[40, 3],
		] as const) {
			const ids = await make(apizee(), event, count);
			await control.clearRequests();
			expect(numbers(foundIds(await active.tick()))).toEqual(ids);
			const asked = received(await control.requests({ path: list }));
			expect(asked).toHaveLength(pages);
			for (const [page, request] of asked.entries()) {
				expect(request).toContain(`limit=100&offset=${page * 100}`);
			}
			expect(found(await active.tick())).toBeNull();
		}
		await active.restart(RESTART);
		expect(found(active.firstTicks)).toBeNull();
	});

	it('repeats nothing when it gets longer in front meanwhile', async () => {
		const { engine } = apizee();
		const active = await engine.activate(watching(event, { options: month }));
		const ids = await make(apizee(), event, 150);
		// The last of the first page is then the first of the second.
		let fresh: number[] = [];
		const ticks = await whilePaging(
			async () => await active.tick(),
			async () => (fresh = await make(apizee(), event, 1)),
		);
		expect(numbers(foundIds(ticks))).toEqual(ids);
		expect(foundIds(await active.tick())).toEqual(fresh);
		expect(found(await active.tick())).toBeNull();
	});

	it('loses nothing and repeats nothing when it gets shorter meanwhile', async () => {
		const { engine } = apizee();
		const options = { ...withExisting.options, ...month };
		const known = await make(apizee(), event, 120);
		const active = await engine.activate(watching(event, { options }));
		expect(numbers(foundIds(active.firstTicks))).toEqual(known);
		const fresh = await make(apizee(), event, 20);
		// Those that move up to the first page are on no page of this look.
		const ticks = await whilePaging(
			async () => await active.tick(),
			async () => {
				for (const id of known.slice(60, 65)) await remove(event, id);
			},
		);
		expect(numbers(foundIds(ticks))).toEqual(fresh);
		for (let times = 0; times < 3; times++) expect(found(await active.tick())).toBeNull();
	});

	it('finds at the next look, once, what was on no page', async () => {
		const { engine } = apizee();
		const active = await engine.activate(watching(event, { options: month }));
		const ids = await make(apizee(), event, 150);
		const gone = ids.slice(-3);
		const ticks = await whilePaging(
			async () => await active.tick(),
			async () => {
				for (const id of gone) await remove(event, id);
			},
		);
		const given = numbers(foundIds(ticks));
		expect(given).toEqual(ids.filter((id) => !ids.slice(47, 50).includes(id)));
		expect(numbers(foundIds(await active.tick()))).toEqual(ids.slice(47, 50));
		for (let times = 0; times < 2; times++) expect(found(await active.tick())).toBeNull();
	});

	it('gives each thing once whatever comes and goes meanwhile', async () => {
		const { engine, control } = apizee();
		const changes = fc.record({
			known: fc.integer({ min: 80, max: 130 }),
			fresh: fc.integer({ min: 0, max: 90 }),
			gone: fc.array(fc.nat({ max: 79 }), { maxLength: 6 }),
			added: fc.nat({ max: 4 }),
		});
		await fc.assert(
			fc.asyncProperty(changes, async ({ known: count, fresh: more, gone, added }) => {
				await control.reset();
				await apizee().vendor.setQuota({ enabled: false });
				const known = await make(apizee(), event, count);
				const active = await engine.activate(watching(event, { options: month }));
				const due = more > 0 ? await make(apizee(), event, more) : [];
				const change = async () => {
					for (const index of new Set(gone)) await remove(event, known[index] ?? 0);
					if (added > 0) due.push(...(await make(apizee(), event, added)));
				};
				const look = async () => await active.tick();
				const hasTwoPages = known.length + due.length > 100;
				if (!hasTwoPages) await change();
				const ticks = hasTwoPages ? await whilePaging(look, change) : await look();
				const given = [...numbers(foundIds(ticks)), ...numbers(foundIds(await look()))];
				expect(numbers(given)).toEqual(numbers(due));
				for (let times = 0; times < 2; times++) expect(found(await look())).toBeNull();
			}),
			{ numRuns: 6 },
		);
	}, 90_000);
});

test('a list that has the same ticket on two pages gives it once', async () => {
	const { engine, control } = apizee();
	const active = await engine.activate(watching('ticketDone'));
	const ticket = (id: number) => ({ id, state: 'done', created: daysAgo(1) });
	for (const ids of [
		[1, 2],
		[2, 3],
	]) {
		const body = { total: 4, data: ids.map(ticket) };
		await control.fault({ kind: 'status', status: 200, path: LISTS.ticketDone, body });
	}
	expect(foundIds(await active.tick())).toEqual([1, 2, 3]);
});
