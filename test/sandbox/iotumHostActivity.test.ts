import { http, refusal, useSandbox } from './harness';
import { BRANDS, signedIn } from './iotumHarness';

const sandbox = useSandbox();

describe.each(BRANDS)('past conferences of a host of %s', (brand) => {
	test('come with their times and numbers, the latest first', async () => {
		const send = await signedIn(sandbox(), brand);
		const { status, data } = await send('host/conferences', { host_id: 52 });
		expect(status).toBe(200);
		expect(data).toEqual([
			{
				conference_id: 184,
				start_time: '2024-09-20 13:00:00',
				end_time: '2024-09-20 14:00:00',
				total_participants: 0,
				total_participant_minutes: 0,
				meeting_summary_url: `${sandbox()[brand].baseUrl}/conf/summary/184`,
			},
			{
				conference_id: 183,
				start_time: '2024-09-19 13:00:00',
				end_time: '2024-09-19 14:00:00',
				total_participants: 3,
				total_participant_minutes: 60 + 58 + 45,
				meeting_summary_url: `${sandbox()[brand].baseUrl}/conf/summary/183`,
			},
		]);
	});

	test('have a page with their summary, which conferences to come do not', async () => {
		const send = await signedIn(sandbox(), brand);
		const [latest] = (await send('host/conferences', { host_id: 52 })).data;
		const page = await http.get(latest.meeting_summary_url);
		expect(page.status).toBe(200);
		expect(page.headers['content-type']).toMatch('text/html');
		expect(page.data).toContain('the summary of conference 184');
		const coming = await http.get(latest.meeting_summary_url.replace('184', '185'));
		expect(coming.status).toBe(404);
		expect(coming.data).toContain('no past conference');
	});

	test('are found by the day they began on in the given zone', async () => {
		const send = await signedIn(sandbox(), brand);
		const found = async (filter: object) => {
			const { data } = await send('host/conferences', { host_id: 52, ...filter });
			return data.map((one: { start_time: string }) => one.start_time);
		};
		expect(await found({ start_date: '2024-09-20' })).toEqual(['2024-09-20 13:00:00']);
		expect(await found({ end_date: '2024-09-19' })).toEqual(['2024-09-19 13:00:00']);
		const auckland = {
			time_zone: 'Pacific/Auckland',
			start_date: '2024-09-20',
			end_date: '2024-09-20',
		};
		expect(await found(auckland)).toEqual(['2024-09-20 01:00:00']);
	});

	test('tell everything on request', async () => {
		const send = await signedIn(sandbox(), brand);
		const { data } = await send('host/conferences', { host_id: 52, output: 'detail' });
		expect(data[1]).toEqual({
			conference_id: 183,
			subject: 'Annual review',
			agenda: 'What to do with the savings',
			start_time: '2024-09-19 13:00:00',
			end_time: '2024-09-19 14:00:00',
			day: 'Thursday',
			month: 'September',
			year: '2024',
			cancelled: false,
			participants: 3,
			live_wall_posts: [
				expect.objectContaining({ content: 'Good morning', participant_id: 129 }),
				expect.objectContaining({ id: 319 }),
			],
			uploaded_documents: [expect.objectContaining({ id: 12, filename: 'network.png' })],
			recordings: [
				expect.objectContaining({ id: 12345, publishing_state: 'published' }),
				expect.objectContaining({ id: 12346, type: 'audio' }),
			],
		});
	});

	test.each([
		[{ start_date: '19.09.2024' }, 400, /^start_date must match/],
		[{ start_date: '2024-02-30' }, 422, /^start_date: there is no such date/],
		[{ start_date: '2024-02-02', end_date: '2024-02-01' }, 422, /^end_date must not be before/],
		[{ time_zone: 'Mars' }, 400, /^time_zone/],
		[{ output: 'all' }, 400, 'output must be one of summary, detail'],
		[{ host_id: 71 }, 403, /beyond the scope/],
		[{ host_id: 999 }, 404, 'No host 999'],
	])('%j is refused', async (change, status, message) => {
		const send = await signedIn(sandbox(), brand);
		const answer = await send('host/conferences', { host_id: 52, ...change });
		expect(refusal(answer)).toEqual({ status, message: expect.stringMatching(message) });
	});
});

describe.each(BRANDS)('call records of %s', (brand) => {
	test('tell who was in a conference, from when until when', async () => {
		const send = await signedIn(sandbox(), brand);
		const body = { host_id: 52, conference_id: 183, time_zone: 'America/Toronto' };
		const { data } = await send('host/cdrs', body);
		expect(data).toHaveLength(3);
		expect(data[1]).toEqual({
			id: 36,
			conference_id: 183,
			host_id: 52,
			host_name: 'Hanna Host',
			host_email: `hanna.host@${brand.toLowerCase()}.example`,
			start_time: '2024-09-19 09:02:00',
			end_time: '2024-09-19 10:00:00',
			participant_id: 129,
			participant_name: 'John Smith',
			participant_email: 'john@customer.example',
			from: '+15551236789',
			to: '2342342',
			minutes: 58,
		});
	});

	test('are cut after the first hundred', async () => {
		await sandbox().control[brand].join(183, { count: 150 });
		const send = await signedIn(sandbox(), brand);
		expect((await send('host/cdrs', { host_id: 52 })).data).toHaveLength(100);
		const none = await send('host/cdrs', { host_id: 52, conference_id: 1 });
		expect(none.data).toEqual([]);
	});
});
