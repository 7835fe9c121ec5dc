import { useIotum } from './setup';
import { posted, received } from './requests';
import { found, TRIGGERS } from './triggerWorkflow';
import {
	day,
	foundIds,
	held,
	hosts,
	inHours,
	letPass,
	RESTART,
	times,
	watching,
} from './pollingWorkflow';

const iotum = useIotum(TRIGGERS);

afterEach(() => jest.restoreAllMocks());

const asked = async () => received(await iotum().control.requests());

describe('Conference Ended, of one host', () => {
	it('hands over each conference once, with its times as ISO 8601, too', async () => {
		const { engine, vendor, access } = iotum();
		const [conference] = await vendor.addConferences({ start: inHours(-0.5), duration: 600 });
		const id = conference?.id ?? 0;
		await vendor.startConference(id);
		await vendor.join(id);
		const active = await engine.activate(watching('conferenceEnded'));
		expect(found(await active.tick())).toBeNull();
		const { startedAt = 0, endedAt = 0 } = await vendor.endConference(id);

		const ticks = await active.tick();
		const record = {
			host_id: 52,
			conference_id: id,
			start_time: times(startedAt).vendor,
			start_time_iso: times(startedAt).iso,
			end_time: times(endedAt).vendor,
			end_time_iso: times(endedAt).iso,
			total_participants: 2,
			total_participant_minutes: expect.any(Number),
			meeting_summary_url: `${access.baseUrl}/conf/summary/${id}`,
		};
		expect(found(ticks)).toEqual([record]);
		expect(ticks[0]?.execution?.outputs.Next?.[0]?.map(({ json }) => json)).toEqual([record]);
		for (let times = 0; times < 3; times++) expect(found(await active.tick())).toBeNull();
	});

	it('starts with what ends after the workflow was published; a week back at first, then three days', async () => {
		const { engine, control } = iotum();
		await held(iotum());
		await control.clearRequests();
		const active = await engine.activate(watching('conferenceEnded'));
		expect(found(active.firstTicks)).toBeNull();
		const [fresh] = await held(iotum());
		expect(foundIds(await active.tick())).toEqual([fresh]);
		expect(await asked()).toEqual([
			posted('host/conferences', { host_id: 52, start_date: day(-7) }),
			posted('host/conferences', { host_id: 52, start_date: day(-3) }),
		]);
	});

	it('hands over those of the last week with Include Existing', async () => {
		const { engine } = iotum();
		await held(iotum(), { start: inHours(-24 * 9) });
		const ids = [...(await held(iotum(), { start: inHours(-24 * 6) })), ...(await held(iotum()))];
		const active = await engine.activate(
			watching('conferenceEnded', { options: { includeExisting: true } }),
		);
		expect(foundIds(active.firstTicks)?.sort()).toEqual(ids);
		expect(found(await active.tick())).toBeNull();
	});

	it('finds what the vendor tells up to three days late, once', async () => {
		const { engine } = iotum();
		const active = await engine.activate(watching('conferenceEnded', { hosts: hosts(53) }));
		for (let days = 0; days < 5; days++) {
			letPass({ days: 1 });
			const late = await held(iotum(), { hostId: 53, start: inHours(-71) });
			expect(foundIds(await active.tick())).toEqual(late);
		}
		expect(found(await active.tick())).toBeNull();
		await active.restart(RESTART);
		expect(found(active.firstTicks)).toBeNull();
	});

	it('hands over everything from a long pause', async () => {
		const { engine } = iotum();
		const workflow = watching('conferenceEnded', { hosts: hosts(53) });
		const active = await engine.activate(workflow);
		const before = await held(iotum(), { hostId: 53 });
		expect(foundIds(await active.tick())).toEqual(before);
		await active.deactivate();
		const ids: number[] = [];
		for (let weeks = 0; weeks < 4; weeks++) {
			letPass({ days: 7 });
			ids.push(...(await held(iotum(), { hostId: 53 })));
		}
		const again = await engine.activate(workflow);
		expect(foundIds(again.firstTicks)?.sort()).toEqual(ids);
		expect(found(await again.tick())).toBeNull();
	});
});
