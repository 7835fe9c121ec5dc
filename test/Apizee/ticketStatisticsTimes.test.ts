import { useApizee } from './setup';
import { rows } from './statisticsRows';

const apizee = useApizee();

const timeZone = 'Europe/Paris';

/** The start of a session with the time as ISO 8601 after it. */
const start = async (time: unknown, zone = timeZone) => {
	const [row] = await rows(apizee(), [{ 'Date de début de session': time }], { timeZone: zone });
	return row;
};

describe('the times of the statistics', () => {
	it.each([
		['summer', '2023-07-13 18:03:13', '2023-07-13T18:03:13+02:00'],
		['winter', '2023-01-13 18:03:13', '2023-01-13T18:03:13+01:00'],
		[
			'the last second before the clocks go forward',
			'2023-03-26 01:59:59',
			'2023-03-26T01:59:59+01:00',
		],
		[
			'the first second after the clocks went forward',
			'2023-03-26 03:00:00',
			'2023-03-26T03:00:00+02:00',
		],
		[
			'the last second before an hour that comes twice',
			'2023-10-29 01:59:59',
			'2023-10-29T01:59:59+02:00',
		],
		[
			'the first second after an hour that came twice',
			'2023-10-29 03:00:00',
			'2023-10-29T03:00:00+01:00',
		],
	])('come with their offset as well, in %s', async (_, time, iso) => {
		expect(await start(time)).toEqual({ session_start: time, session_start_iso: iso });
	});

	it.each([
		['in an hour that comes twice', '2023-10-29 02:30:00'],
		['in an hour that the clocks skip', '2023-03-26 02:30:00'],
		['that is a day only', '2023-07-13'],
		['that is none', 'en cours'],
		['that is empty', ''],
		['that is a number', 1689264193],
	])('are not guessed for a time %s', async (_, time) => {
		expect(await start(time)).toEqual({ session_start: time, session_start_iso: null });
	});

	it('stay away where there is none', async () => {
		expect(await start(null)).toEqual({ session_start: null });
	});

	it('keep the moment of one that has its offset already', async () => {
		expect(await start('2023-07-13T16:03:13+00:00')).toEqual({
			session_start: '2023-07-13T16:03:13+00:00',
			session_start_iso: '2023-07-13T18:03:13+02:00',
		});
	});

	it('are those of another zone when the user chooses that', async () => {
		expect(await start('2023-07-13 18:03:13', 'America/Guadeloupe')).toMatchObject({
			session_start_iso: '2023-07-13T18:03:13-04:00',
		});
	});

	const row = {
		'Date de début de session': '2023-07-13 18:03:13',
		'Date de fin': '2023-07-13 18:33:13',
	};

	it('follow the names of the vendor', async () => {
		const [named = {}] = await rows(apizee(), [row], { timeZone, englishKeys: false });
		expect(Object.entries(named)).toEqual([
			['Date de début de session', '2023-07-13 18:03:13'],
			['Date de début de session_iso', '2023-07-13T18:03:13+02:00'],
			['Date de fin', '2023-07-13 18:33:13'],
			['Date de fin_iso', '2023-07-13T18:33:13+02:00'],
		]);
	});

	it('stay as they are without a zone', async () => {
		expect(await rows(apizee(), [row])).toEqual([
			{ session_start: '2023-07-13 18:03:13', session_end: '2023-07-13 18:33:13' },
		]);
	});

	it('come from the vendor in its own zone, which tells the moment of a session', async () => {
		const { run, vendor } = apizee();
		await vendor.addTickets({ start: '2023-10-29T01:15:00Z', end: '2023-10-29T02:30:00Z' });
		await vendor.addTickets({ start: '2023-10-29T00:15:00Z', end: '2023-10-29T02:30:00Z' });
		const { json } = await run('ticket.getStatistics', {
			inputs: { since: '2023-10-29', until: '2023-10-30', options: { timeZone } },
		});
		const twice = {
			session_start: '2023-10-29 02:15:00',
			session_start_iso: null,
			session_end: '2023-10-29 03:30:00',
			session_end_iso: '2023-10-29T03:30:00+01:00',
		};
		expect(json).toMatchObject([twice, twice]);
	});

	it.each(['+02:00', 'Paris', 'Europe/Nowhere'])('refuse the zone %s', async (zone) => {
		const { run, control } = apizee();
		const { error } = await run('ticket.getStatistics', {
			inputs: { since: '2023-07-13', until: '2023-07-14', options: { timeZone: zone } },
		});
		expect(error).toMatchObject({
			message: `"Time Zone" is "${zone}", which is not a time zone [item 0]`,
			description: 'Use an IANA name such as Europe/Berlin or UTC.',
		});
		expect(await control.requests()).toEqual([]);
	});
});
