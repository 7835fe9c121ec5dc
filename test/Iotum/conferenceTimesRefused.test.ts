import { received } from './requests';
import { useIotum } from './setup';

const iotum = useIotum();

beforeEach(async () => void (await iotum().control.setClock('2026-01-10T09:00:00Z')));

it('one item with a time that does not exist keeps all others from being sent', async () => {
	const { run, control } = iotum();
	const inputs = {
		hostId: 52,
		subject: 'Advice',
		start: '={{ $json.start }}',
		timeZone: 'America/Toronto',
		duration: 60,
	};
	const items = [{ start: '2026-03-08T01:30' }, { start: '2026-03-08T02:30' }];
	const { error } = await run('conference.create', { inputs, items });
	expect(error).toMatchObject({ itemIndex: 1, message: expect.stringContaining('does not exist') });
	expect(await control.requests()).toEqual([]);

	const { json } = await run('conference.create', { inputs, items, continueOnFail: true });
	expect(json).toMatchObject([
		{ start_iso: '2026-03-08T01:30:00-05:00' },
		{ error: expect.stringMatching(/does not exist.* \[item 1\]$/) },
	]);
	expect(received(await control.requests())).toHaveLength(1);
});

it.each([
	[
		'start without its time zone',
		{ start: '2026-09-19T13:00Z' },
		'"Start" has no time zone',
		'Add "Time Zone" as well.',
	],
	[
		'time zone without a start',
		{ timeZone: 'Europe/Berlin' },
		'"Time Zone" is to be changed without a start',
		'Add "Start" as well: the same wall time in another zone is another moment.',
	],
])('a new %s is refused before anything is sent', async (_, updateFields, message, description) => {
	const { run, control } = iotum();
	const { error } = await run('conference.update', { inputs: { conferenceId: 185, updateFields } });
	expect(error).toMatchObject({ message: `${message} [item 0]`, description });
	expect(await control.requests()).toEqual([]);
});

it.each([
	['-5', 'is not usable'],
	['0', 'is not usable'],
	['1.5', 'is not usable'],
	['an hour', 'is not usable'],
])('a duration of %s minutes is refused before anything is sent', async (duration, problem) => {
	const { run, control } = iotum();
	const inputs = { hostId: 52, subject: 'A', start: '2026-09-19', timeZone: 'UTC', duration };
	const { error } = await run('conference.create', { inputs });
	expect(error).toMatchObject({
		message: `"Duration (Minutes)" ${problem} [item 0]`,
		description: 'Enter a whole number of at least 1.',
	});
	expect(await control.requests()).toEqual([]);
});
