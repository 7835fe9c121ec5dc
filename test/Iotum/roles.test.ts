import type { INodeParameters } from 'n8n-workflow';

import { asked, posted, received } from './requests';
import { useIotum } from './setup';

const iotum = useIotum();

type Name = `${string}.${string}`;

/** Runs an operation with the credential of the company admin of company 5. */
const runAsCompanyAdmin = async (name: Name, inputs: INodeParameters = {}) => {
	const { run, access, credentials } = iotum();
	const { apiToken } = access.companyAdmin;
	const own = { iotumApi: { ...credentials.iotumApi, apiToken } };
	return await run(name, { inputs, credentials: own });
};

const company = { companyId: 5 };
const recording = { companyId: 5, slug: 'recording' };

describe('a company admin may not', () => {
	it.each<[Name, string, INodeParameters]>([
		['domain.getDescendants', 'domain/descendants', {}],
		['company.create', 'company/create', { subdomain: 'joe', name: 'Joe' }],
		['company.get', 'company/fetch', company],
		['company.update', 'company/update', { ...company, updateFields: { name: 'Joe' } }],
		['company.getAll', 'company/fetch_all', {}],
		['company.delete', 'company/delete', company],
		['subscription.suspend', 'subscription/suspend', recording],
		['subscription.reactivate', 'subscription/reactivate', recording],
		['subscription.cancel', 'subscription/cancel', recording],
		['subscription.suspendAll', 'subscription/suspend_all', company],
		['subscription.getAll', 'subscription/fetch', company],
		['chat.sendMessage', 'chat/create', { ...company, slug: 'general', message: 'Hello' }],
	])('use %s, and is told who may', async (name, path, inputs) => {
		const { error } = await runAsCompanyAdmin(name, inputs);
		expect(error).toMatchObject({
			message:
				'Iotum allows this only to reseller admins, within their own reseller: A COMPANY_ADMIN may not use this method [item 0]',
			description: `Use the credential of a reseller admin, and check the IDs of this item. ${asked(iotum().access.baseUrl, path, 403)}`,
			httpCode: '403',
		});
	});

	it.each<[Name, string, INodeParameters]>([
		['host.get', 'host/fetch', { hostId: 61 }],
		['host.update', 'host/update', { hostId: 61, updateFields: { name: 'Berta' } }],
		['host.delete', 'host/delete', { hostId: 61 }],
		['host.resendInvitation', 'host/resend_invitation', { hostId: 61 }],
		['host.resetPassword', 'host/reset_password', { hostId: 61 }],
		['host.getConferences', 'host/conferences', { hostId: 61 }],
		['host.getCallRecords', 'host/cdrs', { hostId: 61 }],
		['host.getActiveCalls', 'host/active_calls', { hostId: 61 }],
		['host.getSignInLink', 'host/fetch', { hostId: 61, redirectUrl: '/conf' }],
		['contact.getAll', 'contact/fetch_all', { ownerType: 'host', hostId: 61 }],
		['contact.get', 'contact/fetch', { ownerType: 'host', hostId: 61, contactId: 35 }],
	])('use %s in another company, and is told who may', async (name, path, inputs) => {
		const { error } = await runAsCompanyAdmin(name, inputs);
		expect(error).toMatchObject({
			message:
				'Iotum allows this only to company admins, within their own company, and to reseller admins: Host 61 is beyond the scope of your role [item 0]',
			description: `Check the IDs of this item, or use the credential of an admin above them. ${asked(iotum().access.baseUrl, path, 403)}`,
		});
	});

	it('appoint a reseller admin', async () => {
		const inputs = { hostId: 52, updateFields: { role: 'RESELLER_ADMIN' } };
		const { error } = await runAsCompanyAdmin('host.update', inputs);
		expect(error?.message).toContain('Only a Reseller Admin can grant the role RESELLER_ADMIN');
		expect(error?.description).toMatch(/reseller admin|admin above/);
	});
});

describe('a company admin may', () => {
	it('leave the company empty: the own one is meant', async () => {
		const inputs = { name: 'John Host', email: 'john@company.tld' };
		const { json } = await runAsCompanyAdmin('host.create', inputs);
		expect(json).toMatchObject([{ company_id: 5 }]);
		const all = await runAsCompanyAdmin('host.getAll');
		expect(all.json.map(({ host_id: id }) => id)).toEqual([51, 52, 53, 1001]);
		const again = await runAsCompanyAdmin('host.provision', inputs);
		expect(again.json).toMatchObject([{ host_id: 1001, created: false }]);
		const bodies = received(await iotum().control.requests()).map(({ body }) => body);
		for (const body of bodies) expect(body).not.toHaveProperty('company_id');
	});

	it.each<[Name, INodeParameters, object[]]>([
		['product.getAll', { limit: 1 }, [{ slug: 'small_plan' }]],
		[
			'subscription.create',
			{ companyId: 5, slug: 'large_plan', additionalFields: { hostLimit: 9 } },
			[{ success: true }],
		],
		['host.get', { hostId: 53 }, [{ host_id: 53 }]],
		['contact.getAll', { ownerType: 'ownCompany' }, [{ contact_id: 39 }]],
		['contact.get', { ownerType: 'ownCompany', contactId: 39 }, [{ contact_id: 39 }]],
		['contact.delete', { ownerType: 'ownCompany', contactId: 39 }, [{ deleted: true }]],
	])('use %s', async (name, inputs, expected) => {
		const { json, error } = await runAsCompanyAdmin(name, inputs);
		expect(error).toBeUndefined();
		expect(json).toMatchObject(expected);
	});

	it('change a contact of the own company', async () => {
		const inputs = { ownerType: 'ownCompany', contactId: 39, updateFields: { name: 'Jane' } };
		expect((await runAsCompanyAdmin('contact.update', inputs)).json).toMatchObject([
			{ contact_id: 39, name: 'Jane' },
		]);
		expect(received(await iotum().control.requests())).toEqual([
			posted('contact/update', { contact_id: 39, name: 'Jane' }),
		]);
	});
});

it('tells a reseller admin apart who reaches into another reseller', async () => {
	const { run } = iotum();
	const own = 'Iotum allows this only to reseller admins, within their own reseller';
	const { error } = await run('subscription.suspendAll', { inputs: { companyId: 7 } });
	expect(error?.message).toBe(`${own}: Company 7 is beyond the scope of your role [item 0]`);
});

it('lets both kinds of admin use the vendor side by side, each in a session of its own', async () => {
	const { run, control } = iotum();
	const [reseller, admin] = await Promise.all([
		run('company.getAll'),
		runAsCompanyAdmin('host.getAll'),
	]);
	expect(reseller.json).toHaveLength(3);
	expect(admin.json).toHaveLength(3);
	const tokens = (await control.requests({ path: '*/fetch_all' }))
		.filter(({ status }) => status === 200)
		.map(({ body }) => body);
	expect(new Set(tokens.map((body) => JSON.stringify(body))).size).toBe(2);
});
