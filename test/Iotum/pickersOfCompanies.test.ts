import type { INodeParameters } from 'n8n-workflow';

import { inList, looks } from './pickerLooks';
import { posted } from './requests';
import { useIotum } from './setup';

const iotum = useIotum();
const picker = looks(iotum);

const carla = { name: 'Carla Company (carla.company@iotum.example)', value: '51' };
const hanna = { name: 'Hanna Host (hanna.host@iotum.example)', value: '52' };
const henry = { name: 'Henry Host (henry.host@iotum.example)', value: '53' };
const berta = { name: 'Berta Host (berta.host@iotum.example)', value: '61' };

describe('searchHosts', () => {
	const method = 'searchHosts';

	it('shows a company admin the hosts of their own company', async () => {
		const { results, requests } = await picker.look({ method }, 'companyAdmin');
		expect(results).toEqual([carla, hanna, henry]);
		expect(requests).toEqual([posted('host/fetch_all', {})]);
	});

	it.each<[string, INodeParameters]>([
		['beside it', { resource: 'conference', operation: 'create', listCompanyId: inList(6) }],
		[
			'of a new host',
			{ resource: 'host', operation: 'create', additionalFields: { companyId: inList(6) } },
		],
		['of a list', { resource: 'host', operation: 'getAll', filters: { companyId: '6' } }],
	])('shows a reseller admin the hosts of the company %s', async (_, parameters) => {
		const { results, requests } = await picker.look({ method, parameters });
		expect(results).toEqual([berta]);
		expect(requests).toEqual([posted('host/fetch_all', { company_id: 6 })]);
	});

	it('tells a reseller admin to name a company', async () => {
		await expect(
			picker.look({ method, parameters: { listCompanyId: inList('') } }),
		).rejects.toThrow(/company/i);
	});

	it('finds by name and by e-mail address, in any case', async () => {
		for (const filter of ['HANNA', 'hanna.HOST@']) {
			expect((await picker.look({ method, filter }, 'companyAdmin')).results).toEqual([hanna]);
		}
	});

	it('shows a hundred at a time, though the vendor gives all at once', async () => {
		await iotum().vendor.addHosts({ count: 202 });
		const pages = await picker.turnPages({ method }, 'companyAdmin');
		expect(pages.map(({ results }) => results.length)).toEqual([100, 100, 5]);
		const shown = pages.flatMap(({ results }) => results);
		expect(new Set(shown.map(({ value }) => value)).size).toBe(205);
	});
});

describe('searchCompanies', () => {
	const method = 'searchCompanies';

	it('asks for the ID of each company, which the vendor’s list does not have', async () => {
		const { results, requests } = await picker.look({ method });
		expect(results).toEqual([
			{ name: 'Reseller Administration (reseller-admin)', value: '1' },
			{ name: 'The Acme Company (acme)', value: '5' },
			{ name: 'The Beta Company (beta)', value: '6' },
		]);
		expect(requests[0]).toEqual(posted('company/fetch_all', {}));
		expect(requests.slice(1).every(({ request }) => request === 'POST host/fetch')).toBe(true);
	});

	it('asks only for those that fit', async () => {
		const { results, requests } = await picker.look({ method, filter: 'BETA' });
		expect(results.map(({ value }) => value)).toEqual(['6']);
		expect(requests).toEqual([
			posted('company/fetch_all', {}),
			posted('host/fetch', { host_id: 61 }),
		]);
	});

	it('leaves out a company whose ID cannot be told, as it has no host', async () => {
		const { vendor } = iotum();
		await vendor.addCompanies({ count: 2 });
		expect((await picker.look({ method })).results.map(({ value }) => value)).toEqual([
			'1',
			'5',
			'6',
		]);
	});

	it('shows twenty at a time, and goes on after them', async () => {
		const { vendor } = iotum();
		for (const { id } of await vendor.addCompanies({ count: 30 })) {
			await vendor.addHosts({ companyId: id });
		}
		const pages = await picker.turnPages({ method });
		expect(pages.map(({ results }) => results.length)).toEqual([20, 13]);
		const shown = pages.flatMap(({ results }) => results.map(({ value }) => value));
		expect(new Set(shown).size).toBe(33);
	});

	it('tells a company admin that companies are for reseller admins', async () => {
		await expect(picker.look({ method }, 'companyAdmin')).rejects.toThrow(
			'Iotum allows this only to reseller admins, within their own reseller',
		);
	});
});
