import type { INodeParameters } from 'n8n-workflow';

import { inList, looks } from './pickerLooks';
import { posted } from './requests';
import { useIotum } from './setup';

const iotum = useIotum();
const picker = looks(iotum);

describe('searchContacts', () => {
	const method = 'searchContacts';
	const john = { name: 'John Smith (john@customer.example)', value: '35' };
	const jane = { name: 'Jane Doe (jane@customer.example)', value: '39' };

	it.each<[string, INodeParameters, object, object]>([
		['a host', { ownerType: 'host', hostId: inList(52) }, { host_id: 52 }, john],
		['a company', { ownerType: 'company', companyId: '5' }, { company_id: 5 }, jane],
	])('shows the contacts of %s', async (_, owner, body, contact) => {
		const parameters = { resource: 'contact', operation: 'get', ...owner };
		const { results, requests } = await picker.look({ method, parameters });
		expect(results).toContainEqual(contact);
		expect(requests).toEqual([posted('contact/fetch_all', body)]);
	});

	it('shows a company admin the contacts of their own company', async () => {
		const parameters = { resource: 'contact', operation: 'get', ownerType: 'ownCompany' };
		const { results, requests } = await picker.look({ method, parameters }, 'companyAdmin');
		expect(results).toEqual([jane]);
		expect(requests).toEqual([posted('contact/fetch_all', {})]);
	});

	it('asks for a host first', async () => {
		const parameters = { resource: 'contact', operation: 'get', ownerType: 'host' };
		await expect(picker.look({ method, parameters })).rejects.toThrow('Choose a host first');
	});

	it('asks for a company first, instead of showing those of another owner', async () => {
		const parameters = { resource: 'contact', operation: 'get', ownerType: 'company' };
		await expect(picker.look({ method, parameters })).rejects.toThrow(/company first/);
	});
});

describe('searchProducts', () => {
	it.each(['resellerAdmin', 'companyAdmin'] as const)(
		'shows a %s plans and add-ons',
		async (role) => {
			const { results, requests } = await picker.look({ method: 'searchProducts' }, role);
			expect(results).toEqual([
				{ name: 'Small Conference Plan (small_plan, plan)', value: 'small_plan' },
				{ name: 'Large Conference Plan (large_plan, plan)', value: 'large_plan' },
				{ name: 'Recording Add-On (recording, add-on)', value: 'recording' },
			]);
			expect(requests).toEqual([posted('subscription/fetch_products', {})]);
		},
	);
});

it.each(['searchHosts', 'searchCompanies', 'searchProducts'])(
	'%s tells the user what is wrong with the API token, without showing it',
	async (method) => {
		const { engine, credentials, access } = iotum();
		const apiToken = 'a-token-that-has-been-revoked';
		engine.credentials.wrong = { ...credentials.iotumApi, apiToken };
		const looking = engine.runPicker({
			node: 'iotum',
			method,
			credentials: { iotumApi: { id: 'wrong', name: 'wrong' } },
		});
		const error = await looking.catch((thrown: unknown) => thrown);
		expect(error).toMatchObject({
			message: 'Iotum rejected the API token: Invalid credentials',
			description: `Check it in the credential, or create a new one in the Admin UI under Developers. POST ${access.baseUrl}/enterprise_api/authenticate: HTTP 401.`,
		});
		expect(JSON.stringify(error)).not.toContain(apiToken);
	},
);
