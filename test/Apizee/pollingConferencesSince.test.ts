import { DateTime } from 'luxon';

import { useApizee } from './setup';
import {
	daysAgo,
	found,
	foundIds,
	idsOf,
	letPass,
	watching,
	withExisting,
} from './pollingWorkflow';

const apizee = useApizee();

afterEach(() => jest.restoreAllMocks());

const CONFERENCES = '/api/conferences';
const DAY = 24 * 60;

const add = async (request: object = {}): Promise<number[]> =>
	idsOf(await apizee().vendor.addConferences(request));

const end = async (id = 0) => await apizee().vendor.endConference(id);

/** From when on each look asked for conferences, in days before now, to the tenth. */
async function askedFrom(): Promise<number[]> {
	const requests = await apizee().control.requests({ path: CONFERENCES });
	return requests.flatMap(({ query, status }) => {
		if (status === 401) return [];
		const since = DateTime.fromISO(String(query.since));
		return Math.round(-since.diffNow('days').days * 10) / 10;
	});
}

describe('how far back a look goes', () => {
	it('a week, or as many days as the user says, and to what is awaited', async () => {
		const { engine, control } = apizee();
		await control.clearRequests();
		await engine.activate(watching('conferenceEnded'));
		await engine.activate(watching('conferenceEnded', { options: { daysToWatch: 30 } }));
		expect(await askedFrom()).toEqual([7, 30]);
		const active = await engine.activate(watching('conferenceEnded'));
		const [id] = await add({ status: 'ongoing', minutes: 30 * DAY });
		await active.tick();
		letPass({ days: 10 });
		await active.tick();
		await end(id);
		await control.clearRequests();
		expect(foundIds(await active.tick())).toEqual([id]);
		await active.tick();
		// The end was found, so that it goes a week back again.
		expect(await askedFrom()).toEqual([10, 7]);
	});

	it('waits a week longer for an end than was planned, not for ever', async () => {
		const { engine, control } = apizee();
		const forgotten = {
			...{ id: 1, status: 'scheduled', name: 'Forgotten' },
			...{ created: daysAgo(5), start_time: daysAgo(5), end_time: daysAgo(0) },
		};
		const body = { total: 1, data: [forgotten] };
		await control.fault({ kind: 'status', status: 200, path: CONFERENCES, times: 'always', body });
		const active = await engine.activate(watching('conferenceEnded'));
		for (const [days, back] of [
			[5, 10],
			[3, 7],
		]) {
			letPass({ days });
			for (let times = 0; times < 2; times++) await active.tick();
			await control.clearRequests();
			await active.tick();
			expect(await askedFrom()).toEqual([back]);
		}
	});

	it('hands over all that ended in a long pause', async () => {
		const { engine } = apizee();
		const workflow = watching('conferenceEnded');
		const before = await engine.activate(workflow);
		const [awaited] = await add({ start: daysAgo(-20) });
		expect(found(await before.tick())).toBeNull();
		await before.deactivate();
		letPass({ days: 5 });
		const [later] = await add({ status: 'ended' });
		letPass({ days: 20 });
		const [late] = await add({ status: 'ended' });
		const after = await engine.activate(workflow);
		expect(foundIds(after.firstTicks)).toEqual([late, awaited, later]);
		expect(found(await after.tick())).toBeNull();
	});

	it('with Include Existing does not hand over what is older than Days to Watch', async () => {
		const { engine } = apizee();
		await add({ start: daysAgo(-30) });
		letPass({ days: 1 });
		await add({ status: 'ended' });
		letPass({ days: 20 });
		const [fresh] = await add({ status: 'ended' });
		const active = await engine.activate(watching('conferenceEnded', withExisting));
		expect(foundIds(active.firstTicks)).toEqual([fresh]);
		for (let times = 0; times < 2; times++) expect(found(await active.tick())).toBeNull();
	});
});
