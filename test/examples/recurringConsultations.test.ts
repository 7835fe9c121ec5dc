import { DateTime } from 'luxon';
import { withSettings } from './changes';
import { usePlayground } from './setup';

const playground = usePlayground();

const vendor = () => playground().sandbox.control.vivoMeetings;

/** Runs the example with other values in its Settings. */
const consult = async (values: Record<string, string> = {}) =>
	await playground().engine.run(
		withSettings(playground().example('recurring-consultations'), values),
	);

const requests = async () =>
	(await playground().sandbox.control.requests({ vendor: 'vivoMeetings' })).filter(
		({ path, status }) => status === 200 && !path.endsWith('/authenticate'),
	);

describe('recurring-consultations', () => {
	it('schedules what was previewed, invites the customer, and gives a page for each date', async () => {
		const { sandbox } = playground();
		const { status, outputs } = await consult();
		expect(status).toBe('success');
		const preview = outputs['Preview Schedule']?.[0]?.map(({ json }) => json) ?? [];
		expect(preview).toHaveLength(6);
		expect(preview.map(({ weekday }) => weekday)).toEqual(preview.map(() => 'Tuesday'));

		const [created] = await sandbox.control.requests({
			vendor: 'vivoMeetings',
			path: '*/conference/create',
		});
		expect(created?.body).toEqual({
			auth_token: expect.any(String),
			host_id: sandbox.vivoMeetings.fixtures.hostId,
			subject: 'Portfolio review',
			agenda: 'How the portfolio has done, and what to change',
			start: preview[0]?.wallTime,
			time_zone: 'Europe/Berlin',
			duration: 45,
			one_time_access_code: true,
			participant_emails: [{ email: 'john.doe@example.com', moderator: false }],
			schedule: 'FREQ=WEEKLY;BYDAY=TU;COUNT=6',
		});
		const series = (await vendor().conferences()).filter(
			({ settings }) => settings.subject === 'Portfolio review',
		);
		const invitations = outputs.Invitations?.[0]?.map(({ json }) => json) ?? [];
		expect(invitations).toEqual(
			preview.map(({ start }, index) => {
				const room = `${sandbox.vivoMeetings.baseUrl}/conf/call/${series[index]?.oneTimeAccessCode}`;
				return {
					conferenceId: series[index]?.id,
					customer: 'john.doe@example.com',
					start,
					dateInWords: DateTime.fromISO(String(start), { setZone: true })
						.setLocale('en')
						.toFormat("'Tuesday,' d LLLL yyyy, '10:00'"),
					room,
					html: `<iframe src="${room}?name=John+Doe" allow="camera;microphone;fullscreen;autoplay;display-capture"></iframe>`,
				};
			}),
		);
		const customers = (await vendor().contacts()).filter(
			({ fields }) => fields.email === 'john.doe@example.com',
		);
		expect(customers).toHaveLength(1);
		for (const { invitations } of series) {
			expect(invitations).toContainEqual({ contactId: customers[0]?.id, moderator: false });
		}
	});

	it('schedules nothing when the clocks make a time doubtful, and names it', async () => {
		const { status, error } = await consult({
			start: '2027-02-28 02:30:00',
			schedule: 'FREQ=MONTHLY;BYDAY=-1SU;COUNT=3',
		});
		expect([status, error?.nodeName]).toEqual(['error', 'Stop: Doubtful Time']);
		expect(error?.message).toMatch(
			/^Nothing was scheduled\. 2027-03-28 02:30:00: The wall time does not exist in Europe/,
		);
		expect(await requests()).toEqual([]);
	});

	it('schedules nothing for an adviser without an account', async () => {
		const { error } = await consult({ adviserEmail: 'nobody@bank.example' });
		expect(error?.message).toBe(
			'Nothing was scheduled. No host has the e-mail nobody@bank.example.',
		);
		expect((await requests()).map(({ path }) => path)).toEqual(['/enterprise_api/host/fetch_all']);
	});

	it('refuses a rule that the vendor does not take before anything is sent', async () => {
		const { error } = await consult({ schedule: 'FREQ=YEARLY;COUNT=6' });
		expect([error?.nodeName, error?.message]).toEqual([
			'Preview Schedule',
			expect.stringContaining('"Schedule" must have FREQ as DAILY, WEEKLY or MONTHLY'),
		]);
		expect(await requests()).toEqual([]);
	});
});
