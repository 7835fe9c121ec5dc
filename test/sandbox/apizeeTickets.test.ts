import { apizee, error, STAMP, unlimited } from './apizeeHarness';
import { useSandbox } from './harness';

const sandbox = useSandbox();

const order = () => ({ agent: sandbox().apizee.agent.username, phone: '+33612345678' });

async function create(params: object = {}) {
	const client = await unlimited(sandbox());
	return client.post('/tickets', undefined, { params: { ...order(), ...params } });
}

describe('creating a ticket', () => {
	test('answers as the guide shows, and sends the invitation', async () => {
		await sandbox().control.setClock('2026-12-01T12:00:00Z', { frozen: true });
		const { url, fixtures } = sandbox().apizee;
		const params = { invite: 1, reference: '1234', scope: 'sso' };
		const { status, data } = await create(params);
		expect(status).toBe(200);
		expect(data).toEqual({
			id: expect.any(Number),
			state: 'invited',
			reference: '1234',
			created: '2026-12-01T12:00:00+00:00',
			modified: '2026-12-01T12:00:00+00:00',
			start_time: '2026-12-01T12:00:00+00:00',
			end_time: '2026-12-01T12:30:00+00:00',
			subject: null,
			type: '',
			description: null,
			agent: order().agent,
			requestor_url: expect.stringMatching(`^${url}/diag\\?convId=[0-9a-f-]{32}&pwd=\\d{6}$`),
			requestor: { phone: '+33612345678' },
			information_page_url: expect.stringContaining(url),
			service_key: fixtures.ticketServiceKey,
			agent_url: url,
			sso_url: expect.stringMatching(`^${url}\\?access_token=eyJ`),
			status: 'invited',
			name: null,
			button_id: expect.any(Number),
		});
		expect(await sandbox().control.apizee.invitations()).toEqual([
			{
				object: 'ticket',
				objectId: data.id,
				channel: 'sms',
				to: '+33612345678',
				sentAt: '2026-12-01T12:00:00.000Z',
			},
		]);
	});

	test('without an invitation it is new, and nobody hears of it', async () => {
		const { data } = await create({ invite: 0, email: 'a@customer.example,b@customer.example' });
		expect(data).toMatchObject({ state: 'new', reference: null });
		expect(data.requestor).toEqual({
			phone: '+33612345678',
			email: 'a@customer.example,b@customer.example',
		});
		expect(data).not.toHaveProperty('sso_url');
		expect(await sandbox().control.apizee.invitations()).toEqual([]);
	});

	test('several receivers are invited one by one', async () => {
		await create({ invite: 'true', email: 'a@customer.example, b@customer.example' });
		const invitations = await sandbox().control.apizee.invitations();
		expect(invitations.map(({ channel, to }) => `${channel} ${to}`)).toEqual([
			'sms +33612345678',
			'email a@customer.example',
			'email b@customer.example',
		]);
		await sandbox().control.apizee.clearInvitations();
		expect(await sandbox().control.apizee.invitations()).toEqual([]);
	});

	test('the agent may be named by number', async () => {
		const { id, username } = sandbox().apizee.secondAgent;
		expect((await create({ agent: id })).data.agent).toBe(username);
	});

	test('described parameters under guessed names are taken; some are seen', async () => {
		const guesses = {
			name: 'Jane Doe',
			subject: 'Water damage',
			type: 'claim',
			description: 'Kitchen & bath',
			startTime: '2026-12-24T08:00:00Z',
			duration: 45,
			language: 'fr',
			country: 'FR',
		};
		const { data } = await create(guesses);
		expect(data).toMatchObject({
			name: 'Jane Doe',
			subject: 'Water damage',
			type: 'claim',
			description: 'Kitchen & bath',
			start_time: '2026-12-24T08:00:00+00:00',
			end_time: '2026-12-24T08:45:00+00:00',
		});
		const { parameters } = await sandbox().control.apizee.ticket(data.id);
		expect(parameters).toMatchObject({ language: 'fr', country: 'FR', duration: '45' });
	});

	test.each([
		['no agent', { agent: undefined }, 'agent is required'],
		[
			'an unknown agent',
			{ agent: 'x@y.example' },
			'agent x@y.example is not a user of the enterprise',
		],
		['a foreign agent', { agent: 'frida.foreign@apizee.example' }, /not a user of the enterprise/],
		['neither phone nor email', { phone: undefined }, 'email or phone is required'],
		['a national number', { phone: '0612345678' }, /phone 0612345678 is not in international form/],
		['one bad number of two', { phone: '+33612345678,12' }, /phone 12 is not/],
		['a bad address', { email: 'nobody' }, 'email nobody is not an e-mail address'],
		['a strange invite', { invite: 'yes' }, /invite must be one of 1, 0/],
		['another scope', { scope: 'all' }, 'scope must be one of sso'],
		['a duration of nothing', { duration: 0 }, /duration must be from 1/],
		['a start that is no date', { startTime: '2026-13-45' }, /startTime 2026-13-45 is not a date/],
		['an unknown parameter', { colour: 'red' }, 'colour is unknown'],
	])('%s is refused', async (_case, change, message) => {
		const before = (await sandbox().control.apizee.tickets()).length;
		expect(error(await create(change))).toEqual({
			status: 400,
			error: expect.stringMatching(message),
		});
		expect(await sandbox().control.apizee.tickets()).toHaveLength(before);
	});

	test('parameters in a body are refused, even beside those in the query', async () => {
		const client = await unlimited(sandbox());
		const body = { subject: 'Water damage' };
		const refused = { status: 400, error: 'Parameters belong in the query: a body is not read.' };
		expect(error(await client.post('/tickets', order()))).toEqual(refused);
		expect(error(await client.post('/tickets', body, { params: order() }))).toEqual(refused);
		const path = `/tickets/${sandbox().apizee.fixtures.invitedTicketId}`;
		expect(error(await client.put(path, body))).toEqual(refused);
		expect(error(await client.delete(path, { data: body }))).toEqual(refused);
		expect((await client.get('/tickets')).data.total).toBe(2);
		for (const nothing of ['', {}]) {
			expect((await client.post('/tickets', nothing, { params: order() })).status).toBe(200);
		}
	});
});

describe('finding tickets', () => {
	test('by reference, as the guide shows', async () => {
		const { url, fixtures } = sandbox().apizee;
		const { data } = await apizee(sandbox()).get('/tickets', {
			params: {
				orderby: 'date',
				order: 'desc',
				limit: 10,
				reference: fixtures.doneTicketReference,
			},
		});
		expect(data).toEqual({
			total: 1,
			data: [
				{
					id: fixtures.doneTicketId,
					state: 'done',
					reference: 'ref12345678',
					created: '2023-02-22T21:56:34+00:00',
					modified: '2023-02-22T21:56:34+00:00',
					start_time: '2023-02-22T21:56:45+00:00',
					end_time: '2023-02-22T22:12:18+00:00',
					subject: null,
					type: '',
					description: null,
					agent: sandbox().apizee.agent.username,
					requestor_url: expect.stringContaining(url),
					requestor: { phone: '+33612345678' },
					information_page_url: expect.stringContaining(url),
					geoloc: { lat: 48.7, lng: -3.5 },
					service_key: fixtures.ticketServiceKey,
				},
			],
		});
	});

	test('in pages of ten, of at most a hundred, in both orders and both envelopes', async () => {
		await sandbox().control.apizee.addTickets({ count: 250, reference: 'many' });
		const client = await unlimited(sandbox());
		const list = async (params: object, path = '/tickets') =>
			(await client.get(path, { params: { reference: 'many', ...params } })).data;
		const ids = (page: { data: { id: number }[] }) => page.data.map(({ id }) => id);

		const first = await list({});
		expect(ids(first)).toHaveLength(10);
		expect(first.total).toBe(250);
		expect((await list({ limit: 500 })).data).toHaveLength(100);
		expect((await list({ limit: 0 })).data).toHaveLength(1);
		const [oldest] = ids(await list({ order: 'asc', limit: 1 }));
		expect(ids(await list({ offset: 249 }))).toEqual([oldest]);
		expect(ids(await list({ order: 'desc', limit: 1 }))).toEqual([ids(first)[0]]);

		const third = await list({ limit: 100, offset: 200 }, '/v3/tickets');
		expect(Object.keys(third)).toEqual(['data', 'total', 'next_offset']);
		expect(third).toMatchObject({ total: 250, next_offset: null });
		expect(await list({ limit: 100, offset: 100 }, '/v3/tickets')).toMatchObject({
			next_offset: 200,
		});
		expect(await list({ offset: 300 }, '/v3/tickets')).toEqual({
			data: [],
			total: 250,
			next_offset: null,
		});
	});

	test.each([
		'limit=-1',
		'limit=ten',
		'offset=1.5',
		'order=up',
		'orderby=colour',
		'limit=1&limit=2',
	])('%s is refused', async (query) => {
		expect((await apizee(sandbox()).get(`/tickets?${query}`)).status).toBe(400);
	});

	test('one by its number, with a sign-in link if asked for', async () => {
		const { fixtures, url } = sandbox().apizee;
		const client = apizee(sandbox());
		const { data } = await client.get(`/tickets/${fixtures.invitedTicketId}`);
		expect(data).toMatchObject({ id: fixtures.invitedTicketId, state: 'invited', agent_url: url });
		expect(data).not.toHaveProperty('sso_url');
		const withLink = await client.get(`/tickets/${fixtures.invitedTicketId}?scope=sso`);
		expect(withLink.data.sso_url).toContain('access_token=');
	});

	test('not those of another enterprise, and not what is not there', async () => {
		const client = await unlimited(sandbox());
		const { foreignTicketId } = sandbox().apizee.fixtures;
		expect((await client.get('/tickets')).data.total).toBe(2);
		for (const method of ['get', 'put', 'delete'] as const) {
			expect(error(await client[method](`/tickets/${foreignTicketId}`))).toEqual({
				status: 403,
				error: 'The ticket belongs to another enterprise.',
			});
			expect((await client[method]('/tickets/1')).status).toBe(404);
			expect((await client[method]('/tickets/abc')).status).toBe(404);
		}
		const { invitedTicketId: id } = sandbox().apizee.fixtures;
		for (const like of [`%20${id}`, `0x${id.toString(16)}`, `${id}.0`, `${id}e0`, `+${id}`]) {
			expect((await client.get(`/tickets/${like}`)).status).toBe(404);
		}
	});
});

describe('changing a ticket', () => {
	test('what is given changes, the rest stays', async () => {
		const { data: ticket } = await create({ reference: 'before', subject: 'Same', language: 'fr' });
		await sandbox().control.advanceClock({ minutes: 5 });
		const client = await unlimited(sandbox());
		const { status, data } = await client.put(`/tickets/${ticket.id}`, undefined, {
			params: { reference: 'after', email: 'a@customer.example', state: 'open', country: 'DE' },
		});
		expect(status).toBe(200);
		expect(data).toMatchObject({
			reference: 'after',
			subject: 'Same',
			state: 'open',
			status: 'open',
			requestor: { phone: '+33612345678', email: 'a@customer.example' },
			created: ticket.created,
			start_time: ticket.start_time,
			modified: expect.stringMatching(STAMP),
		});
		expect(data.modified > ticket.modified).toBe(true);
		const { parameters } = await sandbox().control.apizee.ticket(ticket.id);
		expect(parameters).toMatchObject({ language: 'fr', country: 'DE' });
	});

	test('a new start keeps the length', async () => {
		const { data: ticket } = await create({ duration: 10 });
		const client = await unlimited(sandbox());
		const { data } = await client.put(`/tickets/${ticket.id}?startTime=2027-01-01T00:00:00Z`);
		expect(data).toMatchObject({
			start_time: '2027-01-01T00:00:00+00:00',
			end_time: '2027-01-01T00:10:00+00:00',
		});
	});

	test('states follow each other only where that makes sense', async () => {
		const { data: ticket } = await create();
		const client = await unlimited(sandbox());
		const move = (state: string) => client.put(`/tickets/${ticket.id}?state=${state}`);
		expect((await move('inprogress')).data.state).toBe('inprogress');
		expect(error(await move('invited'))).toEqual({
			status: 422,
			error: 'A ticket in the state inprogress cannot become invited.',
		});
		expect((await move('done')).data.state).toBe('done');
		expect((await move('closed')).data.state).toBe('closed');
		expect((await move('closed')).status).toBe(200);
		expect((await move('open')).status).toBe(422);
		expect(error(await move('lost')).error).toMatch(/state must be one of new, open/);
	});

	test('done ends it, and nothing after that changes the end', async () => {
		await sandbox().control.setClock('2026-12-01T12:00:00Z', { frozen: true });
		const { data: ticket } = await create();
		expect(ticket.end_time).toBe('2026-12-01T12:30:00+00:00');
		const client = await unlimited(sandbox());
		for (const state of ['done', 'done', 'closed']) {
			await sandbox().control.advanceClock({ minutes: 7 });
			const { data } = await client.put(`/tickets/${ticket.id}?state=${state}`);
			expect(data).toMatchObject({ state, end_time: '2026-12-01T12:07:00+00:00' });
		}
	});

	test('the control API sets any state', async () => {
		const { fixtures } = sandbox().apizee;
		const geoloc = { lat: 1.5, lng: 2.5 };
		await sandbox().control.apizee.setTicketState(fixtures.doneTicketId, 'new', { geoloc });
		const { data } = await apizee(sandbox()).get(`/tickets/${fixtures.doneTicketId}`);
		expect(data).toMatchObject({ state: 'new', geoloc });
	});

	test('a deleted one is gone', async () => {
		const client = await unlimited(sandbox());
		const path = `/tickets/${sandbox().apizee.fixtures.invitedTicketId}`;
		expect(await client.delete(path)).toMatchObject({ status: 204, data: '' });
		expect((await client.get(path)).status).toBe(404);
		expect((await client.delete(path)).status).toBe(404);
	});
});
