import type { INodeParameters } from 'n8n-workflow';

import { failure, received } from './requests';
import { useApizee } from './setup';

const apizee = useApizee();

const day = { since: '2023-07-13', until: '2023-07-14' };

const OPERATIONS = [
	['ticket.getMedia', { ticketId: '663614' }, 'tickets/663614/medias?limit=50&offset=0'],
	['ticket.getStatistics', day, 'tickets-stats?format=JSON&since=2023-07-13&until=2023-07-14'],
] as const;

let used = 0;

/** A credential that nobody has used yet, so that nothing is known of its enterprise. */
const unused = (user = apizee().access.agent) => {
	const { apizeeApi } = apizee().credentials;
	const { username, password } = user;
	return { apizeeApi: { ...apizeeApi, username, password, webhookSecret: `unused ${++used}` } };
};

describe.each(OPERATIONS)('the enterprise of %s', (name, inputs, path) => {
	const run = async (
		credentials = unused(),
		{ items = 1, options = {} }: { items?: number; options?: INodeParameters } = {},
	) =>
		await apizee().run(name, {
			inputs: { ...inputs, options: { maxRetries: 0, ...options } },
			items: Array.from({ length: items }, () => ({})),
			credentials,
		});
	const requests = async () => received(await apizee().control.requests());

	it.each(['object', 'number'] as const)(
		'is that of the user, whom the vendor tells as %s',
		async (enterpriseOfUser) => {
			await apizee().vendor.setSettings({ enterpriseOfUser });
			const { error } = await run();
			expect(error).toBeUndefined();
			expect(await requests()).toEqual(['GET users/me', `GET enterprises/1/${path}`]);
		},
	);

	it.each([
		['a plain number', { enterprise: 1 }],
		['a text', { enterprise_id: '1' }],
		['a number in other letters', { enterpriseId: 1 }],
		['a record with a text', { enterprise: { id: '1' } }],
	])('may be told as %s', async (_, body) => {
		await apizee().control.fault({ kind: 'status', status: 200, path: '*/users/me', body });
		await run();
		expect(await requests()).toEqual(['GET users/me', `GET enterprises/1/${path}`]);
	});

	it('is looked up once for all items and for the runs that follow', async () => {
		const credentials = unused();
		const { status } = await run(credentials, { items: 6 });
		expect(status).toBe('success');
		await Promise.all([run(credentials), run(credentials)]);
		const me = (await requests()).filter((request) => request === 'GET users/me');
		expect(me).toHaveLength(1);
		expect(await requests()).toHaveLength(9);
	});

	it('is not mistaken for that of another user', async () => {
		const { access } = apizee();
		await run();
		const { error } = await run(unused(access.foreignAgent));
		const [, , me, ofForeign] = await requests();
		expect([me, ofForeign]).toEqual(['GET users/me', `GET enterprises/2/${path}`]);
		// The ticket of the first user is none of the other's.
		expect(error?.httpCode).toBe(name === 'ticket.getMedia' ? '403' : undefined);
	});

	it.each(['1', 1, ' 1 '])('is not looked up when it is given as %j', async (enterpriseId) => {
		const { error } = await run(unused(), { options: { enterpriseId } });
		expect(error).toBeUndefined();
		expect(await requests()).toEqual([`GET enterprises/1/${path}`]);
	});

	it('is refused by the vendor when it is another one', async () => {
		const { error } = await run(unused(), { options: { enterpriseId: '2' } });
		const [asked = ''] = path.split('?');
		const { message, description } = failure(
			apizee().access.baseUrl,
			403,
			`GET enterprises/2/${asked}`,
			'Enterprise 2 is not yours.',
		);
		expect(error).toMatchObject({ message: `${message} [item 0]`, description });
	});

	it.each([{}, { enterprise: null }, { enterprise: {} }, { enterprise_id: '' }])(
		'has to be entered when the vendor answers %j about the user',
		async (body) => {
			const credentials = unused();
			const { control } = apizee();
			await control.fault({ kind: 'status', status: 200, path: '*/users/me', body });
			const { error } = await run(credentials);
			expect(error).toMatchObject({
				message: 'Apizee does not tell to which enterprise the user belongs [item 0]',
				description:
					'Enter it under Options > Enterprise ID; instead of picking an agent, enter the login itself.',
			});
			expect(await requests()).toEqual(['GET users/me']);
			// A failure is not remembered.
			expect((await run(credentials)).error).toBeUndefined();
		},
	);

	it('that cannot be looked up is the failure of each item', async () => {
		await apizee().control.fault({ kind: 'status', status: 403, path: '*/users/me', times: 9 });
		const { error } = await run(unused(), { items: 2 });
		const { message, description } = failure(apizee().access.baseUrl, 403, 'GET users/me');
		expect(error).toMatchObject({ message: `${message} [item 0]`, description });
	});
});
