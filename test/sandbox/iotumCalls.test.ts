import { refusal, useSandbox } from './harness';
import { BRANDS, signedIn } from './iotumHarness';

const sandbox = useSandbox();

describe.each(BRANDS)('during a conference of %s', (brand) => {
	async function running() {
		const control = sandbox().control[brand];
		const [conference] = await control.addConferences({
			auto_stream: 'video',
			participants: [35],
		});
		const conference_id = conference?.id ?? 0;
		await control.startConference(conference_id);
		return { conference_id, control, send: await signedIn(sandbox(), brand) };
	}

	test('the host’s active calls list it', async () => {
		const { conference_id, control, send } = await running();
		const calls = async (host_id: number) => (await send('host/active_calls', { host_id })).data;
		expect(await calls(52)).toEqual([
			{
				conference_id,
				subject: 'Investment advice',
				agenda: null,
				start_time: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/),
			},
		]);
		expect(await calls(53)).toEqual([]);
		await control.endConference(conference_id);
		expect(await calls(52)).toEqual([]);
	});

	test('viewers are counted until the stream is stopped', async () => {
		const { conference_id, control, send } = await running();
		await control.enterLivestream(conference_id);
		await control.enterLivestream(conference_id);
		const count = async () =>
			(await send('conference/fetch_livestream_viewer_count', { conference_id })).data;
		expect(await count()).toEqual({ count: '2' });
		expect((await send('conference/stop_streaming', { conference_id })).data.message).toBe('OK');
		expect(await count()).toEqual({ count: '0' });
		expect(refusal(await send('conference/stop_streaming', { conference_id }))).toEqual({
			status: 422,
			message: 'The conference is not streaming',
		});
	});

	test('participants and moderators come with their contact details', async () => {
		const { conference_id, send } = await running();
		const { data } = await send('conference/fetch_participant_details', { conference_id });
		expect(data).toMatchObject({
			participants: [{ contact_id: 35, name: 'John Smith', has_host: false }],
			moderators: [{ contact_id: 2052, name: 'Hanna Host', has_host: true }],
		});
	});

	test('it can be ended, but not cancelled', async () => {
		const { conference_id, send } = await running();
		expect(refusal(await send('conference/cancel', { conference_id }))).toEqual({
			status: 422,
			message: 'The conference is being held: end it instead',
		});
		await send('conference/end', { conference_id });
		expect(refusal(await send('conference/end', { conference_id }))).toEqual({
			status: 422,
			message: 'The conference is not active',
		});
	});
});

describe('calling and writing into a conference', () => {
	test('needs an active one', async () => {
		const { iotum } = sandbox().control;
		const send = await signedIn(sandbox());
		const dial = { conference_id: 185, country_code: 'CA', phone_number: '14165551212' };
		const message = { conference_id: 185, message: 'Hello' };
		for (const [path, body] of [
			['conference/dial_number', dial],
			['conference/message/create', message],
		] as const) {
			expect(refusal(await send(path, body))).toEqual({
				status: 422,
				message: 'The conference is not active',
			});
		}
		await iotum.startConference(185);
		expect((await send('conference/dial_number', dial)).data).toEqual({ dialout_status: 'new' });
		expect((await send('conference/message/create', message)).data).toEqual({ message: 'OK' });
		expect(await iotum.conference(185)).toMatchObject({
			systemMessages: ['Hello'],
			dialouts: [
				{
					phone_number: '14165551212',
					name: '14165551212',
					invitation_text:
						'Hanna Host has invited you to a meeting with the subject Investment advice',
				},
			],
		});
	});

	test.each([
		[{ phone_number: '0416 555 1212' }, /^phone_number must match/],
		[{ country_code: 'Canada' }, /^country_code must match/],
		[{ phone_number: undefined }, 'phone_number is required'],
	])('%j is refused', async (change, message) => {
		const send = await signedIn(sandbox());
		const dial = { conference_id: 185, country_code: 'CA', phone_number: '+14165551212' };
		const answer = await send('conference/dial_number', { ...dial, ...change });
		expect(refusal(answer)).toEqual({ status: 400, message: expect.stringMatching(message) });
	});
});
