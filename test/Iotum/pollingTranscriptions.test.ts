import { useIotum } from './setup';
import { posted, received } from './requests';
import { found, TRIGGERS } from './triggerWorkflow';
import { day, foundOf, hosts, inHours, letPass, RESTART, times, watching } from './pollingWorkflow';
import type { Tick } from '../harness/activeWorkflow';

const iotum = useIotum(TRIGGERS);

afterEach(() => jest.restoreAllMocks());

const ofHost53 = { hosts: hosts(53) };

const foundRecordings = (ticks: Tick[]) =>
	foundOf('recording', ticks)?.map((recording) => Object(recording).id) ?? null;

/** A conference of host 53 that is over, with a published recording. */
async function recorded(request = {}) {
	const [conference] = await iotum().vendor.addConferences({
		...{ held: true, recordings: 1, hostId: 53, subject: 'Mortgage', ...request },
	});
	const conferenceId = conference?.id ?? 0;
	return { conferenceId, recordingId: conference?.recordings[0]?.id ?? 0 };
}

describe('Transcription Ready', () => {
	it('hands over each recording once, when its transcript has appeared', async () => {
		const { engine, vendor, control, access } = iotum();
		const active = await engine.activate(watching('transcriptionReady', ofHost53));
		// The vendor was not asked for a zone, so that its times are in UTC.
		const { conferenceId, recordingId } = await recorded({ time_zone: 'Europe/Vienna' });
		expect(found(await active.tick())).toBeNull();
		const lines = ['Good morning.', 'What can I do for you?'];
		const { start, end, key, transcription } = await vendor.completeTranscription(
			recordingId,
			lines,
		);
		await control.clearRequests();

		expect(found(await active.tick())).toEqual([
			{
				host_id: 53,
				conference_id: conferenceId,
				subject: 'Mortgage',
				recording: {
					id: recordingId,
					start_time: times(start).vendor,
					start_time_iso: times(start).iso,
					end_time: times(end).vendor,
					end_time_iso: times(end).iso,
					type: 'video',
					publishing_state: 'published',
					download_link: `${access.storageUrl}/recording/inline/${key}.mp4`,
					transcription_segments: transcription,
					transcription_tags: [],
					size: expect.anything(),
				},
			},
		]);
		expect(transcription.map(({ text }) => text)).toEqual(lines);
		expect(received(await control.requests())).toEqual([
			posted('host/conferences', { host_id: 53, output: 'detail', start_date: day(-14) }),
		]);
		for (let times = 0; times < 3; times++) expect(found(await active.tick())).toBeNull();
		await active.restart(RESTART);
		expect(found(active.firstTicks)).toBeNull();
	});

	it('hands over several of one conference as each is ready', async () => {
		const { engine, vendor } = iotum();
		const active = await engine.activate(watching('transcriptionReady', ofHost53));
		const { conferenceId, recordingId } = await recorded();
		const [sound] = await vendor.addRecordings(conferenceId, { type: 'audio' });
		await vendor.completeTranscription(sound?.id ?? 0);
		expect(foundRecordings(await active.tick())).toEqual([sound?.id]);
		await vendor.completeTranscription(recordingId);
		expect(foundRecordings(await active.tick())).toEqual([recordingId]);
		expect(found(await active.tick())).toBeNull();
	});

	it('begins with what appears after the workflow was published; with Include Existing a fortnight back', async () => {
		const { engine, vendor } = iotum();
		const old = await recorded({ start: inHours(-24 * 16) });
		const known = await recorded();
		const open = await recorded();
		for (const { recordingId } of [old, known]) await vendor.completeTranscription(recordingId);
		const later = await engine.activate(watching('transcriptionReady', ofHost53));
		expect(found(later.firstTicks)).toBeNull();
		const all = await engine.activate(
			watching('transcriptionReady', { ...ofHost53, options: { includeExisting: true } }),
		);
		expect(foundRecordings(all.firstTicks)).toEqual([known.recordingId]);
		await vendor.completeTranscription(open.recordingId);
		for (const active of [later, all]) {
			expect(foundRecordings(await active.tick())).toEqual([open.recordingId]);
		}
	});

	it('comes late, too, when the recording was processed for a long time before', async () => {
		const { engine, vendor } = iotum();
		const active = await engine.activate(watching('transcriptionReady', ofHost53));
		const [conference] = await vendor.addConferences({ held: true, hostId: 53 });
		const [recording] = await vendor.addRecordings(conference?.id ?? 0, {
			publishingState: 'processing',
		});
		const id = recording?.id ?? 0;
		for (let times = 0; times < 3; times++) {
			expect(found(await active.tick())).toBeNull();
			letPass({ days: 2 });
		}
		await vendor.publishRecording(id);
		expect(found(await active.tick())).toBeNull();
		letPass({ hours: 2 });
		await vendor.completeTranscription(id);
		expect(foundRecordings(await active.tick())).toEqual([id]);
		expect(found(await active.tick())).toBeNull();
	});

	it('is found in every host’s conferences of a company', async () => {
		const { engine, vendor } = iotum();
		const active = await engine.activate(
			watching('transcriptionReady', { watch: 'company', companyId: '5' }),
		);
		const ids = [];
		for (const hostId of [52, 53, 61]) {
			const { recordingId } = await recorded({ hostId });
			await vendor.completeTranscription(recordingId);
			ids.push(recordingId);
		}
		const ticks = await active.tick();
		expect(foundOf('host_id', ticks)).toEqual([52, 53]);
		expect(foundRecordings(ticks)).toEqual(ids.slice(0, 2));
	});
});
