import { api, http, newUser, refusal, USERS, useSandbox } from './harness';

const sandbox = useSandbox();

describe('finding a user', () => {
	test('by role and e-mail, with the role in lower case', async () => {
		const client = api(sandbox());
		await client.post(USERS, newUser);
		await sandbox().control.flexperto.createUser();

		const { data } = await client.get(USERS, {
			params: { limit: 1, role: 'expert', email: newUser.email },
		});
		expect(data).toEqual({
			items: [
				{
					id: expect.any(Number),
					salutation: 'MR',
					firstName: 'Max',
					lastName: 'Mustermann',
					email: newUser.email,
					roles: ['EXPERT'],
				},
			],
			count: 1,
			limit: 1,
			offset: 0,
			total: 1,
		});
		const customers = await client.get(USERS, {
			params: { role: 'customer', email: newUser.email },
		});
		expect(customers.data).toMatchObject({ items: [], count: 0, total: 0 });
	});

	test('an upper-case role in the query is refused', async () => {
		const answer = await api(sandbox()).get(USERS, { params: { role: 'EXPERT' } });
		expect(refusal(answer)).toEqual({
			status: 400,
			message: 'role must be one of expert, customer, admin',
		});
	});

	test('a plus sign in an e-mail has to be encoded', async () => {
		const email = 'max+work@example.invalid';
		await sandbox().control.flexperto.createUser({ email });
		const total = async (query: string) =>
			(await api(sandbox()).get(`${USERS}?${query}`)).data.total;

		expect(await total(`email=${encodeURIComponent(email)}`)).toBe(1);
		expect(await total(`email=${email}`)).toBe(0);
	});

	test('pages have 20 users unless a limit is given, and never more than 100', async () => {
		await sandbox().control.flexperto.createUsers(250);
		const list = async (params: object) =>
			(await api(sandbox()).get(USERS, { params: { role: 'expert', ...params } })).data;

		const first = await list({});
		expect(first).toMatchObject({ count: 20, limit: 20, offset: 0, total: 250 });
		const last = await list({ limit: 100, offset: 200 });
		expect(last).toMatchObject({ count: 50, limit: 100, offset: 200, total: 250 });
		expect(last.items[0].id).toBe(first.items[0].id + 200);
		expect(await list({ limit: 500 })).toMatchObject({ count: 100, limit: 100 });
		expect(await list({ offset: 250 })).toMatchObject({ items: [], count: 0, total: 250 });
	});

	test.each(['limit=-1', 'limit=ten', 'offset=1.5', 'limit=1&limit=2'])(
		'the paging %s is refused',
		async (query) => {
			expect((await api(sandbox()).get(`${USERS}?${query}`)).status).toBe(400);
		},
	);
});

describe('creating a user', () => {
	test('answers with the user and its id, never with the password', async () => {
		const { status, data } = await api(sandbox()).post(`${USERS}?supressMails=true`, newUser);
		const { password, ...shown } = newUser;
		expect(status).toBe(201);
		expect(data).toEqual({ id: 2, ...shown });
		expect(JSON.stringify(data)).not.toContain(password);
	});

	test('the e-mail is the unique key, whatever its case', async () => {
		const client = api(sandbox());
		await client.post(USERS, newUser);
		const again = await client.post(USERS, { ...newUser, email: newUser.email.toUpperCase() });
		expect(refusal(again)).toEqual({ status: 409, message: expect.stringMatching(/exists/) });
		expect((await client.get(USERS)).data.total).toBe(2);
	});

	test.each([
		['a missing e-mail', { email: undefined }, 'email is required'],
		['a missing password', { password: undefined }, 'password is required'],
		['a lower-case role', { roles: ['expert'] }, /^roles\.0 must be one of EXPERT/],
		['a role that is no list', { roles: 'EXPERT' }, 'roles must be array'],
		['an unknown field', { firstname: 'Max' }, 'firstname is unknown'],
		['a number as name', { firstName: 5 }, 'firstName must be string'],
		['something that is no e-mail', { email: 'max' }, /^email must match format/],
	])('%s is refused', async (_case, change, message) => {
		const answer = await api(sandbox()).post(USERS, { ...newUser, ...change });
		expect(refusal(answer)).toEqual({ status: 400, message: expect.stringMatching(message) });
	});
});

describe('confirming an e-mail', () => {
	test('makes the account usable, with or without a body, and may be repeated', async () => {
		const client = api(sandbox());
		const { data: user } = await client.post(USERS, newUser);
		const confirmed = async () =>
			(await sandbox().control.flexperto.users()).find(({ id }) => id === user.id)?.confirmed;
		expect(await confirmed()).toBe(false);

		const confirm = `${USERS}/${user.id}/confirm?supressMails=true`;
		expect(await client.post(confirm)).toMatchObject({ status: 200, data: user });
		expect(await confirmed()).toBe(true);
		expect((await client.post(confirm, newUser)).status).toBe(200);
		expect(refusal(await client.post(confirm, { nickname: 'Maxi' }))).toEqual({
			status: 400,
			message: 'nickname is unknown',
		});
	});

	test('an unknown user is not found', async () => {
		for (const id of ['99', '%201', '0x1', '1.0', '1e0']) {
			expect((await api(sandbox()).post(`${USERS}/${id}/confirm`)).status).toBe(404);
		}
	});
});

describe('supressMails', () => {
	test('true sends nothing', async () => {
		const client = api(sandbox());
		const { data } = await client.post(`${USERS}?supressMails=true`, newUser);
		await client.post(`${USERS}/${data.id}/confirm?supressMails=true`);
		expect(await sandbox().control.flexperto.mails()).toEqual([]);
	});

	test.each(['', '?supressMails=false'])('"%s" sends the mails', async (query) => {
		const client = api(sandbox());
		const { data } = await client.post(`${USERS}${query}`, newUser);
		await client.post(`${USERS}/${data.id}/confirm${query}`);
		expect(await sandbox().control.flexperto.mails()).toMatchObject([
			{ kind: 'email confirmation', to: newUser.email },
			{ kind: 'welcome', to: newUser.email },
		]);
	});

	test('the link in the confirmation mail confirms the account', async () => {
		const { flexperto } = sandbox().control;
		await api(sandbox()).post(USERS, newUser);
		const [mail] = await flexperto.mails();
		expect((await http.get(mail?.link ?? '')).status).toBe(200);
		expect((await flexperto.users()).find(({ email }) => email === newUser.email)).toMatchObject({
			confirmed: true,
		});
	});

	test('the correct English spelling is unknown to the vendor, and only true or false will do', async () => {
		const client = api(sandbox());
		const spelt = await client.post(`${USERS}?suppressMails=true`, newUser);
		expect(refusal(spelt)).toEqual({ status: 400, message: 'suppressMails is unknown' });
		const value = await client.post(`${USERS}?supressMails=1`, newUser);
		expect(refusal(value)).toEqual({
			status: 400,
			message: 'supressMails must be one of true, false',
		});
	});
});
