import { refusal, useSandbox } from './harness';
import { signedIn } from './iotumHarness';

const sandbox = useSandbox();

describe('pages of conferences', () => {
	const add = (count: number) =>
		sandbox().control.iotum.addConferences({ hostId: 53, count, held: true });

	test('up to ten come as a bare array, more in an envelope with a cursor', async () => {
		await add(10);
		const send = await signedIn(sandbox());
		expect((await send('host/conferences', { host_id: 53 })).data).toHaveLength(10);
		await add(13);
		const pages = [];
		let page: string | null | undefined;
		do {
			const { data } = await send('host/conferences', { host_id: 53, ...(page && { page }) });
			expect(Object.keys(data)).toEqual(['conferences', 'next_page']);
			pages.push(data.conferences.map((one: { conference_id: number }) => one.conference_id));
			page = data.next_page;
		} while (page);
		expect(pages.map(({ length }) => length)).toEqual([10, 10, 3]);
		expect(new Set(pages.flat()).size).toBe(23);
	});

	test('a cursor is good for its own list only', async () => {
		await add(11);
		const send = await signedIn(sandbox());
		const { data } = await send('host/conferences', { host_id: 53 });
		const page = data.next_page;
		for (const body of [
			{ host_id: 52, page },
			{ host_id: 53, page, output: 'detail' },
		]) {
			expect(refusal(await send('host/conferences', body))).toEqual({
				status: 400,
				message: 'page is not a next_page of this list',
			});
		}
		expect((await send('host/conferences', { host_id: 53, page: '2' })).status).toBe(400);
		const another = await signedIn(sandbox());
		expect((await another('host/conferences', { host_id: 53, page })).status).toBe(200);
	});

	test('the shape of the envelope can be chosen', async () => {
		await sandbox().control.iotum.setListShape({ shape: 'envelope', key: 'results' });
		const send = await signedIn(sandbox());
		const { data } = await send('conference/fetch_all', { host_id: 53 });
		expect(data).toEqual({ results: [], next_page: null });
	});

	test('VivoMeetings knows no pages', async () => {
		await sandbox().control.vivoMeetings.addConferences({ hostId: 53, count: 25, held: true });
		const send = await signedIn(sandbox(), 'vivoMeetings');
		expect((await send('host/conferences', { host_id: 53 })).data).toHaveLength(25);
		const answer = await send('host/conferences', { host_id: 53, page: 'x' });
		expect(refusal(answer)).toEqual({ status: 400, message: 'page is unknown' });
	});
});

describe('the list of coming conferences', () => {
	test('leaves out what is over, cancelled, or more than 18 months ahead', async () => {
		const { control } = sandbox();
		await control.setClock('2030-01-01T00:00:00Z', { frozen: true });
		const at = async (start: string) => {
			const [one] = await control.iotum.addConferences({ hostId: 53, start });
			return one?.id;
		};
		const far = await at('2031-07-01T00:00:00Z');
		await at('2031-07-01T00:00:01Z');
		const near = await at('2030-01-02T00:00:00Z');
		const running = await at('2029-12-31T23:30:00Z');
		await at('2029-12-31T22:00:00Z');
		const send = await signedIn(sandbox());
		await send('conference/cancel', { conference_id: await at('2030-01-03T00:00:00Z') });
		const { data } = await send('conference/fetch_all', { host_id: 53 });
		expect(data).toMatchObject([
			{ conference_id: running, active: true },
			{ conference_id: near, active: false },
			{ conference_id: far, active: false },
		]);
		const detailed = await send('conference/fetch_all', { host_id: 53, output: 'detail' });
		expect(detailed.data[1]).toMatchObject({ start_time: '2030-01-02 00:00:00', participants: 0 });
	});
});
