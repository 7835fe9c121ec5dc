import type { INodeParameters } from 'n8n-workflow';

import { people } from './createOrGet';
import { openSession } from './openSession';
import { authorizations } from './requests';
import { useApizee } from './setup';

const apizee = useApizee();

const changes = { customParameters: { values: [{ name: 'subject', value: 'x' }] } };
const enterprise = { enterpriseId: '1' };

/** Every operation, and the path of the request that fails. */
const OPERATIONS: Array<[`ticket.${string}`, string, INodeParameters]> = [
	['ticket.create', '/api/tickets', { ...people, additionalFields: { ssoLink: true } }],
	['ticket.createOrGet', '/api/tickets', { ...people, reference: 'CASE-1' }],
	['ticket.get', '/api/tickets/*', { ticketId: '82070' }],
	['ticket.update', '/api/tickets/*', { ticketId: '82070', updateFields: changes }],
	['ticket.delete', '/api/tickets/*', { ticketId: '82070' }],
	['ticket.getAll', '/api/tickets', {}],
	['ticket.getMedia', '*/medias', { ticketId: '663614', options: enterprise }],
	[
		'ticket.getStatistics',
		'*/tickets-stats',
		{ since: '2023-07-13', until: '2023-07-14', options: enterprise },
	],
];

const SSO = 'eyJ0eXAiOiJKV1QifQ.eyJzc28iOnRydWV9.L4_xNKE4JdyStm';

/** A vendor that repeats everything it should not in its words. */
const talkative = (...secrets: string[]) => ({
	error: `no: ${secrets.join(', ')}; see https://cloud.apizee.com?access_token=${SSO} and https://diag.apizee.com?convId=88a2&pwd=798042.`,
});

describe.each(OPERATIONS)('when %s fails', (name, path, inputs) => {
	it.each([false, true])(
		'the user sees neither password nor token nor link (Continue On Fail: %s)',
		async (continueOnFail) => {
			const { run, control, vendor, access } = apizee();
			await openSession(apizee());
			const { password } = access.agent;
			const token = (await vendor.tokens()).at(-1)?.token ?? '';
			const body = talkative(password, token);
			await control.fault({ kind: 'status', status: 422, path, body, times: 'always' });
			const result = await run(name, { inputs, items: [{}, {}], continueOnFail });
			const shown =
				'no: ***, ***; see https://cloud.apizee.com?*** and https://diag.apizee.com?***';
			const message = `Apizee did not accept the request: ${shown}`;
			const messages = continueOnFail
				? result.json.map(({ error }) => error)
				: [result.error?.message];
			const expected = [`${message} [item 0]`, `${message} [item 1]`];
			expect(messages).toEqual(continueOnFail ? expected : expected.slice(0, 1));
			expect(authorizations(await control.requests())).toEqual([`Bearer ${token}`]);
			const kept = JSON.stringify([result.data, result.logs, result.error]);
			for (const secret of [password, token, SSO, '798042']) expect(kept).not.toContain(secret);
		},
	);

	it('the user does not see the pasted token either', async () => {
		const { run, control, access, credentials } = apizee();
		const { token } = access.agent;
		await control.fault({ kind: 'status', status: 422, path, body: talkative(token) });
		const apizeeApi = {
			...credentials.apizeeApi,
			authentication: 'token',
			accessToken: token,
			username: '',
			password: '',
		};
		const result = await run(name, { inputs, credentials: { apizeeApi } });
		expect(result.error?.message).toMatch(/^Apizee did not accept the request: no: \*\*\*; see /);
		expect(authorizations(await control.requests())).toEqual([`Bearer ${token}`]);
		const kept = JSON.stringify([result.data, result.logs, result.error]);
		for (const secret of [token, SSO, '798042']) expect(kept).not.toContain(secret);
	});
});

it('shows the link that signs in only in the output, for the one who asked for it', async () => {
	const { run } = apizee();
	const inputs = { ...people, reference: '1234', additionalFields: { ssoLink: true } };
	const { json, logs, hints } = await run('ticket.createOrGet', { inputs });
	const [, token = ''] = String(json[0]?.sso_url).split('access_token=');
	expect(token).toMatch(/^eyJ/);
	expect(JSON.stringify([logs, hints])).not.toContain(token);
});

describe('custom parameters of which the name tells that they are secret', () => {
	const values = [
		{ name: 'roomAccessCode', value: 'canary-of-a-code' },
		{ name: 'language', value: 'french' },
	];
	const customParameters = { values };

	it.each<[`${string}.${string}`, INodeParameters]>([
		['ticket.create', { ...people, additionalFields: { customParameters } }],
		['ticket.createOrGet', { ...people, reference: 'A', additionalFields: { customParameters } }],
		['ticket.update', { ticketId: '82070', updateFields: { customParameters } }],
		['conference.create', { participants: 'a@b.example', additionalFields: { customParameters } }],
	])('are not shown when %s fails and the vendor repeats them', async (name, inputs) => {
		const { run, control } = apizee();
		const body = { error: 'No canary-of-a-code in french' };
		for (const method of ['POST', 'PUT']) {
			for (const path of ['/api/tickets*', '/api/conferences']) {
				await control.fault({ kind: 'status', status: 422, method, path, body });
			}
		}
		const { error } = await run(name, { inputs });
		expect(error?.message).toBe('Apizee did not accept the request: No *** in french [item 0]');
	});
});
