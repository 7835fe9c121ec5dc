import { useReceiver, useSandbox } from './harness';
import { BRANDS, signedIn } from './iotumHarness';

const sandbox = useSandbox();
const { received, bodies, url } = useReceiver();

describe.each(BRANDS)('a conference of %s from start to end', (brand) => {
	test('tells the webhooks what happens, in the brand’s form', async () => {
		const control = sandbox().control[brand];
		await control.setWebhooks([{ url: url() }]);
		const options = { auto_record: 'video', auto_stream: 'video' } as const;
		const [conference] = await control.addConferences(options);
		const id = conference?.id ?? 0;

		await control.startConference(id);
		const { participantId } = await control.enterLivestream(id);
		await control.leaveLivestream(id, participantId);
		const ended = await control.endConference(id);
		const recording_id = ended.recordings[0]?.id ?? 0;
		await control.publishRecording(recording_id);
		await control.completeTranscription(recording_id, ['Hello.']);

		expect(bodies().map(({ event, payload }) => [event, JSON.parse(payload)])).toEqual(
			[
				['conference_start', {}],
				['start_recording', {}],
				['start_streaming', {}],
				['enter_livestream', { participant_id: participantId }],
				['leave_livestream', { participant_id: participantId }],
				['stop_recording', {}],
				['stop_streaming', {}],
				['conference_end', {}],
				[
					'recording_ready',
					{
						recording_id,
						download_link: expect.stringMatching(
							/^http:\/\/localhost.*\/recording\/inline\/.*mp4$/,
						),
					},
				],
				['transcription_ready', {}],
			].map(([event, details]) => [
				event,
				{
					host_id: 52,
					...(brand === 'iotum' && { company_id: 5 }),
					conference_id: id,
					...Object(details),
				},
			]),
		);
		expect(received[0]?.headers['x-signing-token']).toBe(sandbox()[brand].signingToken);
		expect(Object.keys(bodies()[0])).toEqual(
			brand === 'iotum' ? ['event', 'payload', 'timestamp'] : ['event', 'payload'],
		);
	});
});

describe('webhooks', () => {
	test('are told the events they want, once each, whatever they answer', async () => {
		const { iotum } = sandbox().control;
		await iotum.setWebhooks([
			{ url: url(), events: ['conference_end'] },
			{ url: 'http://127.0.0.1:9/', events: ['conference_end'] },
		]);
		const deliveries = await iotum.sendEvent({ event: 'conference_end' });
		expect(deliveries).toMatchObject([{ status: 200 }, { error: 'ECONNREFUSED' }]);
		expect(await iotum.sendEvent({ event: 'conference_start' })).toEqual([]);
		await iotum.redeliver(deliveries[0]?.id ?? 0);
		expect(received).toHaveLength(2);
		expect(received[1]?.body).toEqual(received[0]?.body);
		expect(received[1]?.headers['x-signing-token']).toBe(sandbox().iotum.signingToken);
	});

	test('are told when the API ends a conference', async () => {
		const { iotum } = sandbox().control;
		const [conference] = await iotum.addConferences();
		const conference_id = conference?.id ?? 0;
		await iotum.startConference(conference_id);
		await iotum.setWebhooks([{ url: url() }]);
		const send = await signedIn(sandbox());
		expect((await send('conference/end', { conference_id })).data).toEqual({ message: 'OK' });
		expect(await iotum.conference(conference_id)).toMatchObject({ endedAt: expect.any(Number) });
		while (received.length === 0) await new Promise((done) => setTimeout(done, 10));
		expect(bodies()).toMatchObject([{ event: 'conference_end' }]);
	});

	test('are told when a one-time access code is used again, for 72 hours', async () => {
		const { control } = sandbox();
		await control.iotum.setWebhooks([{ url: url(), events: ['one_time_access_code_reused'] }]);
		const [first] = await control.iotum.addConferences({ oneTimeAccessCode: true });
		const again = await control.iotum.reuseAccessCode(first?.id ?? 0);
		expect(again).toMatchObject({
			oneTimeAccessCode: first?.oneTimeAccessCode,
			moderatorToken: first?.moderatorToken,
		});
		expect(received).toHaveLength(1);
		await control.advanceClock({ days: 5 });
		await expect(control.iotum.reuseAccessCode(first?.id ?? 0)).rejects.toMatchObject({
			response: { status: 422 },
		});
	});
});
