import { openSession } from './openSession';
import { asked, received } from './requests';
import { useIotum } from './setup';
import { secondOfTwoItemsFails } from './twoItems';

const iotum = useIotum();

const acme = { subdomain: 'acme', name: 'The Acme Company', host_count: 3, hosts: [51, 52, 53] };
const CHECK_IDS = 'Check the IDs of this item.';

secondOfTwoItemsFails('company.create', iotum, ({ access: { baseUrl } }) => {
	const body = {
		name: 'The Joe Company',
		partner_id: 17,
		customer_id: '0815',
		openid_provider: false,
		primary_color: '#00ff00',
		accent_color: '#0000FF',
		currency: 'usd',
		product_id: 901,
	};
	return {
		inputs: {
			subdomain: '={{ $json.subdomain }}',
			name: 'The Joe Company',
			additionalFields: {
				partnerId: '17',
				customerId: '0815',
				openidProvider: false,
				primaryColor: '#00ff00',
				accentColor: '#0000FF',
				currency: 'usd',
				productId: 901,
			},
		},
		items: [{ subdomain: 'joe' }, { subdomain: 'acme' }],
		outputs: [{ id: 1001 }],
		error: {
			message: 'Iotum did not accept the request: subdomain acme is already taken',
			description: `Check the inputs of this item. ${asked(baseUrl, 'company/create', 422)}`,
		},
		requests: ['joe', 'acme'].map((subdomain) => ({
			request: 'POST company/create',
			body: { subdomain, ...body },
		})),
	};
});

secondOfTwoItemsFails('company.update', iotum, ({ access: { baseUrl } }) => ({
	inputs: {
		companyId: '={{ $json.companyId }}',
		updateFields: { subdomain: 'jane', name: 'The Jane Company', customerId: 'Acme', partnerId: 4 },
	},
	items: [{ companyId: 5 }, { companyId: 999 }],
	outputs: [
		{ ...acme, subdomain: 'jane', name: 'The Jane Company', customer_id: 'Acme', partner_id: 4 },
	],
	error: {
		message: 'Iotum does not know what was asked for: No company 999',
		description: `${CHECK_IDS} ${asked(baseUrl, 'company/update', 404)}`,
	},
	requests: [5, 999].map((company_id) => ({
		request: 'POST company/update',
		body: {
			company_id,
			subdomain: 'jane',
			name: 'The Jane Company',
			customer_id: 'Acme',
			partner_id: 4,
		},
	})),
}));

secondOfTwoItemsFails('company.delete', iotum, ({ access: { baseUrl } }) => ({
	inputs: { companyId: { __rl: true, mode: 'id', value: '={{ $json.companyId }}' } },
	items: [{ companyId: 6 }, { companyId: 1 }],
	outputs: [{ deleted: true }],
	error: {
		message:
			'Iotum did not accept the request: The company you are signed in with cannot be deleted',
		description: `Check the inputs of this item. ${asked(baseUrl, 'company/delete', 422)}`,
	},
	requests: [6, 1].map((company_id) => ({
		request: 'POST company/delete',
		body: { company_id },
	})),
}));

secondOfTwoItemsFails('company.getAll', iotum, async (setup) => {
	const { access, control } = setup;
	await openSession(setup);
	await control.fault({ kind: 'html', path: '*/company/fetch_all', after: 1 });
	const request = { request: 'POST company/fetch_all', body: {} };
	const page = { host_count: 1, openid_provider: false };
	return {
		inputs: { limit: 2 },
		items: [{}, {}],
		outputs: [
			{ ...page, subdomain: 'reseller-admin', name: 'Reseller Administration', hosts: [11] },
			{ ...acme, openid_provider: false },
		],
		error: {
			message: 'Iotum answered with a web page instead of data',
			description: `Check the address in the credential, and proxies on the way. ${asked(access.baseUrl, 'company/fetch_all', 200)}`,
		},
		requests: [request, request],
	};
});

it('gets all companies of the reseller, none of another one, when Return All is on', async () => {
	const { run, vendor } = iotum();
	await vendor.addCompanies({ count: 60 });
	const { json } = await run('company.getAll', { inputs: { returnAll: true } });
	expect(json).toHaveLength(63);
	expect(json.map(({ subdomain }) => subdomain)).not.toContain('gamma');
	expect((await run('company.getAll')).json).toHaveLength(50);
});

it('sends of an update what the user names, and nothing else', async () => {
	const { run, control, vendor } = iotum();
	const inputs = { companyId: 5, updateFields: { name: 'New Name', customerId: '' } };
	await run('company.update', { inputs });
	expect(received(await control.requests())).toEqual([
		{ request: 'POST company/update', body: { company_id: 5, name: 'New Name' } },
	]);
	const [, company] = await vendor.companies();
	expect(company).toMatchObject({ id: 5, name: 'New Name', subdomain: 'acme' });
});

it('deletes the company with its hosts', async () => {
	const { run, vendor } = iotum();
	await run('company.delete', { inputs: { companyId: 6 } });
	expect((await vendor.hosts()).map(({ id }) => id)).not.toContain(61);
});

it('deletes nothing for an item that comes from a step that failed', async () => {
	const { run, control } = iotum();
	const items = [{ companyId: 6, error: 'Something went wrong' }];
	const { error } = await run('company.delete', { inputs: { companyId: 6 }, items });
	expect(error).toMatchObject({
		message: 'This item comes from a step that failed, so nothing is done for it [item 0]',
		description: 'Mend the earlier step, or leave out items that have an `error` entry.',
	});
	expect(await control.requests()).toEqual([]);
});
