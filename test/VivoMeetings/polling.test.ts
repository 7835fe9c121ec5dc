import { TRIGGERS_WITH_OAUTH2 } from '../Iotum/pollingAccount';
import { useVivoMeetings } from '../Iotum/setup';
import { posted, received } from '../Iotum/requests';
import { found } from '../Iotum/triggerWorkflow';
import {
	day,
	foundIds,
	foundOf,
	hosts,
	letPass,
	RESTART,
	times,
	watching as watchingOf,
} from '../Iotum/pollingWorkflow';

const vivoMeetings = useVivoMeetings(TRIGGERS_WITH_OAUTH2);

afterEach(() => jest.restoreAllMocks());

const watching = (event: Parameters<typeof watchingOf>[0], inputs = {}) =>
	watchingOf(event, { hosts: hosts(53), ...inputs }, 'vivoMeetingsPollingTrigger');

const held = async (request = {}) =>
	await vivoMeetings().vendor.addConferences({ held: true, hostId: 53, ...request });

const asked = async () => received(await vivoMeetings().control.requests());

describe('the four events', () => {
	test('Recording Published, also after weeks of processing', async () => {
		const { engine, vendor, control, access } = vivoMeetings();
		const active = await engine.activate(watching('recordingPublished'));
		const [conference] = await held({ subject: 'Mortgage' });
		const conferenceId = conference?.id ?? 0;
		const [recording] = await vendor.addRecordings(conferenceId, {
			...{ publishingState: 'processing', type: 'audio' },
		});
		for (let weeks = 0; weeks < 3; weeks++) {
			expect(found(await active.tick())).toBeNull();
			letPass({ weeks: 1 });
			await active.restart(RESTART);
			expect(found(active.firstTicks)).toBeNull();
		}
		const { start, end, key } = await vendor.publishRecording(recording?.id ?? 0);
		await control.clearRequests();
		expect(found(await active.tick())).toEqual([
			{
				host_id: 53,
				conference_id: conferenceId,
				subject: 'Mortgage',
				recording_id: recording?.id,
				start_time: times(start).vendor,
				start_time_iso: times(start).iso,
				end_time: times(end).vendor,
				end_time_iso: times(end).iso,
				type: 'audio',
				publishing_state: 'published',
				download_link: `${access.storageUrl}/recording/inline/${key}.mp3`,
			},
		]);
		expect(await asked()).toContainEqual(
			posted('conference/fetch', { conference_id: conferenceId }),
		);
		expect(found(await active.tick())).toBeNull();
	});

	test('Conference Ended, all of them in one answer', async () => {
		const { engine, control } = vivoMeetings();
		const active = await engine.activate(watching('conferenceEnded', { hosts: hosts(53, 52) }));
		const conferences = await held({ count: 35 });
		await control.clearRequests();
		const ticks = await active.tick();
		expect(foundIds(ticks)?.sort()).toEqual(conferences.map(({ id }) => id).sort());
		expect(found(ticks)?.[0]).toMatchObject({
			host_id: 53,
			start_time: times(conferences.at(-1)?.start ?? 0).vendor,
			start_time_iso: times(conferences.at(-1)?.start ?? 0).iso,
		});
		expect(await asked()).toEqual(
			[53, 52].map((host_id) => posted('host/conferences', { host_id, start_date: day(-3) })),
		);
		expect(found(await active.tick())).toBeNull();
	});

	test('Conference Scheduled; a series counts once', async () => {
		const { engine, vendor, control } = vivoMeetings();
		const active = await engine.activate(watching('conferenceScheduled'));
		const [single] = await vendor.addConferences({ hostId: 53, time_zone: 'Asia/Tokyo' });
		const [master] = await vendor.addConferences({ hostId: 53, schedule: 'FREQ=WEEKLY;BYDAY=MO' });
		await control.clearRequests();
		const ticks = await active.tick();
		expect(foundIds(ticks)?.sort()).toEqual([single?.id, master?.id]);
		expect(foundOf('start_iso', ticks)).toContainEqual(expect.stringMatching(/\+09:00$/));
		expect(await asked()).toEqual([posted('conference/fetch_all', { host_id: 53 })]);
		letPass({ months: 7 });
		expect(found(await active.tick())).toBeNull();
	});

	test('Transcription Ready', async () => {
		const { engine, vendor, control } = vivoMeetings();
		const active = await engine.activate(watching('transcriptionReady'));
		const [conference] = await held({ recordings: 1 });
		expect(found(await active.tick())).toBeNull();
		const recordingId = conference?.recordings[0]?.id ?? 0;
		const { transcription } = await vendor.completeTranscription(recordingId, ['Hello.']);
		await control.clearRequests();
		expect(found(await active.tick())).toMatchObject([
			{
				host_id: 53,
				conference_id: conference?.id,
				recording: { id: recordingId, transcription_segments: transcription },
			},
		]);
		expect(await asked()).toEqual([
			posted('host/conferences', { host_id: 53, output: 'detail', start_date: day(-14) }),
		]);
		expect(found(await active.tick())).toBeNull();
	});
});

describe('all hosts of a company, whose number is typed', () => {
	it('are asked for by the number, as it is entered', async () => {
		const { engine, control } = vivoMeetings();
		for (const companyId of ['5', { __rl: true, mode: 'id', value: '5' }]) {
			const active = await engine.activate(
				watching('conferenceEnded', { watch: 'company', companyId }),
			);
			const ids = (await held()).map(({ id }) => id);
			await held({ hostId: 61 });
			await control.clearRequests();
			expect(foundIds(await active.tick())).toEqual(ids);
			expect((await asked())[0]).toEqual(posted('host/fetch_all', { company_id: 5 }));
		}
	});
});
