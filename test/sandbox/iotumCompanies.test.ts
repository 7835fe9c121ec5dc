import { refusal, useSandbox } from './harness';
import { BRANDS, signedIn, type Send } from './iotumHarness';

const sandbox = useSandbox();

const acme = { subdomain: 'acme', name: 'The Acme Company', host_count: 3, hosts: [51, 52, 53] };

describe('companies of Iotum', () => {
	test('are created with a default plan, or the product asked for', async () => {
		const send = await signedIn(sandbox());
		const created = await send('company/create', {
			subdomain: 'joe',
			name: 'The Joe Company',
			customer_id: 'Joe-1',
			partner_id: 7,
			primary_color: '#00ff00',
			currency: 'usd',
		});
		expect(created).toMatchObject({ status: 200, data: { id: 1001 } });
		expect((await send('company/fetch', { company_id: 1001 })).data).toEqual({
			subdomain: 'joe',
			name: 'The Joe Company',
			host_count: 0,
			hosts: [],
			partner_id: 7,
			customer_id: 'Joe-1',
		});
		const plans = async (company_id: number) =>
			(await send('subscription/fetch', { company_id })).data.map(
				({ product }: { product: { slug: string } }) => product.slug,
			);
		expect(await plans(1001)).toEqual(['small_plan']);
		await send('company/create', { subdomain: 'jim', name: 'Jim', product_id: 902 });
		expect(await plans(1002)).toEqual(['large_plan']);
		const unknown = { subdomain: 'jon', name: 'Jon', product_id: 99 };
		expect(refusal(await send('company/create', unknown))).toEqual({
			status: 422,
			message: 'No product 99',
		});
	});

	test('have a subdomain of their own within the reseller', async () => {
		const send = await signedIn(sandbox());
		const create = (subdomain: string) => send('company/create', { subdomain, name: 'A' });
		expect(refusal(await create('ACME'))).toEqual({
			status: 422,
			message: 'subdomain ACME is already taken',
		});
		expect((await create('not a subdomain')).status).toBe(422);
		// Another reseller's company has it.
		expect((await create('gamma')).status).toBe(200);
		const move = { company_id: 5, subdomain: 'beta' };
		expect((await send('company/update', move)).status).toBe(422);
		expect((await send('company/update', { ...move, subdomain: 'acme' })).status).toBe(200);
	});

	test('are changed in part', async () => {
		const send = await signedIn(sandbox());
		const changed = await send('company/update', { company_id: 5, customer_id: 'A-5' });
		expect(changed.data).toEqual({ ...acme, customer_id: 'A-5' });
		expect((await send('company/update', { company_id: 99, name: 'A' })).status).toBe(404);
	});

	test('are listed without their ids, those of other resellers left out', async () => {
		const send = await signedIn(sandbox());
		const { data } = await send('company/fetch_all');
		expect(data).toHaveLength(3);
		expect(data[1]).toEqual({ ...acme, openid_provider: false });
	});

	test('are deleted with their hosts and subscriptions', async () => {
		const send = await signedIn(sandbox());
		expect(await send('company/delete', { company_id: '5' })).toMatchObject({
			status: 200,
			data: { message: 'OK' },
		});
		expect((await send('company/fetch', { company_id: 5 })).status).toBe(404);
		expect((await send('host/fetch', { host_id: 52 })).status).toBe(404);
		const [, gone] = await sandbox().control.iotum.companies();
		expect(gone).toMatchObject({ id: 5, deletedAt: expect.any(String) });
		expect((await sandbox().control.iotum.subscriptions())[0]).toMatchObject({
			status: 'Canceled',
		});
		expect((await send('company/delete', { company_id: 1 })).status).toBe(422);
	});

	test('may be many', async () => {
		await sandbox().control.iotum.addCompanies({ count: 30, slugs: ['large_plan'] });
		const send = await signedIn(sandbox());
		expect((await send('company/fetch_all')).data).toHaveLength(33);
	});
});

describe('companies of VivoMeetings', () => {
	test('begin without a plan and show whether they use OpenID', async () => {
		const send = await signedIn(sandbox(), 'vivoMeetings');
		const fields = { subdomain: 'joe', name: 'Joe', openid_provider: true };
		const { data } = await send('company/create', fields);
		expect((await send('company/fetch', { company_id: data.id })).data).toEqual({
			...fields,
			host_count: 0,
			hosts: [],
		});
		expect((await send('subscription/fetch', { company_id: data.id })).data).toEqual([]);
		expect((await send('company/update', { company_id: data.id, name: 'Jo' })).data).toEqual({
			subdomain: 'joe',
			name: 'Jo',
			host_count: 0,
			hosts: [],
		});
	});
});

describe('sub-resellers', () => {
	test('one is answered as an object, several as a list', async () => {
		const send = await signedIn(sandbox());
		const child = {
			id: 3,
			domain: 'sub.iotum.example',
			display_name: 'Video Meetings of a Sub-Reseller',
			descendants: [],
		};
		expect((await send('domain/descendants')).data).toEqual(child);
		const { control } = sandbox();
		await control.iotum.addReseller({ domain: 'b.example', displayName: 'B', parentId: 3 });
		await control.iotum.addReseller({ domain: 'c.example', displayName: 'C', parentId: 1 });
		expect((await send('domain/descendants')).data).toEqual([
			{ ...child, descendants: [expect.objectContaining({ domain: 'b.example' })] },
			expect.objectContaining({ domain: 'c.example' }),
		]);
	});
});

describe.each(BRANDS)('subscriptions of %s', (brand) => {
	const statuses = async (send: Send, company_id = 5) =>
		(await send('subscription/fetch', { company_id })).data.map(
			({ product, status, host_limit }: Record<string, unknown> & { product: { slug: string } }) =>
				`${product.slug} ${status} ${host_limit}`,
		);

	test('products are listed, with a description only where it is asked for', async () => {
		const send = await signedIn(sandbox(), brand);
		const { data } = await send('subscription/fetch_products');
		expect(data).toEqual([
			{ slug: 'small_plan', name: 'Small Conference Plan', plan: true },
			{ slug: 'large_plan', name: 'Large Conference Plan', plan: true },
			{ slug: 'recording', name: 'Recording Add-On', plan: false },
		]);
		const described = await send('subscription/fetch_products', { include_description: true });
		if (brand === 'iotum') expect(described.data[0].description).toMatch(/Small/);
		else expect(described.data.message).toBe('include_description is unknown');
	});

	test('a company is subscribed, and all its hosts with it', async () => {
		const send = await signedIn(sandbox(), brand);
		const slug = 'recording';
		const created = await send('subscription/create', { company_id: 6, slug });
		expect(created).toMatchObject({ status: 200, data: 'OK' });
		expect(created.headers['content-type']).toMatch('application/json');
		expect(await statuses(send, 6)).toEqual(['large_plan Active 5', 'recording Active null']);
		const { data: host } = await send('host/fetch', { host_id: 61 });
		expect(host).toMatchObject({ plan_slug: 'large_plan', add_on_slugs: ['recording'] });
		expect((await send('subscription/create', { company_id: 6, slug })).status).toBe(422);
		expect((await send('subscription/create', { company_id: 6, slug: 'none' })).status).toBe(404);
	});

	test('a plan takes the place of the present ones unless switch_plan says otherwise', async () => {
		const send = await signedIn(sandbox(), brand);
		const large = { company_id: 5, slug: 'large_plan', host_limit: 2 };
		const wrong = await send('subscription/create', { ...large, switch_plan: 111 });
		expect(refusal(wrong)).toEqual({
			status: 422,
			message: 'switch_plan 111 is no current plan of the company',
		});
		await send('subscription/create', { ...large, switch_plan: null });
		// The limit has grown: three hosts were moved to the plan.
		expect(await statuses(send)).toEqual([
			'small_plan Active null',
			'recording Active null',
			'large_plan Active 3',
		]);
		expect((await send('host/fetch', { host_id: 53 })).data.plan_slug).toBe('large_plan');

		await send('subscription/cancel', { company_id: 5, slug: 'large_plan' });
		await send('subscription/create', large);
		expect(await statuses(send)).toEqual(['recording Active null', 'large_plan Active 3']);
	});

	test('a host limit belongs to products priced per host, and never cuts hosts off', async () => {
		const send = await signedIn(sandbox(), brand);
		const create = (body: object) => send('subscription/create', { company_id: 5, ...body });
		expect((await create({ slug: 'large_plan' })).data.message).toMatch('host_limit is required');
		expect((await create({ slug: 'large_plan', host_limit: 0 })).status).toBe(400);
		const update = (body: object) => send('subscription/update', { company_id: 5, ...body });
		expect((await update({ slug: 'small_plan', host_limit: 3 })).data.message).toMatch('flat rate');
		await create({ slug: 'large_plan', host_limit: 10 });
		expect((await update({ slug: 'large_plan', host_limit: 2 })).data.message).toBe(
			'host_limit is below the 3 hosts assigned',
		);
		expect((await update({ slug: 'large_plan', host_limit: 20 })).data).toBe('OK');
		expect(await statuses(send)).toContain('large_plan Active 20');
		expect((await update({ slug: 'small_plan', host_limit: 2 })).status).toBe(404);
	});

	test('a plan without room for all hosts is refused where limits are locked, and nothing has happened', async () => {
		const send = await signedIn(sandbox(), brand);
		await sandbox().control[brand].lockHostLimits(5, true);
		const create = (host_limit: number) =>
			send('subscription/create', { company_id: 5, slug: 'large_plan', host_limit });
		expect(refusal(await create(2))).toEqual({
			status: 422,
			message: 'The host limit of large_plan is locked for the company',
		});
		expect(await statuses(send)).toEqual(['small_plan Active null', 'recording Active null']);
		const { data: host } = await send('host/fetch', { host_id: 51 });
		expect(host.subscription_ids).toEqual([110]);

		expect((await create(3)).data).toBe('OK');
		expect(await statuses(send)).toEqual(['recording Active null', 'large_plan Active 3']);
	});

	test('are suspended, reactivated and canceled', async () => {
		const send = await signedIn(sandbox(), brand);
		const small = { company_id: 5, slug: 'small_plan' };
		expect((await send('subscription/suspend', small)).data).toBe('OK');
		expect(await statuses(send)).toEqual(['small_plan Suspended null', 'recording Active null']);
		expect((await send('subscription/suspend', small)).status).toBe(422);
		expect((await send('subscription/reactivate', small)).data).toBe('OK');
		expect((await send('subscription/cancel', small)).data).toBe('OK');
		expect(await statuses(send)).toEqual(['recording Active null']);
		expect((await send('subscription/reactivate', small)).status).toBe(404);
		expect((await send('host/fetch', { host_id: 52 })).data).toMatchObject({
			plan_slug: null,
			subscription_ids: [111],
		});
	});
});

describe('subscriptions of Iotum', () => {
	test('all of a company are suspended and reactivated with 202', async () => {
		const send = await signedIn(sandbox());
		const suspended = await send('subscription/suspend_all', { company_id: 5 });
		expect(suspended).toMatchObject({ status: 202, data: 'OK' });
		const status = async () =>
			(await sandbox().control.iotum.subscriptions()).map(({ status }) => status);
		expect(await status()).toEqual(['Suspended', 'Suspended', 'Active']);
		expect((await send('subscription/reactivate_all', { company_id: 5 })).status).toBe(202);
		expect(await status()).toEqual(['Active', 'Active', 'Active']);
	});

	test('can leave the hosts as they are', async () => {
		const send = await signedIn(sandbox());
		const body = { company_id: 6, slug: 'recording', subscribe_all_hosts: false };
		await send('subscription/create', body);
		expect((await send('host/fetch', { host_id: 61 })).data.add_on_slugs).toEqual([]);
	});
});
