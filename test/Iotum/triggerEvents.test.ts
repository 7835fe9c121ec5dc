import { useIotum } from './setup';
import { received } from './requests';
import { started, TRIGGER, TRIGGERS, triggerWorkflow } from './triggerWorkflow';

const iotum = useIotum(TRIGGERS);

/** A published workflow, and the vendor reports to it. */
async function published(parameters = {}) {
	const { engine, vendor, control } = iotum();
	const active = await engine.activate(triggerWorkflow('iotumTrigger', parameters));
	await vendor.setWebhooks([{ url: active.urls[TRIGGER] ?? '' }]);
	await control.clearRequests();
	return active;
}

const TIME = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);

const report = (event: string, conference: number, details = {}) => ({
	event,
	payload: { host_id: 52, company_id: 5, conference_id: conference, ...details },
	timestamp: TIME,
});

describe('whatever happens in a conference starts the workflow with what it is about', () => {
	test('from its start to the transcript, in this order', async () => {
		const { vendor, control } = iotum();
		const active = await published();
		const options = { auto_record: 'video', auto_stream: 'video' } as const;
		const [conference] = await vendor.addConferences(options);
		const id = conference?.id ?? 0;

		await vendor.startConference(id);
		const { participantId } = await vendor.enterLivestream(id);
		await vendor.leaveLivestream(id, participantId);
		const { recordings } = await vendor.endConference(id);
		const recordingId = recordings[0]?.id ?? 0;
		await vendor.publishRecording(recordingId);
		await vendor.completeTranscription(recordingId, ['Hello.']);

		const executions = await active.executions();
		const participant = { participant_id: participantId };
		expect(started(executions)).toEqual([
			report('conference_start', id),
			report('start_recording', id),
			report('start_streaming', id),
			report('enter_livestream', id, participant),
			report('leave_livestream', id, participant),
			report('stop_recording', id),
			report('stop_streaming', id),
			report('conference_end', id),
			report('recording_ready', id, {
				recording_id: recordingId,
				download_link: expect.stringMatching(/^http:\/\/localhost:.*\.mp4$/),
			}),
			report('transcription_ready', id),
		]);
		expect(executions.every(({ status }) => status === 'success')).toBe(true);
		expect((await vendor.deliveries()).every(({ status }) => status === 200)).toBe(true);
		expect(received(await control.requests())).toEqual([]);
	});

	test('also an access code that is used again: for the old one, then for the new conference', async () => {
		const { vendor } = iotum();
		const [conference] = await vendor.addConferences({ oneTimeAccessCode: true });
		const active = await published();
		const again = await vendor.reuseAccessCode(conference?.id ?? 0);
		expect(started(await active.executions())).toEqual([
			report('one_time_access_code_reused', again.id),
			report('conference_start', again.id),
		]);
	});

	test('also a conference that the node ends', async () => {
		const { vendor, run } = iotum();
		const [conference] = await vendor.addConferences();
		const conferenceId = conference?.id ?? 0;
		await vendor.startConference(conferenceId);
		const active = await published();
		expect((await run('conference.end', { inputs: { conferenceId } })).status).toBe('success');
		// The vendor does not wait for the delivery.
		while ((await vendor.deliveries())[0]?.status === undefined) {
			await new Promise((done) => setTimeout(done, 10));
		}
		expect(started(await active.executions())).toEqual([report('conference_end', conferenceId)]);
	});
});

const EVENTS = [
	...['conference_start', 'conference_end', 'start_recording', 'stop_recording'],
	...['start_streaming', 'stop_streaming', 'recording_ready', 'transcription_ready'],
	...['enter_livestream', 'leave_livestream', 'one_time_access_code_reused'],
];

describe('the events of the node', () => {
	test.each(EVENTS)('%s alone lets no other through', async (event) => {
		const { vendor } = iotum();
		const active = await published({ events: [event] });
		for (const name of [...EVENTS, 'participant_joined']) await vendor.sendEvent({ event: name });
		expect(started(await active.executions())).toEqual([report(event, 183)]);
		expect((await vendor.deliveries()).every(({ status }) => status === 200)).toBe(true);
	});

	test('several let each of theirs through, also as a text of an expression', async () => {
		const { vendor } = iotum();
		for (const events of [
			['recording_ready', 'conference_end'],
			'={{ "recording_ready, conference_end" }}',
		]) {
			const active = await published({ events });
			for (const event of EVENTS) await vendor.sendEvent({ event });
			expect(started(await active.executions())).toMatchObject([
				{ event: 'conference_end' },
				{ event: 'recording_ready' },
			]);
		}
	});

	test('"Any Event" lets those through that nobody knows yet', async () => {
		const { vendor } = iotum();
		const active = await published();
		await vendor.sendEvent({ event: 'participant_joined', details: { participant_id: 7 } });
		expect(started(await active.executions())).toEqual([
			report('participant_joined', 183, { participant_id: 7 }),
		]);
	});

	test('Custom Events add further names, and nothing else', async () => {
		const { vendor } = iotum();
		const active = await published({
			events: ['conference_end'],
			options: { customEvents: 'participant_joined, participant_left' },
		});
		for (const event of ['participant_left', 'conference_start', 'poll_closed', 'conference_end']) {
			await vendor.sendEvent({ event });
		}
		expect(started(await active.executions())).toMatchObject([
			{ event: 'participant_left' },
			{ event: 'conference_end' },
		]);
	});

	test('may be Custom Events alone', async () => {
		const { vendor } = iotum();
		const options = { customEvents: 'participant_joined' };
		const active = await published({ events: [], options });
		for (const event of ['conference_end', 'participant_joined']) await vendor.sendEvent({ event });
		expect(started(await active.executions())).toMatchObject([{ event: 'participant_joined' }]);
		expect((await vendor.deliveries()).map(({ status }) => status)).toEqual([200, 200]);
	});
});
