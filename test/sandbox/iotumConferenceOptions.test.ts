import { refusal, useSandbox } from './harness';
import { signedIn } from './iotumHarness';

const sandbox = useSandbox();

/** A conference in Toronto, for the ready-made host 52. */
const conference = {
	host_id: 52,
	subject: 'Test Conference',
	agenda: 'An agenda',
	start: '2030-09-19 13:00:00',
	time_zone: 'America/Toronto',
	duration: 60,
	one_time_access_code: false,
	participants: [35, 37],
};

beforeEach(() => sandbox().control.setClock('2030-09-01T08:00:00Z'));

describe('features of a plan', () => {
	/** A host whose company has a plan with these features only. */
	async function hostWith(features: ('recording' | 'oneTimeAccessCode')[]): Promise<number> {
		const { iotum } = sandbox().control;
		const plan = { id: 950, slug: 'bare', name: 'Bare', plan: true, description: '' };
		await iotum.addProduct({ ...plan, pricing: 'flat', features });
		const [company] = await iotum.addCompanies({ slugs: ['bare'] });
		const [subscription] = (await iotum.subscriptions()).filter(({ slug }) => slug === 'bare');
		const [host] = await iotum.addHosts({
			companyId: company?.id,
			subscriptionIds: [subscription?.id ?? 0],
		});
		return host?.id ?? 0;
	}

	test.each([
		['Video recording feature not enabled', { auto_record: 'video' }],
		['One time access code feature not available', { one_time_access_code: true }],
	])('%s', async (message, change) => {
		const host_id = await hostWith(['recording']);
		const send = await signedIn(sandbox());
		const body = { ...conference, host_id, participants: [], ...change };
		expect(refusal(await send('conference/create', body))).toEqual({ status: 422, message });
	});

	test('a suspended plan ends hosting', async () => {
		const send = await signedIn(sandbox());
		await send('subscription/suspend', { company_id: 5, slug: 'small_plan' });
		expect(refusal(await send('conference/create', conference))).toEqual({
			status: 422,
			message: 'Host 52 has no active plan',
		});
	});
});

describe('a conference without reservation', () => {
	test('is active at once, with a code of its own', async () => {
		const send = await signedIn(sandbox());
		const body = { host_id: 52, one_time_access_code: true, secure_url: true };
		const { data } = await send('conference/create/reservationless', body);
		expect(data).toMatchObject({
			subject: "Hanna Host's Meeting",
			agenda: null,
			start: '2030-09-01 08:00:00',
			active: true,
			one_time_access_code: expect.any(Number),
			participants: [2052],
		});
		expect(data.room_url).not.toContain(String(data.one_time_access_code));
		expect((await send('conference/fetch_all', { host_id: 52 })).data).toEqual([]);
	});
});

describe('the brands differ', () => {
	test('Iotum takes hosts as participants and a film to broadcast', async () => {
		const send = await signedIn(sandbox());
		const { data } = await send('conference/create', {
			...conference,
			participants: undefined,
			participant_hosts: [{ host_id: 53, moderator: true }],
			broadcast_stream_url: 'https://films.example/film.mp4',
		});
		expect(data).toMatchObject({
			moderators: [2052, 2053],
			broadcast_stream_url: { source: 'https://films.example/film.mp4', state: 'NEW' },
		});
	});

	test('Iotum’s update takes fewer fields than its create', async () => {
		const send = await signedIn(sandbox());
		const extra = { secure_url: true, participant_hosts: [], broadcast_stream_url: 'https://x.y' };
		const body = { ...conference, host_id: undefined, conference_id: 185, ...extra };
		expect(refusal(await send('conference/update', body))).toEqual({
			status: 400,
			message:
				'secure_url is unknown; participant_hosts is unknown; broadcast_stream_url is unknown',
		});
	});

	test('VivoMeetings refuses what has not been released or is not documented', async () => {
		const send = await signedIn(sandbox(), 'vivoMeetings');
		const extra = {
			secure_url: true,
			waiting_room: true,
			broadcast_stream_url: 'https://x.example',
		};
		expect(refusal(await send('conference/create', { ...conference, ...extra }))).toEqual({
			status: 400,
			message: 'secure_url is unknown; waiting_room is unknown; broadcast_stream_url is unknown',
		});
		const fetched = await send('conference/fetch', { conference_id: 185, output: 'detail' });
		expect(refusal(fetched)).toEqual({ status: 400, message: 'output is unknown' });
		for (const path of ['dial_number', 'message/create', 'delete_recordings']) {
			expect((await send(`conference/${path}`, { conference_id: 185 })).status).toBe(404);
		}
	});

	test('VivoMeetings lets an update switch e-mails off', async () => {
		const { vivoMeetings } = sandbox().control;
		const [one] = await vivoMeetings.addConferences();
		const fields = { ...conference, host_id: undefined, conference_id: one?.id };
		const send = await signedIn(sandbox(), 'vivoMeetings');
		const update = { ...fields, disable_emails: ['conference_reminders'] };
		expect((await send('conference/update', update)).status).toBe(200);
		const wrong = { ...fields, disable_emails: ['all'] };
		expect(refusal(await send('conference/update', wrong))).toEqual({
			status: 400,
			message: expect.stringMatching(/^disable_emails.0 must be one of conference_invitations/),
		});
	});
});
