import { api, asExpert, http, refusal, RESERVE, useSandbox } from './harness';

const sandbox = useSandbox();

const reservation = {
	access_link_not_before: '2026-08-27T11:00:00.000Z',
	access_link_valid_until: '2026-08-27T13:00:00.000Z',
	participants: [{ email: 'john.doe@example.invalid', firstname: 'John', lastname: 'Doe' }],
};

describe('reserving a meeting', () => {
	test('answers with a link for the moderator and one for each participant', async () => {
		const { client } = await asExpert(sandbox());
		const { status, data } = await client.post(`${RESERVE}?supressMails=true`, reservation);
		expect(status).toBe(201);
		expect(data).toEqual({
			id: 1,
			moderator: { link: expect.stringContaining(sandbox().flexperto.baseUrl) },
			participants: [
				{ ...reservation.participants[0], link: expect.stringMatching(/^http/), meta: {} },
			],
		});
		expect(data.moderator.link).not.toBe(data.participants[0].link);
	});

	test('nothing has to be known about a participant', async () => {
		const { client } = await asExpert(sandbox());
		const { data } = await client.post(RESERVE, { ...reservation, participants: [{}] });
		expect(data.participants).toEqual([{ link: expect.any(String), meta: {} }]);
		expect(await sandbox().control.flexperto.mails()).toEqual([]);
	});

	test('a window that ends before it begins is refused', async () => {
		const { client } = await asExpert(sandbox());
		const answer = await client.post(RESERVE, {
			...reservation,
			access_link_not_before: reservation.access_link_valid_until,
			access_link_valid_until: reservation.access_link_not_before,
		});
		expect(refusal(answer)).toEqual({ status: 422, message: expect.stringMatching(/later than/) });
	});

	test.each([
		[
			'a missing end',
			{ access_link_valid_until: undefined },
			'access_link_valid_until is required',
		],
		['missing participants', { participants: undefined }, 'participants is required'],
		['a moment without its zone', { access_link_not_before: '2026-08-27T11:00:00' }, /must match/],
		['a moment that is none', { access_link_not_before: '2026-13-27T11:00:00Z' }, /not a moment/],
		['an unknown field', { title: 'Talk' }, 'title is unknown'],
		[
			'a participant field spelt as in users',
			{ participants: [{ firstName: 'John' }] },
			'participants.0.firstName is unknown',
		],
	])('%s is refused', async (_case, change, message) => {
		const { client } = await asExpert(sandbox());
		const answer = await client.post(RESERVE, { ...reservation, ...change });
		expect(refusal(answer)).toEqual({ status: 400, message: expect.stringMatching(message) });
	});

	test('moments with an offset mean the same instant', async () => {
		const { client } = await asExpert(sandbox());
		const { data } = await client.post(RESERVE, {
			...reservation,
			access_link_not_before: '2026-08-27T13:00:00+0200',
			access_link_valid_until: '2026-08-27T15:00:00+02:00',
		});
		await sandbox().control.setClock('2026-08-27T11:00:30Z');
		expect((await http.get(data.moderator.link)).status).toBe(200);
	});

	test('invitations go out unless they are suppressed', async () => {
		const { client } = await asExpert(sandbox());
		await client.post(`${RESERVE}?supressMails=true`, reservation);
		expect(await sandbox().control.flexperto.mails()).toEqual([]);

		const { data } = await client.post(`${RESERVE}?supressMails=false`, reservation);
		expect(await sandbox().control.flexperto.mails()).toMatchObject([
			{
				kind: 'meeting invitation',
				to: 'john.doe@example.invalid',
				link: data.participants[0].link,
			},
		]);
	});
});

describe('join links', () => {
	test('work within the window only, without any key', async () => {
		const { client } = await asExpert(sandbox());
		const { data } = await client.post(RESERVE, reservation);
		const { link } = data.participants[0];
		const openAt = async (moment: string) => {
			await sandbox().control.setClock(moment, { frozen: true });
			const { status, data: text } = await http.get(link);
			return { status, text };
		};

		expect(await openAt('2026-08-27T10:59:59.999Z')).toEqual({
			status: 403,
			text: expect.stringContaining('not valid before'),
		});
		expect(await openAt('2026-08-27T11:00:00Z')).toEqual({
			status: 200,
			text: expect.stringContaining('John Doe'),
		});
		expect((await openAt('2026-08-27T13:00:00Z')).status).toBe(200);
		expect(await openAt('2026-08-27T13:00:00.001Z')).toEqual({
			status: 403,
			text: expect.stringContaining('valid until'),
		});
	});

	test('tell who opens them', async () => {
		const { expert, client } = await asExpert(sandbox());
		const { data } = await client.post(RESERVE, { ...reservation, participants: [{}] });
		await sandbox().control.setClock('2026-08-27T12:00:00Z');

		const moderator = await http.get(data.moderator.link);
		expect(moderator.data).toContain(`${expert.firstName} ${expert.lastName}, the moderator`);
		const guest = await http.get(data.participants[0].link);
		expect(guest.data).toContain('a guest, a participant');
	});

	test('nobody can make up a link', async () => {
		const { client } = await asExpert(sandbox());
		const { data } = await client.post(RESERVE, reservation);
		expect((await http.get(`${data.moderator.link}x`)).status).toBe(404);
		expect((await api(sandbox()).get('/join/xyz')).status).toBe(404);
	});
});
