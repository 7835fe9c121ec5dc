import { refusal, useSandbox } from './harness';
import { signedIn, type Send } from './iotumHarness';

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
const conference = { host_id: 53, ...fields };

beforeEach(() => sandbox().control.setClock('2030-09-01T08:00:00Z'));

async function listed(send: Send) {
	const { data } = await send('conference/fetch_all', { host_id: 53 });
	return data.map(({ start, ...rest }: Record<string, unknown>) => ({ start, ...rest }));
}

test('a schedule makes a series, whose first conference is its master', async () => {
	const send = await signedIn(sandbox());
	const body = { ...conference, schedule: 'FREQ=WEEKLY;BYDAY=MO;COUNT=3' };
	const { data } = await send('conference/create', body);
	const schedule = 'FREQ=WEEKLY;COUNT=3;INTERVAL=1;BYDAY=MO';
	expect(data).toMatchObject({ is_master: true, master_id: data.conference_id, schedule });

	const series = await listed(send);
	const shared = {
		master_id: data.conference_id,
		schedule,
		subject: 'Weekly talk',
		one_time_access_code: data.one_time_access_code,
		moderator_token: data.moderator_token,
	};
	expect(series).toMatchObject([
		{ ...shared, start: '2030-09-02 13:00:00', is_master: true },
		{ ...shared, start: '2030-09-09 13:00:00', is_master: false },
		{ ...shared, start: '2030-09-16 13:00:00', is_master: false },
	]);
	expect(new Set(series.map((one: { conference_id: number }) => one.conference_id)).size).toBe(3);
});

test('a rule that is refused leaves nothing behind', async () => {
	const send = await signedIn(sandbox());
	const answer = await send('conference/create', { ...conference, schedule: 'FREQ=WEEKLY' });
	expect(refusal(answer)).toEqual({
		status: 422,
		message: 'Schedule WEEKLY must include BYDAY',
	});
	expect(await listed(send)).toEqual([]);
});

test('updating the master updates the series, whose conferences keep their numbers', async () => {
	const send = await signedIn(sandbox());
	const body = { ...conference, schedule: 'FREQ=DAILY;COUNT=3' };
	const { conference_id } = (await send('conference/create', body)).data;
	const before = (await listed(send)).map((one: { conference_id: number }) => one.conference_id);

	await send('conference/update', {
		...fields,
		conference_id,
		start: '2030-09-02 15:00:00',
		subject: 'Later',
		schedule: 'FREQ=DAILY;COUNT=4;INTERVAL=2',
	});
	const after = await listed(send);
	expect(after).toMatchObject([
		{ conference_id: before[0], subject: 'Later', start: '2030-09-02 15:00:00' },
		{ conference_id: before[1], subject: 'Later', start: '2030-09-04 15:00:00' },
		{ conference_id: before[2], subject: 'Later', start: '2030-09-06 15:00:00' },
		{ subject: 'Later', start: '2030-09-08 15:00:00', duration: 30 },
	]);
});

test('only the master can change the schedule, but one conference can be changed alone', async () => {
	await sandbox().control.iotum.acceptPartialUpdates(true);
	const send = await signedIn(sandbox());
	await send('conference/create', { ...conference, schedule: 'FREQ=DAILY;COUNT=2' });
	const [, second] = await listed(send);
	const { conference_id } = second;
	const answer = await send('conference/update', { conference_id, schedule: 'FREQ=DAILY' });
	expect(refusal(answer)).toEqual({
		status: 422,
		message: 'Can only include schedule details in the master conference',
	});
	await send('conference/update', { conference_id, subject: 'Special' });
	expect(await listed(send)).toMatchObject([{ subject: 'Weekly talk' }, { subject: 'Special' }]);
});

test('cancelling one conference removes it only, cancelling the master removes all', async () => {
	const send = await signedIn(sandbox());
	const body = { ...conference, schedule: 'FREQ=DAILY;COUNT=3' };
	const { conference_id } = (await send('conference/create', body)).data;
	const [, second] = await listed(send);
	const cancelled = await send('conference/cancel', { conference_id: second.conference_id });
	expect(cancelled.data).toEqual({ message: 'OK' });
	expect((await listed(send)).map(({ start }: { start: string }) => start)).toEqual([
		'2030-09-02 13:00:00',
		'2030-09-04 13:00:00',
	]);
	await send('conference/cancel', { conference_id });
	expect(await listed(send)).toEqual([]);
});

describe('a series whose master is over', () => {
	/** A daily series at 13:00 in Berlin from 2 September, seen in the afternoon of its second day. */
	async function begun(schedule: string) {
		const send = await signedIn(sandbox());
		const { data } = await send('conference/create', { ...conference, schedule });
		await sandbox().control.setClock('2030-09-03T15:00:00Z');
		return { send: await signedIn(sandbox()), conference_id: Number(data.conference_id) };
	}

	/** Start, subject and whether it is cancelled of every conference of a series, in its order. */
	async function series(masterId: number) {
		const conferences = await sandbox().control.iotum.conferences();
		return conferences
			.filter((one) => one.series?.masterId === masterId)
			.sort((one, other) => one.start - other.start)
			.map(({ start, settings, cancelled }) => [
				new Date(start).toISOString().slice(0, 16),
				settings.subject,
				cancelled,
			]);
	}

	const past = [
		['2030-09-02T11:00', 'Weekly talk', false],
		['2030-09-03T11:00', 'Weekly talk', false],
	];

	test('is updated in what is to come, which keeps its numbers', async () => {
		const { send, conference_id } = await begun('FREQ=DAILY;COUNT=4');
		const before = (await listed(send)).map((one: { conference_id: number }) => one.conference_id);
		const changes = { ...fields, conference_id, subject: 'Loans', start: '2030-09-02 15:00:00' };
		const { status, data } = await send('conference/update', changes);
		expect([status, data.subject, data.start]).toEqual([200, 'Weekly talk', '2030-09-02 13:00:00']);
		expect(await series(conference_id)).toEqual([
			...past,
			['2030-09-04T13:00', 'Loans', false],
			['2030-09-05T13:00', 'Loans', false],
		]);
		expect(await listed(send)).toMatchObject([
			{ conference_id: before[0], start: '2030-09-04 15:00:00' },
			{ conference_id: before[1], start: '2030-09-05 15:00:00' },
		]);
	});

	test('goes on from another day and by another rule', async () => {
		const { send, conference_id } = await begun('FREQ=DAILY;COUNT=4');
		const schedule = 'FREQ=DAILY;INTERVAL=2;COUNT=3';
		const start = '2030-09-10 13:00:00';
		await send('conference/update', { ...fields, conference_id, start, schedule });
		expect((await series(conference_id)).map(([moment]) => moment)).toEqual([
			'2030-09-02T11:00',
			'2030-09-03T11:00',
			'2030-09-10T11:00',
			'2030-09-12T11:00',
			'2030-09-14T11:00',
		]);
	});

	test('grows as it was changed last, one change upon the other', async () => {
		await sandbox().control.iotum.acceptPartialUpdates(true);
		const { send, conference_id } = await begun('FREQ=DAILY');
		await send('conference/update', { conference_id, subject: 'Loans' });
		await send('conference/update', { conference_id, duration: 45 });
		const known = await series(conference_id);
		expect(known.slice(0, 3)).toEqual([...past, ['2030-09-04T11:00', 'Loans', false]]);

		await sandbox().control.advanceClock({ days: 3 });
		const later = await signedIn(sandbox());
		const { data } = await later('conference/fetch_all', { host_id: 53 });
		expect(data.conferences[0]).toMatchObject({
			start: '2030-09-07 13:00:00',
			subject: 'Loans',
			duration: 45,
		});
		const grown = await series(conference_id);
		expect(grown.slice(0, known.length)).toEqual(known);
		expect(grown.slice(known.length)).toEqual([
			['2032-03-04T12:00', 'Loans', false],
			['2032-03-05T12:00', 'Loans', false],
			['2032-03-06T12:00', 'Loans', false],
		]);
	});

	test('ends when the master is cancelled, which takes what is to come only', async () => {
		const { send, conference_id } = await begun('FREQ=DAILY');
		const cancelled = await send('conference/cancel', { conference_id });
		expect(cancelled.data).toEqual({ message: 'OK' });
		const after = await series(conference_id);
		expect(after.slice(0, 2)).toEqual(past);
		expect(after.slice(2).every(([, , isCancelled]) => isCancelled)).toBe(true);

		await sandbox().control.advanceClock({ days: 30 });
		const later = await signedIn(sandbox());
		expect(await listed(later)).toEqual([]);
		expect(await series(conference_id)).toHaveLength(after.length);
	});

	test('cannot be changed once nothing is to come, nor so that nothing is', async () => {
		const { send, conference_id } = await begun('FREQ=DAILY;COUNT=3');
		const update = async (start: string) =>
			refusal(await send('conference/update', { ...fields, conference_id, start }));
		expect(await update('2030-08-02 13:00:00')).toEqual({
			status: 422,
			message: 'start: the series would be over already',
		});
		expect(await listed(send)).toMatchObject([{ start: '2030-09-04 13:00:00' }]);

		await send('conference/cancel', { conference_id });
		const over = { status: 422, message: 'The conference is over' };
		expect(await update(fields.start)).toEqual(over);
		expect(refusal(await send('conference/cancel', { conference_id }))).toEqual(over);
	});

	test('goes on where the master ended before its time', async () => {
		const send = await signedIn(sandbox());
		const body = { ...conference, schedule: 'FREQ=DAILY;COUNT=2' };
		const { conference_id } = (await send('conference/create', body)).data;
		await sandbox().control.iotum.startConference(conference_id);
		await sandbox().control.iotum.endConference(conference_id);
		await send('conference/update', { ...fields, conference_id, subject: 'Loans' });
		expect(await series(conference_id)).toEqual([
			['2030-09-02T11:00', 'Weekly talk', false],
			['2030-09-03T11:00', 'Loans', false],
		]);
	});
});

test('an endless series is known for 18 months and grows with the clock', async () => {
	await sandbox().control.iotum.setListShape({ shape: 'envelope' });
	const [master] = await sandbox().control.iotum.addConferences({
		hostId: 53,
		start: '2030-09-02T13:00:00Z',
		schedule: 'FREQ=MONTHLY;BYMONTHDAY=2',
	});
	const series = async () =>
		(await sandbox().control.iotum.conferences()).filter(
			(one) => one.series?.masterId === master?.id,
		).length;
	expect(await series()).toBe(18);
	await sandbox().control.setClock('2031-03-01T08:00:00Z');
	const send = await signedIn(sandbox());
	await send('conference/fetch_all', { host_id: 53 });
	expect(await series()).toBe(24);
});
