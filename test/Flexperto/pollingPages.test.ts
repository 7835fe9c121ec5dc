import type { Tick } from '../harness/activeWorkflow';
import { betweenPages } from '../polling';
import { ARCHIVES } from './requests';
import { useFlexperto } from './setup';
import { found, foundIds, triggerWorkflow } from './triggerWorkflow';

const flexperto = useFlexperto();

const workflow = () =>
	triggerWorkflow('flexpertoPollingTrigger', {
		event: 'archiveAvailable',
		options: { maxRetries: 0 },
	});

/** What the vendor was asked for, page by page. */
const offsets = async () => (await flexperto().control.requests()).map(({ query }) => query.offset);

/** Does something while a look is between its first page and its second. */
const whilePaging = async (look: () => Promise<Tick[]>, act: () => Promise<unknown>) =>
	await betweenPages(flexperto().control, ARCHIVES, look, act);

describe('a list of several pages', () => {
	it('is read to its end', async () => {
		const { engine, vendor } = flexperto();
		const { ids } = await vendor.createArchives({ count: 250 });
		const active = await engine.activate(workflow());
		expect(foundIds(active.firstTicks)).toEqual(ids);
		expect(await offsets()).toEqual(['0', '100', '200']);
		expect(found(await active.tick())).toBeNull();
	});

	it('of 10,000 archives takes seconds, and is remembered in 120 kB', async () => {
		const { engine, vendor } = flexperto();
		const { ids } = await vendor.createArchives({ count: 10_000 });
		const watching = workflow();
		const started = performance.now();
		const active = await engine.activate(watching);
		expect(foundIds(active.firstTicks)).toEqual(ids);
		expect(found(await active.tick())).toBeNull();
		expect((performance.now() - started) / 1000).toBeLessThan(25);
		expect(JSON.stringify(engine.staticData.load(String(watching.id))).length).toBeLessThan(
			121_000,
		);

		const { ids: fresh } = await vendor.createArchives();
		expect(foundIds(await active.tick())).toEqual(fresh);
	}, 60_000);

	it('that gets shorter while it is paged loses nothing and repeats nothing', async () => {
		const { engine, vendor } = flexperto();
		const { ids } = await vendor.createArchives({ count: 150 });
		const active = await engine.activate(
			triggerWorkflow('flexpertoPollingTrigger', { options: { includeExisting: false } }),
		);
		const { ids: fresh } = await vendor.createArchives({ count: 50 });
		// The third page is made of what moved up: archives 100 to 102 are on no page.
		const ticks = await whilePaging(
			async () => await active.tick(),
			async () => {
				for (const id of ids.slice(0, 3)) await vendor.setArchiveStatus(id, 'ABANDONED');
			},
		);
		const first = foundIds(ticks) ?? [];
		expect(first).toEqual(fresh);
		expect(found(await active.tick())).toBeNull();
		expect(found(await active.tick())).toBeNull();
	});

	it('from which new archives are missed while it is paged gives them at the next look, once', async () => {
		const { engine, vendor } = flexperto();
		const active = await engine.activate(workflow());
		const { ids } = await vendor.createArchives({ count: 150 });
		const ticks = await whilePaging(
			async () => await active.tick(),
			async () => {
				for (const id of ids.slice(0, 3)) await vendor.setArchiveStatus(id, 'ABANDONED');
			},
		);
		const first = foundIds(ticks) ?? [];
		expect(first).toEqual([...ids.slice(0, 100), ...ids.slice(103)]);
		expect(foundIds(await active.tick())).toEqual(ids.slice(100, 103));
		expect(found(await active.tick())).toBeNull();
	});

	it('on which one goes and another comes while it is paged repeats nothing', async () => {
		const { engine, vendor } = flexperto();
		const { ids } = await vendor.createArchives({ count: 150 });
		const active = await engine.activate(workflow());
		expect(foundIds(active.firstTicks)).toEqual(ids);
		let fresh: string[] = [];
		const ticks = await whilePaging(
			async () => await active.tick(),
			async () => {
				await vendor.setArchiveStatus(ids[0] ?? '', 'ABANDONED');
				({ ids: fresh } = await vendor.createArchives());
			},
		);
		// As long as before, so nothing shows that archive 100 was on neither page.
		expect(foundIds(ticks)).toEqual(fresh);
		expect(found(await active.tick())).toBeNull();
		expect(found(await active.tick())).toBeNull();
	});

	it('that has the same archive on two pages gives it once', async () => {
		const { engine, vendor, control } = flexperto();
		const { ids } = await vendor.createArchives({ count: 101 });
		const items = (await vendor.archives()).slice(99);
		const body = { items, limit: 100, offset: 100, total: 102 };
		await control.fault({ kind: 'status', status: 200, path: ARCHIVES, after: 1, body });
		const active = await engine.activate(workflow());
		expect(foundIds(active.firstTicks)).toEqual(ids);
		expect(found(await active.tick())).toBeNull();
	});
});
