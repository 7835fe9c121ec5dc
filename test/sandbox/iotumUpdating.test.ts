import { refusal, useSandbox } from './harness';
import { signedIn } from './iotumHarness';

const sandbox = useSandbox();

const fields = {
	subject: 'Weekly talk',
	agenda: 'As ever',
	start: '2030-09-02 13:00:00',
	time_zone: 'Europe/Berlin',
	duration: 30,
	one_time_access_code: true,
	participants: [],
};

beforeEach(() => sandbox().control.setClock('2030-09-01T08:00:00Z'));

describe('updating', () => {
	const changed = { ...fields, subject: 'Changed' };

	async function added(): Promise<number> {
		const [one] = await sandbox().control.iotum.addConferences({ agenda: 'Stays' });
		return one?.id ?? 0;
	}

	test('needs every field that the document does not call optional', async () => {
		const conference_id = await added();
		const send = await signedIn(sandbox());
		expect(refusal(await send('conference/update', { conference_id, subject: 'x' }))).toEqual({
			status: 400,
			message:
				'agenda is required; start is required; time_zone is required; duration is required; one_time_access_code is required',
		});
		expect((await send('conference/update', { ...changed, conference_id })).data).toMatchObject({
			conference_id,
			subject: 'Changed',
			agenda: 'As ever',
			start: '2030-09-02 13:00:00',
			time_zone: 'Europe/Berlin',
			end_time: '2030-09-02 13:30:00',
			one_time_access_code: expect.any(Number),
		});
	});

	test('can be made to take what changes only', async () => {
		const conference_id = await added();
		await sandbox().control.iotum.acceptPartialUpdates(true);
		const send = await signedIn(sandbox());
		const body = { conference_id, subject: 'Changed' };
		expect((await send('conference/update', body)).data).toMatchObject({
			subject: 'Changed',
			agenda: 'Stays',
		});
		const zone = await send('conference/update', { ...body, time_zone: 'UTC' });
		expect(refusal(zone)).toEqual({
			status: 400,
			message: expect.stringMatching(/^start is required with time_zone/),
		});
	});

	test('gives a one-time access code up together with its PIN', async () => {
		const conference_id = await added();
		const send = await signedIn(sandbox());
		const update = async (change: object) =>
			send('conference/update', { ...changed, conference_id, ...change });
		const secured = await update({ one_time_access_code: true, security_pin: '1234' });
		expect(secured.data).toMatchObject({
			one_time_access_code: expect.any(Number),
			security_pin: '1234',
		});
		expect((await update({ one_time_access_code: false })).data).toMatchObject({
			one_time_access_code: false,
			security_pin: null,
		});
		const alone = await update({ one_time_access_code: false, security_pin: '1234' });
		expect(refusal(alone)).toEqual({
			status: 422,
			message: 'Must enable one_time_access_code to use security_pin',
		});
	});

	test('is refused for a conference that is cancelled, over, not there or foreign', async () => {
		const conference_id = await added();
		const send = await signedIn(sandbox());
		await send('conference/cancel', { conference_id });
		const attempt = async (id: number) =>
			refusal(await send('conference/update', { ...changed, conference_id: id }));
		expect(await attempt(conference_id)).toEqual({
			status: 422,
			message: 'The conference has been cancelled',
		});
		expect(await attempt(183)).toEqual({ status: 422, message: 'The conference is over' });
		expect(await attempt(999)).toEqual({ status: 404, message: 'No conference 999' });
		expect(await attempt(187)).toMatchObject({ status: 403 });
	});
});
