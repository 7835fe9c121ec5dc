import { useApizee } from './setup';
import { daysAgo, found, foundIds, idsOf, letPass, RESTART, watching } from './pollingWorkflow';

const apizee = useApizee();

afterEach(() => jest.restoreAllMocks());

const CONFERENCES = '/api/conferences';
const DAY = 24 * 60;

const add = async (request: object = {}): Promise<number[]> =>
	idsOf(await apizee().vendor.addConferences(request));

const end = async (id = 0) => await apizee().vendor.endConference(id);

describe('a conference that was planned long before it ends', () => {
	it('is handed over once, whenever it ends', async () => {
		const { engine } = apizee();
		const active = await engine.activate(watching('conferenceEnded'));
		const [ahead] = await add({ name: 'In a month', start: daysAgo(-30) });
		const [long] = await add({ name: 'For three weeks', status: 'ongoing', minutes: 21 * DAY });
		for (let days = 0; days < 20; days += 5) {
			expect(found(await active.tick())).toBeNull();
			letPass({ days: 5 });
			await active.restart(RESTART);
			expect(found(active.firstTicks)).toBeNull();
		}
		await end(long);
		expect(foundIds(await active.tick())).toEqual([long]);
		letPass({ days: 11 });
		await end(ahead);
		expect(foundIds(await active.tick())).toEqual([ahead]);
		await active.restart(RESTART);
		for (let times = 0; times < 2; times++) expect(found(await active.tick())).toBeNull();
	});

	it('is handed over also when it began before the workflow was published', async () => {
		const { engine } = apizee();
		const [running] = await add({ status: 'ongoing', start: daysAgo(6), minutes: 20 * DAY });
		const active = await engine.activate(watching('conferenceEnded'));
		letPass({ days: 9 });
		expect(found(await active.tick())).toBeNull();
		await end(running);
		expect(foundIds(await active.tick())).toEqual([running]);
		expect(found(await active.tick())).toBeNull();
	});

	it('does not bring up conferences of its time that were over before the workflow was published', async () => {
		const { engine } = apizee();
		const [ahead] = await add({ start: daysAgo(-30) });
		letPass({ days: 1 });
		await add({ count: 3, status: 'ended' });
		letPass({ days: 20 });
		const active = await engine.activate(watching('conferenceEnded'));
		for (let times = 0; times < 3; times++) expect(found(await active.tick())).toBeNull();
		letPass({ days: 10 });
		expect(foundIds(await active.tick())).toEqual([ahead]);
		expect(found(await active.tick())).toBeNull();
	});

	it('does not bring up what was handed over long ago', async () => {
		const { engine } = apizee();
		const active = await engine.activate(watching('conferenceEnded'));
		for (let weeks = 0; weeks < 5; weeks++) {
			const [now] = await add({ status: 'ended' });
			const [ahead] = await add({ start: daysAgo(-10) });
			expect(foundIds(await active.tick())).toEqual([now]);
			expect(found(await active.tick())).toBeNull();
			letPass({ days: 11 });
			expect(foundIds(await active.tick())).toEqual([ahead]);
			if (weeks % 2 === 0) await active.restart(RESTART);
			for (let times = 0; times < 2; times++) expect(found(await active.tick())).toBeNull();
		}
	});

	it('does not bring up what was over before, even if it is changed now', async () => {
		const { engine, control } = apizee();
		const look = async (...data: object[]) => {
			const body = { total: data.length, data };
			await control.fault({ kind: 'status', status: 200, path: CONFERENCES, body });
			return body;
		};
		const ahead = { id: 1, status: 'scheduled', created: daysAgo(20), start_time: daysAgo(-9) };
		const long = { id: 2, created: daysAgo(15), start_time: daysAgo(15), end_time: daysAgo(5) };
		const edited = { id: 3, created: daysAgo(15), start_time: daysAgo(15), modified: daysAgo(0) };
		const over = [long, edited].map((conference) => ({ ...conference, status: 'ended' }));
		await look(ahead);
		const active = await engine.activate(watching('conferenceEnded'));
		// Such as now that the look goes back to the first one's creation.
		await look(ahead, ...over);
		expect(found(await active.tick())).toBeNull();
		await look({ ...ahead, status: 'ended' }, ...over);
		expect(foundIds(await active.tick())).toEqual([1]);
	});
});
