import { useFlexperto } from './setup';
import { received, USERS } from './requests';
import { secondOfTwoItemsFails } from './twoItems';

const flexperto = useFlexperto();

const nathan = {
	email: 'nathan@example.com',
	firstName: 'Nathan',
	lastName: 'Smith',
	roles: ['EXPERT'],
};

secondOfTwoItemsFails('user.getAll', flexperto, async ({ vendor, sandbox: { flexperto } }) => {
	const { apiKey, baseUrl } = flexperto;
	const { email, firstName, lastName } = nathan;
	const { id } = await vendor.createUser({ email, firstName, lastName, salutation: 'MRS' });
	return {
		inputs: {
			limit: 5,
			filters: { email: nathan.email, role: 'EXPERT' },
			options: { actingUserId: '={{ $json.actingUserId }}' },
		},
		items: [{ actingUserId: '1' }, { actingUserId: '999' }],
		outputs: [{ id, salutation: 'MRS', ...nathan }],
		error: {
			message:
				'Flexperto does not allow this with the API key: x-user-id 999: no such user on this tenant.',
			description: `Use the key of an administrator, and check "Act as User". GET ${baseUrl}${USERS}: HTTP 403.`,
		},
		requests: ['1', '999'].map((actingUserId) => ({
			request: `GET ${USERS}?email=nathan%40example.com&role=expert&limit=5&offset=0`,
			apiKey,
			actingUserId,
		})),
	};
});

secondOfTwoItemsFails('user.create', flexperto, async ({ vendor, sandbox: { flexperto } }) => {
	const { apiKey, baseUrl } = flexperto;
	const taken = await vendor.createUser({ email: 'taken@example.com' });
	const body = {
		salutation: 'MR',
		firstName: 'Nathan',
		lastName: 'Smith',
		password: 'pssst',
		roles: ['EXPERT', 'ADMIN'],
	};
	const request = `POST ${USERS}?supressMails=true`;
	return {
		inputs: {
			...nathan,
			email: '={{ $json.email }}',
			roles: ['EXPERT', 'ADMIN'],
			additionalFields: { salutation: 'MR', password: 'pssst' },
		},
		items: [{ email: nathan.email }, { email: taken.email }],
		outputs: [{ ...nathan, id: taken.id + 1, salutation: 'MR', roles: ['EXPERT', 'ADMIN'] }],
		error: {
			message:
				'Flexperto reports a conflict: An account with the e-mail taken@example.com exists already.',
			description: `Look at the current state before trying again. POST ${baseUrl}${USERS}: HTTP 409.`,
		},
		requests: [
			{ request, apiKey, body: { ...body, email: nathan.email } },
			{ request, apiKey, body: { ...body, email: taken.email } },
		],
	};
});

secondOfTwoItemsFails('user.confirmEmail', flexperto, async ({ vendor, sandbox }) => {
	const { apiKey, baseUrl } = sandbox.flexperto;
	const { id } = await vendor.createUser({ confirmed: false });
	return {
		inputs: { userId: '={{ $json.userId }}', options: { suppressEmails: false } },
		items: [{ userId: id }, { userId: 999 }],
		outputs: [{ success: true, userId: String(id) }],
		error: {
			message: 'Flexperto does not know what was asked for: No user 999.',
			description: `Check the IDs of this item. POST ${baseUrl}${USERS}/999/confirm: HTTP 404.`,
		},
		requests: [
			{ request: `POST ${USERS}/${id}/confirm?supressMails=false`, apiKey },
			{ request: `POST ${USERS}/999/confirm?supressMails=false`, apiKey },
		],
	};
});

it('confirms the e-mail address of an account', async () => {
	const { run, vendor } = flexperto();
	const { id } = await vendor.createUser({ confirmed: false });
	await run('user.confirmEmail', {
		inputs: { userId: { __rl: true, mode: 'id', value: `${id}` } },
	});
	expect(await vendor.users()).toContainEqual(expect.objectContaining({ id, confirmed: true }));
});

describe('e-mails about a new account', () => {
	it('are suppressed unless the user turns that off', async () => {
		const { run, vendor } = flexperto();
		await run('user.create', { inputs: nathan });
		expect(await vendor.mails()).toEqual([]);
	});

	it('are sent when the user wants them, for the account and for its confirmation', async () => {
		const { run, vendor } = flexperto();
		const options = { suppressEmails: false };
		const { json } = await run('user.create', { inputs: { ...nathan, options } });
		await run('user.confirmEmail', { inputs: { userId: `${json[0]?.id}`, options } });
		expect((await vendor.mails()).map(({ kind, to }) => [kind, to])).toEqual([
			['email confirmation', nathan.email],
			['welcome', nathan.email],
		]);
	});
});

it.each([
	['email', 'nathan', '"Email" is not an e-mail address', 'Enter one such as nathan@example.com.'],
	['firstName', ' ', '"First Name" is empty', 'Enter a value or map one to it.'],
	['lastName', ['Smith'], '"Last Name" must be text', expect.stringContaining('Map a single text')],
	['roles', ['boss'], '"Roles" contains "boss"', 'Use one or more of: ADMIN, CUSTOMER, EXPERT.'],
	['roles', '={{ [] }}', '"Roles" is empty', 'Use one or more of: ADMIN, CUSTOMER, EXPERT.'],
])(
	'refuses a new account whose %s is %j before anything is sent',
	async (field, value, message, description) => {
		const { run, control } = flexperto();
		const { error } = await run('user.create', { inputs: { ...nathan, [field]: value } });
		expect(error).toMatchObject({ message: `${message} [item 0]`, description, itemIndex: 0 });
		expect(await control.requests()).toEqual([]);
	},
);

it('leaves out what the user leaves empty, and acts as the user that is given', async () => {
	const { run, control, vendor, sandbox } = flexperto();
	const administrator = await vendor.createUser({ roles: ['ADMIN'] });
	const inputs = {
		...nathan,
		roles: 'expert, customer',
		additionalFields: { salutation: '' },
		options: { actingUserId: { __rl: true, mode: 'list', value: `${administrator.id}` } },
	};
	await run('user.create', { inputs });
	const requests = await control.requests();
	expect(received(requests)).toEqual([
		{
			request: `POST ${USERS}?supressMails=true`,
			apiKey: sandbox.flexperto.apiKey,
			actingUserId: `${administrator.id}`,
			body: { ...nathan, roles: ['EXPERT', 'CUSTOMER'], password: expect.any(String) },
		},
	]);
	const headers = { accept: 'application/json', 'content-type': 'application/json' };
	expect(requests).toMatchObject([{ headers }]);
});
