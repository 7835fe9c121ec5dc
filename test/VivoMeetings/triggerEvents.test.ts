import { useVivoMeetings } from '../Iotum/setup';
import { send, started, TRIGGER, TRIGGERS, triggerWorkflow } from '../Iotum/triggerWorkflow';
import { SECRET } from './webhookSecret';

const vivoMeetings = useVivoMeetings(TRIGGERS);

/** A published workflow; the vendor reports to its URL with the secret. */
async function published(parameters = {}) {
	const { engine, vendor, control } = vivoMeetings();
	const active = await engine.activate(triggerWorkflow('vivoMeetingsTrigger', parameters));
	const url = `${active.urls[TRIGGER]}?secret=${SECRET}`;
	await vendor.setWebhooks([{ url }]);
	await control.clearRequests();
	return { active, url };
}

const report = (event: string, conference: number, details = {}) => ({
	event,
	payload: { host_id: 52, conference_id: conference, ...details },
});

const EVENTS = [
	...['conference_start', 'conference_end', 'start_recording', 'stop_recording'],
	...['start_streaming', 'stop_streaming', 'recording_ready', 'transcription_ready'],
	...['enter_livestream', 'leave_livestream'],
];

describe('whatever happens in a conference starts the workflow with what it is about', () => {
	test('from its start to the transcript, in this order', async () => {
		const { vendor, control } = vivoMeetings();
		const { active } = await published();
		const options = { auto_record: 'audio', auto_stream: 'audio' } as const;
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
				download_link: expect.stringMatching(/^http:\/\/localhost:.*\.mp3$/),
			}),
			report('transcription_ready', id),
		]);
		expect(executions.every(({ status }) => status === 'success')).toBe(true);
		expect((await vendor.deliveries()).every(({ status }) => status === 200)).toBe(true);
		expect(await control.requests()).toEqual([]);
	});

	test('as the vendor’s sample has it', async () => {
		const { active, url } = await published();
		const body =
			'{"event":"conference_end","payload":"{\\"conference_id\\":1258835,\\"host_id\\":61803}"}';
		expect((await send(url, body)).status).toBe(200);
		expect(started(await active.executions())).toEqual([
			{ event: 'conference_end', payload: { conference_id: 1258835, host_id: 61803 } },
		]);
	});
});

describe('the events of the node', () => {
	test.each(EVENTS)('%s alone lets no other through', async (event) => {
		const { vendor } = vivoMeetings();
		const { active } = await published({ events: [event] });
		for (const name of [...EVENTS, 'participant_joined']) await vendor.sendEvent({ event: name });
		expect(started(await active.executions())).toEqual([report(event, 183)]);
	});

	test('"Any Event" and Custom Events let those through that nobody knows yet', async () => {
		const { vendor } = vivoMeetings();
		const { active: any } = await published();
		const event = 'one_time_access_code_reused';
		await vendor.sendEvent({ event });
		expect(started(await any.executions())).toEqual([report(event, 183)]);

		const { active: custom } = await published({
			events: [],
			options: { customEvents: event },
		});
		for (const name of [event, 'conference_start']) await vendor.sendEvent({ event: name });
		expect(started(await custom.executions())).toEqual([report(event, 183)]);
	});
});

describe('Filters > Host', () => {
	it('lets this host alone through', async () => {
		const { vendor, control, access } = vivoMeetings();
		const { active } = await published({ filters: { hostId: '52' } });
		const conferenceId = access.fixtures.otherConferenceId;
		await vendor.sendEvent({ event: 'conference_end', conferenceId });
		await vendor.sendEvent({ event: 'conference_end' });
		expect(started(await active.executions())).toEqual([report('conference_end', 183)]);
		expect((await vendor.deliveries()).map(({ status }) => status)).toEqual([200, 200]);
		expect(await control.requests()).toEqual([]);
	});
});

describe('the same report again', () => {
	it('starts the workflow again, as nothing tells a repeat from the next event', async () => {
		const { vendor } = vivoMeetings();
		const { active } = await published();
		const [delivery] = await vendor.sendEvent({ event: 'start_recording' });
		await vendor.redeliver(delivery?.id ?? 0);
		await vendor.sendEvent({ event: 'start_recording' });
		expect(started(await active.executions())).toEqual(
			Array.from({ length: 3 }, () => report('start_recording', 183)),
		);
	});
});

describe('several workflows on the one URL that the vendor knows', () => {
	test('the first one forwards what it got to another, which judges for itself', async () => {
		const { vendor } = vivoMeetings();
		const { active: other, url } = await published({ events: ['conference_end'] });
		const { active: first } = await published();
		for (const event of ['conference_start', 'conference_end']) await vendor.sendEvent({ event });
		const got = started(await first.executions());
		for (const one of got) expect((await send(url, one)).status).toBe(200);
		expect(started(await other.executions())).toEqual([report('conference_end', 183)]);
	});
});
