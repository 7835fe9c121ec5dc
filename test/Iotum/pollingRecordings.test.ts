import { useIotum } from './setup';
import { posted, received } from './requests';
import { found, TRIGGERS } from './triggerWorkflow';
import { day, foundOf, hosts, inHours, letPass, RESTART, times, watching } from './pollingWorkflow';
import type { Tick } from '../harness/activeWorkflow';

const iotum = useIotum(TRIGGERS);

afterEach(() => jest.restoreAllMocks());

const ofHost53 = { hosts: hosts(53) };

const foundRecordings = (ticks: Tick[]) => foundOf('recording_id', ticks);

/** A conference of host 53 that is over, with a recording that is still being processed. */
async function recorded(hours = -2) {
	const { vendor } = iotum();
	const request = { held: true, hostId: 53, start: inHours(hours), subject: 'Mortgage' };
	const [conference] = await vendor.addConferences(request);
	const conferenceId = conference?.id ?? 0;
	const [recording] = await vendor.addRecordings(conferenceId, { publishingState: 'processing' });
	return { conferenceId, recordingId: recording?.id ?? 0 };
}

describe('Recording Published', () => {
	it('hands over each recording once, when it can be downloaded', async () => {
		const { engine, vendor, control, access } = iotum();
		const active = await engine.activate(watching('recordingPublished', ofHost53));
		const { conferenceId, recordingId } = await recorded();
		expect(found(await active.tick())).toBeNull();
		const { start, end, key } = await vendor.publishRecording(recordingId);
		await control.clearRequests();

		expect(found(await active.tick())).toEqual([
			{
				host_id: 53,
				conference_id: conferenceId,
				subject: 'Mortgage',
				recording_id: recordingId,
				start_time: times(start).vendor,
				start_time_iso: times(start).iso,
				end_time: times(end).vendor,
				end_time_iso: times(end).iso,
				type: 'video',
				publishing_state: 'published',
				download_link: `${access.storageUrl}/recording/inline/${key}.mp4`,
			},
		]);
		expect(received(await control.requests())).toEqual([
			posted('host/conferences', { host_id: 53, start_date: day(-3) }),
			posted('conference/fetch', { conference_id: conferenceId }),
		]);
		for (let times = 0; times < 3; times++) expect(found(await active.tick())).toBeNull();
	});

	it('hands over several of one conference as each is ready', async () => {
		const { engine, vendor } = iotum();
		const active = await engine.activate(watching('recordingPublished', ofHost53));
		const { conferenceId, recordingId } = await recorded();
		const [sound] = await vendor.addRecordings(conferenceId, { type: 'audio' });
		expect(foundRecordings(await active.tick())).toEqual([sound?.id]);
		await vendor.publishRecording(recordingId);
		expect(foundRecordings(await active.tick())).toEqual([recordingId]);
		const more = await vendor.addRecordings(conferenceId, { count: 2 });
		expect(foundRecordings(await active.tick())).toEqual(more.map(({ id }) => id));
		expect(found(await active.tick())).toBeNull();
	});

	it('begins with those that are published after the workflow; with Include Existing a week back', async () => {
		const { engine, vendor } = iotum();
		const held = { held: true, hostId: 53, recordings: 1 };
		await vendor.addConferences({ ...held, start: inHours(-24 * 9) });
		const [recent] = await vendor.addConferences(held);
		const recordings = recent?.recordings.map(({ id }) => id);
		const waiting = await recorded();

		const later = await engine.activate(watching('recordingPublished', ofHost53));
		expect(found(later.firstTicks)).toBeNull();
		const all = await engine.activate(
			watching('recordingPublished', { ...ofHost53, options: { includeExisting: true } }),
		);
		expect(foundRecordings(all.firstTicks)).toEqual(recordings);
		await vendor.publishRecording(waiting.recordingId);
		for (const active of [later, all]) {
			expect(foundRecordings(await active.tick())).toEqual([waiting.recordingId]);
		}
	});
});

describe('a recording that is processed for a long time', () => {
	it('is handed over once, however late; looked at at every look until then', async () => {
		const { engine, vendor, control } = iotum();
		const { conferenceId, recordingId } = await recorded();
		const active = await engine.activate(watching('recordingPublished', ofHost53));
		for (let times = 0; times < 5; times++) {
			letPass({ days: 4 });
			expect(found(await active.tick())).toBeNull();
		}
		await vendor.publishRecording(recordingId);
		await control.clearRequests();
		expect(foundRecordings(await active.tick())).toEqual([recordingId]);
		const fetched = posted('conference/fetch', { conference_id: conferenceId });
		expect(received(await control.requests())).toContainEqual(fetched);
		await active.restart(RESTART);
		await control.clearRequests();
		for (let times = 0; times < 3; times++) expect(found(await active.tick())).toBeNull();
		expect(received(await control.requests())).not.toContainEqual(fetched);
	});

	it('is not forgotten over restarts, and nothing beside it is repeated', async () => {
		const { engine, vendor } = iotum();
		const active = await engine.activate(watching('recordingPublished', ofHost53));
		const { conferenceId, recordingId } = await recorded();
		const [sound] = await vendor.addRecordings(conferenceId, { type: 'audio' });
		expect(foundRecordings(await active.tick())).toEqual([sound?.id]);
		for (let times = 0; times < 3; times++) {
			letPass({ days: 5 });
			await active.restart(RESTART);
			expect(found(active.firstTicks)).toBeNull();
			expect(found(await active.tick())).toBeNull();
		}
		await vendor.publishRecording(recordingId);
		expect(foundRecordings(await active.tick())).toEqual([recordingId]);
		expect(found(await active.tick())).toBeNull();
		await active.restart(RESTART);
		expect(found(active.firstTicks)).toBeNull();
	});

	test.each([
		['its recordings are deleted', 'conference.deleteRecordings'],
		['its host is deleted', 'host.delete'],
	] as const)('is not waited for any more when %s', async (_case, operation) => {
		const { engine, vendor, run, control } = iotum();
		const workflow = watching('recordingPublished', { watch: 'company', companyId: 5 });
		const active = await engine.activate(workflow);
		const { conferenceId } = await recorded();
		await active.tick();
		const { error } = await run(operation, { inputs: { conferenceId, hostId: 53 } });
		expect(error).toBeUndefined();
		letPass({ days: 8 });
		const [other] = await vendor.addConferences({ held: true, recordings: 1 });
		expect(foundRecordings(await active.tick())).toEqual([other?.recordings[0]?.id]);
		await control.clearRequests();
		expect(found(await active.tick())).toBeNull();
		expect(received(await control.requests())).not.toContainEqual(
			posted('conference/fetch', { conference_id: conferenceId }),
		);
	});
});
