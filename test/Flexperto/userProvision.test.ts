import { received, USERS } from './requests';
import { useFlexperto } from './setup';
import { secondOfTwoItemsFails } from './twoItems';

const flexperto = useFlexperto();

const nathan = {
	email: 'nathan@example.com',
	firstName: 'Nathan',
	lastName: 'Smith',
	roles: ['EXPERT'],
};
const list = `GET ${USERS}?email=nathan%40example.com&role=expert&limit=100&offset=0`;
const listAnyRole = `GET ${USERS}?email=nathan%40example.com&limit=100&offset=0`;
const create = `POST ${USERS}?supressMails=true`;

/** The requests so far, without their bodies. */
const asked = async () =>
	received(await flexperto().control.requests()).map(({ request }) => request);

const accountsOfNathan = async () =>
	(await flexperto().vendor.users()).filter(({ email }) => email === nathan.email);

secondOfTwoItemsFails('user.provision', flexperto, async ({ vendor, sandbox }) => {
	const { apiKey } = sandbox.flexperto;
	const customer = await vendor.createUser({ email: 'c@example.com', roles: ['CUSTOMER'] });
	const created = customer.id + 1;
	const person = { firstName: 'Nathan', lastName: 'Smith', roles: ['EXPERT'], password: 'pssst' };
	const ofCustomer = list.replace('nathan', 'c');
	return {
		inputs: {
			...nathan,
			email: '={{ $json.email }}',
			additionalFields: { password: 'pssst', salutation: 'MR' },
		},
		items: [{ email: nathan.email }, { email: customer.email }],
		outputs: [{ ...nathan, id: created, salutation: 'MR', created: true }],
		error: {
			message: 'The account of c@example.com exists without the role EXPERT',
			description: 'Give the account the role in Flexperto, or leave the role out here.',
		},
		requests: [
			{ request: list, apiKey },
			{ request: create, apiKey, body: { ...person, salutation: 'MR', email: nathan.email } },
			{ request: `POST ${USERS}/${created}/confirm?supressMails=true`, apiKey },
			{ request: ofCustomer, apiKey },
			{ request: create, apiKey, body: { ...person, salutation: 'MR', email: customer.email } },
			{ request: ofCustomer.replace('&role=expert', ''), apiKey },
		],
	};
});

it('creates and confirms an account once, and finds it the second time', async () => {
	const { run, vendor } = flexperto();
	const first = await run('user.provision', { inputs: nathan });
	const second = await run('user.provision', { inputs: nathan });
	const [account, ...more] = await accountsOfNathan();
	expect(more).toEqual([]);
	expect(account).toMatchObject({ confirmed: true });
	expect(first.json).toEqual([{ ...nathan, id: account?.id, created: true }]);
	expect(second.json).toEqual([{ ...nathan, id: account?.id, created: false }]);
	expect(await vendor.mails()).toEqual([]);
});

it('finds an account whose address is written in another case', async () => {
	const { run, vendor } = flexperto();
	const { id } = await vendor.createUser({ email: 'Nathan@Example.com' });
	const { json } = await run('user.provision', { inputs: nathan });
	expect(json).toMatchObject([{ id, email: 'Nathan@Example.com', created: false }]);
});

it('takes nobody else for the user when the vendor finds more than the address', async () => {
	const { run, vendor, control } = flexperto();
	const other = await vendor.createUser({ email: 'old.nathan@example.com' });
	const body = { items: [other], count: 1, offset: 0, limit: 100, total: 1 };
	await control.fault({ kind: 'status', status: 200, body, method: 'GET', path: USERS });
	const { json } = await run('user.provision', { inputs: nathan });
	expect(json).toMatchObject([{ email: nathan.email, created: true }]);
});

it('confirms an account that an earlier run created and could not confirm', async () => {
	const { run, control } = flexperto();
	await control.fault({ kind: 'status', status: 500, path: '*/confirm' });
	const { error } = await run('user.provision', { inputs: nathan });
	const [{ id } = { id: 0 }] = await accountsOfNathan();
	expect(error?.description).toContain(`Done before: user ${id} was created.`);
	expect(await accountsOfNathan()).toMatchObject([{ confirmed: false }]);

	const again = await run('user.provision', { inputs: nathan });
	expect(again.json).toMatchObject([{ id, created: false }]);
	expect(await accountsOfNathan()).toMatchObject([{ confirmed: true }]);
});

describe('when another run creates the account between look-up and creation', () => {
	it('gives the account of the other run', async () => {
		const { run, vendor, control } = flexperto();
		const { id } = await vendor.createUser({ email: nathan.email });
		const absent = { items: [], count: 0, offset: 0, limit: 100, total: 0 };
		await control.fault({ kind: 'status', status: 200, body: absent, method: 'GET' });
		const { json } = await run('user.provision', { inputs: nathan });
		expect(json).toMatchObject([{ id, created: false }]);
		expect(await asked()).toEqual([
			list,
			create,
			listAnyRole,
			`POST ${USERS}/${id}/confirm?supressMails=true`,
		]);
	});

	it('leaves one account when two executions really race', async () => {
		const { run, control } = flexperto();
		// Both look the account up before either creates it.
		await control.fault({ kind: 'delay', ms: 500, method: 'POST', path: USERS, times: 2 });
		const runs = await Promise.all([1, 2].map(() => run('user.provision', { inputs: nathan })));
		const [{ id } = { id: 0 }, ...more] = await accountsOfNathan();
		expect(more).toEqual([]);
		const outputs = runs.flatMap(({ json }) => json);
		expect(outputs.map((output) => output.id)).toEqual([id, id]);
		expect(outputs.map(({ created }) => created).sort()).toEqual([false, true]);
		const attempts = await control.requests({ method: 'POST', path: USERS });
		expect(attempts.map(({ status }) => status).sort()).toEqual([201, 409]);
	});
});

it('says so when an account cannot be created and is not shown either', async () => {
	const { run, control } = flexperto();
	await control.fault({ kind: 'status', status: 409, body: {}, method: 'POST', path: USERS });
	const { error } = await run('user.provision', { inputs: nathan });
	expect(error).toMatchObject({
		message: 'Flexperto has an account of nathan@example.com, but does not show it [item 0]',
		description: 'Look for the account in Flexperto; it may belong to another tenant.',
	});
});

it('does not confirm when the user turns that off', async () => {
	const { run } = flexperto();
	await run('user.provision', { inputs: { ...nathan, additionalFields: { confirm: false } } });
	expect(await asked()).toEqual([list, create]);
	expect(await accountsOfNathan()).toMatchObject([{ confirmed: false }]);
});

it('takes an address that is confirmed already (409) as done', async () => {
	const { run, control } = flexperto();
	await control.fault({ kind: 'status', status: 409, path: '*/confirm' });
	const { json } = await run('user.provision', { inputs: nathan });
	expect(json).toMatchObject([{ email: nathan.email, created: true }]);
});

it('acts as the given user in every request, and suppresses no e-mails when told so', async () => {
	const { run, control, vendor } = flexperto();
	const { id } = await vendor.createUser({ roles: ['ADMIN'] });
	const options = { actingUserId: `${id}`, suppressEmails: false };
	await run('user.provision', { inputs: { ...nathan, options } });
	const requests = received(await control.requests());
	expect(requests.map(({ actingUserId }) => actingUserId)).toEqual([`${id}`, `${id}`, `${id}`]);
	expect((await vendor.mails()).map(({ kind }) => kind)).toEqual(['email confirmation', 'welcome']);
});

it('takes a new account for what was asked, where the vendor answers with its ID alone', async () => {
	const { run, control, vendor } = flexperto();
	const { id } = await vendor.createUser({ email: 'made.by.the.vendor@example.com' });
	const answer = { kind: 'status', status: 201, body: { id } } as const;
	await control.fault({ ...answer, method: 'POST', path: USERS });
	const { json } = await run('user.provision', { inputs: nathan });
	expect(json).toEqual([{ id, created: true }]);
});

it('tells of no user it cannot name when the vendor answers with something else than a user', async () => {
	const { run, control } = flexperto();
	const answer = { kind: 'status', status: 201, body: { name: 'x' } } as const;
	await control.fault({ ...answer, method: 'POST', path: '*/users/users' });
	const { error } = await run('user.provision', { inputs: nathan });
	expect(error).toMatchObject({
		message: 'Flexperto has an account of nathan@example.com, but does not show it [item 0]',
		description:
			'Look for the account in Flexperto; it may belong to another tenant. Done before: the user was created.',
	});
});
