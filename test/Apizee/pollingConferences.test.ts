import type { Conference } from '../../sandbox/apizee/conferences/types';
import { useApizee } from './setup';
import {
	daysAgo,
	found,
	foundIds,
	idsOf,
	letPass,
	RESTART,
	stamp,
	watching,
	withExisting,
} from './pollingWorkflow';

const apizee = useApizee();

afterEach(() => jest.restoreAllMocks());

const add = async (request: object = {}): Promise<Conference> => {
	const [conference] = await apizee().vendor.addConferences(request);
	if (!conference) throw new Error('There is no conference.');
	return conference;
};

const end = async (id: number) => await apizee().vendor.endConference(id);

/** A conference as the vendor lists it when it was ended. */
function listed({ id, name, roomOwner, roomKey, ...conference }: Conference, portal: string) {
	const alice = { id: 2899, name: 'Alice Agent' };
	return {
		id,
		name,
		created: stamp(conference.created),
		modified: stamp(conference.modified),
		start_time: stamp(conference.start),
		end_time: stamp(conference.endedAt ?? conference.end),
		status: 'ended',
		room_name: `${roomOwner}:${roomKey}`,
		url: `${portal}/meet/private/${roomOwner}/${roomKey}`,
		short_url: `${portal}/short/${roomKey.slice(0, 10)}`,
		sip_phone_number: '+33 2 57 57 97 61',
		sip_dtmf_code: String(id % 1_000_000).padStart(6, '0'),
		organizer: alice,
		created_by: alice,
		service_key: 'f7a0300abf044e86bfcc7d9ae906381e',
		moderator: alice,
	};
}

describe('Conference Ended', () => {
	it('hands over each conference once, as the vendor lists it, when it is over', async () => {
		const { engine, vendor, access } = apizee();
		const active = await engine.activate(watching('conferenceEnded'));
		const { id } = await add({ name: 'Review' });
		expect(found(await active.tick())).toBeNull();
		await vendor.startConference(id);
		expect(found(await active.tick())).toBeNull();
		const ended = await end(id);

		const ticks = await active.tick();
		const record = listed(ended, access.url);
		expect(found(ticks)).toEqual([record]);
		expect(ticks[0]?.execution?.outputs.Next?.[0]?.map(({ json }) => json)).toEqual([record]);
		for (let times = 0; times < 3; times++) expect(found(await active.tick())).toBeNull();
		await active.restart(RESTART);
		expect(found(active.firstTicks)).toBeNull();
	});

	it('hands over one whose time is up, although nobody came or ended it', async () => {
		const { engine } = apizee();
		const active = await engine.activate(watching('conferenceEnded'));
		const { id } = await add({ minutes: 30 });
		expect(found(await active.tick())).toBeNull();
		letPass({ minutes: 31 });
		expect(foundIds(await active.tick())).toEqual([id]);
		expect(found(await active.tick())).toBeNull();
	});

	it('begins with what ends after the workflow was published', async () => {
		const { engine } = apizee();
		await add({ status: 'ended' });
		const running = await add({ status: 'ongoing' });
		const active = await engine.activate(watching('conferenceEnded'));
		expect(found(active.firstTicks)).toBeNull();
		expect(found(await active.tick())).toBeNull();
		await end(running.id);
		const fresh = await add({ status: 'ended' });
		expect(foundIds(await active.tick())?.sort()).toEqual([running.id, fresh.id]);
		expect(found(await active.tick())).toBeNull();
	});

	it('with Include Existing, hands over those of the last week as well, once', async () => {
		const { engine } = apizee();
		await add({ status: 'ended', start: daysAgo(7.1) });
		const one = await add({ status: 'ended', start: daysAgo(6.9) });
		const other = await add({ status: 'ended' });
		await add({ status: 'ongoing' });
		const active = await engine.activate(watching('conferenceEnded', withExisting));
		expect(foundIds(active.firstTicks)).toEqual([other.id, one.id]);
		expect(found(await active.tick())).toBeNull();
	});

	it('does not hand over what was deleted', async () => {
		const { engine, run } = apizee();
		const active = await engine.activate(watching('conferenceEnded'));
		const conferences = [await add(), await add({ status: 'ongoing' }), await add()];
		expect(found(await active.tick())).toBeNull();
		for (const conferenceId of idsOf(conferences.slice(0, 2))) {
			expect((await run('conference.delete', { inputs: { conferenceId } })).status).toBe('success');
		}
		for (let times = 0; times < 3; times++) expect(found(await active.tick())).toBeNull();
		const left = conferences[2]?.id ?? 0;
		await end(left);
		expect(foundIds(await active.tick())).toEqual([left]);
	});
});
