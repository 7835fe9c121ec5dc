import { daysAgo, found, foundIds, watching } from './pollingWorkflow';
import { useApizee } from './setup';

const apizee = useApizee();

const CONFERENCES = '/api/conferences';

describe('the status by which Conference Ended goes', () => {
	it.each(['ended', 'finished', 'over', 'closed', 'cancelled'])(
		'knows an end by whatever word the vendor has for it: %s',
		async (endedStatus) => {
			const { engine, vendor } = apizee();
			await vendor.setSettings({ endedStatus });
			const active = await engine.activate(watching('conferenceEnded'));
			const [conference] = await vendor.addConferences();
			const id = conference?.id ?? 0;
			expect(found(await active.tick())).toBeNull();
			await vendor.endConference(id);
			expect(await active.tick()).toMatchObject([{ emitted: [[{ json: { id } }]] }]);
			expect(found(await active.tick())).toBeNull();
		},
	);

	it('takes a conference without a status for one that goes on, and finds its end', async () => {
		const { engine, control } = apizee();
		const active = await engine.activate(watching('conferenceEnded'));
		const listOf = async (...data: object[]) => {
			const body = { total: data.length, data };
			await control.fault({ kind: 'status', status: 200, path: CONFERENCES, body });
			return foundIds(await active.tick());
		};
		expect(await listOf({ id: 1 }, { id: 2, status: null }, { id: 3, status: '' })).toBeNull();
		expect(await listOf({ id: 1, status: 'ended' }, { id: 2 }, { id: 3 })).toEqual([1]);
		expect(await listOf({ id: 1, status: 'ended' }, { id: 2 }, { id: 3 })).toBeNull();
	});

	it('hands over one that went on when it is over again', async () => {
		const { engine, control } = apizee();
		const active = await engine.activate(watching('conferenceEnded'));
		const look = async (status: string) => {
			const body = { total: 1, data: [{ id: 1, status, created: daysAgo(1) }] };
			await control.fault({ kind: 'status', status: 200, path: CONFERENCES, body });
			return foundIds(await active.tick());
		};
		const statuses = ['ongoing', 'ended', 'ended', 'ongoing', 'ended', 'ended'];
		const looks = [];
		for (const status of statuses) looks.push(await look(status));
		expect(looks).toEqual([null, [1], null, null, [1], null]);
	});
});
