import fastify from 'fastify';

import type { NodeRunResult } from '../harness/runNode';
import { sentAs, USERS } from './requests';
import { useFlexperto } from './setup';

const flexperto = useFlexperto();

const nathan = {
	email: '={{ $json.email }}',
	firstName: 'Nathan',
	lastName: 'Smith',
	roles: ['EXPERT'],
};
const items = [{ email: 'one@example.com' }, { email: 'two@example.com' }];

/** Everything the user, n8n's database or a log could show of a run. */
const everythingOf = ({ data, logs, items: outputs, error, hints }: NodeRunResult) =>
	JSON.stringify([data, logs, outputs, error, error?.error, hints]);

/** The passwords the vendor got, in the order of the requests. */
async function receivedPasswords(): Promise<string[]> {
	const requests = await flexperto().control.requests({ method: 'POST', path: USERS });
	return requests.map((request) => sentAs(request, 'password'));
}

describe.each(['user.create', 'user.provision'] as const)('%s without a password', (operation) => {
	it('sends a strong one that differs for each user and is found nowhere', async () => {
		const { run } = flexperto();
		const result = await run(operation, { inputs: nathan, items });
		expect(result.json).toHaveLength(2);
		const passwords = await receivedPasswords();
		expect(new Set(passwords).size).toBe(2);
		for (const password of passwords) {
			expect(password.length).toBeGreaterThanOrEqual(32);
			for (const kind of [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9]/]) {
				expect(password).toMatch(kind);
			}
			expect(everythingOf(result).includes(password)).toBe(false);
		}
	});

	it('shows it nowhere when the connection breaks', async () => {
		const { run, control } = flexperto();
		await control.fault({ kind: 'reset', method: 'POST', path: USERS });
		const result = await run(operation, { inputs: nathan, items: [{ email: 'one@example.com' }] });
		expect(result.error?.message).toBe('Flexperto closed the connection too early [item 0]');
		const [password = ''] = await receivedPasswords();
		expect(password).not.toBe('');
		expect(everythingOf(result).includes(password)).toBe(false);
	});
});

describe.each(['user.create', 'user.provision'] as const)(
	'%s of a vendor that echoes',
	(operation) => {
		const passwords: string[] = [];
		let status = 201;
		let padding = '';
		const vendor = fastify();
		vendor.get(USERS, async () => ({ items: [], count: 0, offset: 0, limit: 100, total: 0 }));
		vendor.post<{ Body: { password: string } }>(USERS, async ({ body }, reply) => {
			passwords.push(body.password);
			const message = `${padding}The password ${body.password} is not good enough`;
			return await reply.code(status).send(status === 201 ? { id: 7, ...body } : { message });
		});
		vendor.post(`${USERS}/:id/confirm`, async () => ({}));
		afterAll(async () => await vendor.close());
		beforeAll(async () => await vendor.listen({ host: '127.0.0.1', port: 0 }));
		beforeEach(() => {
			passwords.splice(0);
			padding = '';
		});

		const runThere = async (additionalFields = {}, continueOnFail = false) => {
			const { run, credential } = flexperto();
			const baseUrl = vendor.listeningOrigin;
			return await run(operation, {
				inputs: { ...nathan, additionalFields },
				items: [{ email: 'one@example.com' }],
				credentials: { flexpertoApi: { ...credential, baseUrl } },
				continueOnFail,
			});
		};

		it('does not output the password', async () => {
			status = 201;
			const result = await runThere();
			const [password = ''] = passwords;
			expect(result.json).toMatchObject([{ id: 7, email: 'one@example.com' }]);
			expect(everythingOf(result).includes(password)).toBe(false);
		});

		it.each([false, true])(
			'shows the vendor’s reason without the generated password (Continue On Fail: %s)',
			async (continueOnFail) => {
				status = 422;
				const result = await runThere({}, continueOnFail);
				const [password = ''] = passwords;
				expect(password).not.toBe('');
				expect(everythingOf(result).includes('is not good enough')).toBe(true);
				expect(everythingOf(result).includes(password)).toBe(false);
			},
		);

		it('shows no beginning of the password where a long reason is cut', async () => {
			status = 422;
			padding = '. '.repeat(135);
			const result = await runThere();
			const [password = ''] = passwords;
			expect(result.error?.message).toContain('. . The password');
			expect(everythingOf(result).includes(password.slice(0, 8))).toBe(false);
		});

		it('shows the vendor’s reason without the password the user gave', async () => {
			status = 422;
			const { error } = await runThere({ password: 'given-Passw0rd!' });
			expect(passwords).toEqual(['given-Passw0rd!']);
			expect(error?.message).toContain('is not good enough');
			expect(`${error?.message} ${error?.description}`).not.toContain('given-Passw0rd!');
		});
	},
);

it('leaves the path of the request whole, from which a short password could be read off', async () => {
	const { run, control, sandbox } = flexperto();
	await control.fault({ kind: 'status', status: 422, body: { message: 'No' }, path: USERS });
	const additionalFields = { password: 'users' };
	const { error } = await run('user.create', { inputs: { ...nathan, additionalFields }, items });
	expect(error?.description).toContain(`POST ${sandbox.flexperto.baseUrl}${USERS}: HTTP 422.`);
});

it('sends a password that the user gives as it is', async () => {
	const { run } = flexperto();
	const additionalFields = { password: 'pa"ss wörd\\{{}}' };
	await run('user.provision', { inputs: { ...nathan, additionalFields }, items });
	expect(await receivedPasswords()).toEqual([additionalFields.password, additionalFields.password]);
});
