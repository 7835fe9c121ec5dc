import { received } from './requests';
import { useApizee } from './setup';

const apizee = useApizee();

describe('the period of the statistics', () => {
	const asked = async (since: unknown, until: unknown) => {
		const { run, control } = apizee();
		const { error } = await run('ticket.getStatistics', {
			inputs: { since: String(since), until: String(until), options: { enterpriseId: '1' } },
		});
		return { error, requests: received(await control.requests()) };
	};
	const request = (since: string, until: string) =>
		`GET enterprises/1/tickets-stats?format=JSON&since=${since}&until=${until}`;

	it.each([
		['days', '2023-07-13', '2023-07-14'],
		['times of the editor', '2023-07-13T00:00:00', '2023-07-14T00:00:00'],
		['times with offset', '2023-07-13T23:30:00-04:00', '2023-07-14T00:30:00+02:00'],
		[
			'dates of Luxon',
			"={{ DateTime.fromISO('2023-07-13T10:00') }}",
			"={{ DateTime.fromISO('2023-07-14') }}",
		],
		['times with a blank', '2023-07-13 18:00:00', '2023-07-14 18:00:00'],
	])('goes out as days, entered as %s', async (_, since, until) => {
		const { requests } = await asked(since, until);
		expect(requests).toEqual([request('2023-07-13', '2023-07-14')]);
	});

	it('may be of one and the same day, or of many', async () => {
		expect((await asked('2023-07-13', '2023-07-13')).requests).toEqual([
			request('2023-07-13', '2023-07-13'),
		]);
		await apizee().control.clearRequests();
		expect((await asked('2022-12-31', '2024-01-01')).requests).toEqual([
			request('2022-12-31', '2024-01-01'),
		]);
	});

	it.each([
		[
			'2023-07-14',
			'2023-07-13',
			'"Until" is before "Since" (2023-07-14)',
			'Enter a later day, or swap the two.',
		],
		['={{ "" }}', '2023-07-13', '"Since" is empty', 'Enter one such as 2026-03-01.'],
		['2023-07-13', '={{ "" }}', '"Until" is empty', 'Enter one such as 2026-03-01.'],
		['13.07.2023', '2023-07-14', '"Since" is not a date', 'Enter one such as 2026-03-01.'],
		['2023-07-13', '2023-02-30', '"Until" is not a date', 'Enter one such as 2026-03-01.'],
		['10:00', '2999-01-01', '"Since" is not a date', 'Enter one such as 2026-03-01.'],
		['={{ 12 }}', '2999-01-01', '"Since" is not a date', 'Enter one such as 2026-03-01.'],
	])('from %s until %s is refused', async (since, until, message, description) => {
		const { error, requests } = await asked(since, until);
		expect(error).toMatchObject({ message: `${message} [item 0]`, description });
		expect(requests).toEqual([]);
	});
});
