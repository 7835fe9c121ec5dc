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
