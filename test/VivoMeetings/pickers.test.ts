import type { INodeParameters } from 'n8n-workflow';

import { received } from '../Iotum/requests';
import { useVivoMeetings } from '../Iotum/setup';
import { call } from './calls';

const vivoMeetings = useVivoMeetings();

interface Look {
	parameters?: INodeParameters;
	filter?: string;
	paginationToken?: string;
}

/** Opens a picker; gives what it shows and the requests it took. */
async function open(method: string, look: Look = {}) {
	const { engine, control } = vivoMeetings();
	await control.clearRequests();
	const result = await engine.runPicker({ node: 'vivoMeetings', method, ...look });
	return { ...result, calls: received(await control.requests()) };
}

const byId = (value: string) => ({ __rl: true, mode: 'id', value });

const ofHost = { resource: 'contact', operation: 'get', hostId: byId('52') };

it('lists the hosts of a company', async () => {
	const { results, calls } = await open('searchHosts', {
		parameters: { resource: 'host', operation: 'get', listCompanyId: byId('5') },
	});
	expect(calls).toEqual([call('host/fetch_all', { company_id: 5 })]);
	expect(results).toEqual([
		{ name: 'Carla Company (carla.company@vivomeetings.example)', value: '51' },
		{ name: 'Hanna Host (hanna.host@vivomeetings.example)', value: '52' },
		{ name: 'Henry Host (henry.host@vivomeetings.example)', value: '53' },
	]);
});

it('searches by what it shows', async () => {
	const parameters = { resource: 'host', operation: 'get', listCompanyId: byId('5') };
	const { results } = await open('searchHosts', { parameters, filter: 'HANNA' });
	expect(results.map(({ value }) => value)).toEqual(['52']);
});

it('lists the contacts of a host', async () => {
	const { results, calls } = await open('searchContacts', { parameters: ofHost });
	expect(calls).toEqual([call('contact/fetch_all', { host_id: 52 })]);
	expect(results.map(({ name, value }) => [value, name])).toEqual([
		['2052', 'Hanna Host (hanna.host@vivomeetings.example)'],
		['35', 'John Smith (john@customer.example)'],
		['37', 'James Brown (james@customer.example)'],
	]);
});

it('shows long lists in parts, though the vendor gives them whole', async () => {
	await vivoMeetings().vendor.addContacts({ count: 150 });
	const first = await open('searchContacts', { parameters: ofHost });
	expect(first.results).toHaveLength(100);
	const paginationToken = String(first.paginationToken);
	const second = await open('searchContacts', { parameters: ofHost, paginationToken });
	expect(second.paginationToken).toBeUndefined();
	const values = [...first.results, ...second.results].map(({ value }) => value);
	expect(new Set(values).size).toBe(153);
});

it('lists the coming conferences of a host, who may be chosen for the list alone', async () => {
	const { results, calls } = await open('searchConferences', {
		parameters: { resource: 'conference', operation: 'get', listHostId: byId('52') },
	});
	expect(calls).toEqual([call('conference/fetch_all', { host_id: 52 })]);
	expect(results).toEqual([
		{ name: expect.stringMatching(/^\d{4}-.* UTC: Investment advice$/), value: '185' },
	]);
});

it('lists the past conferences of a host where recordings are wanted', async () => {
	const { results, calls } = await open('searchPastConferences', {
		parameters: { resource: 'conference', operation: 'downloadRecording', listHostId: byId('52') },
	});
	expect(calls).toEqual([call('host/conferences', { host_id: 52 })]);
	expect(results[1]).toEqual({
		name: '2024-09-19 13:00:00 UTC, 3 participants (conference 183)',
		value: '183',
	});
});

it.each([
	['companyId', { resource: 'subscription', operation: 'create', companyId: byId('5') }],
	['companyId', { resource: 'subscription', operation: 'suspend', companyId: '={{ 5 }}' }],
	[
		'additionalFields.companyId',
		{ resource: 'host', operation: 'create', additionalFields: { companyId: byId('5') } },
	],
	['listCompanyId', { resource: 'host', operation: 'update', listCompanyId: byId('5') }],
])('lists the products of the company in %s', async (_input, parameters) => {
	const { results, calls } = await open('searchProducts', { parameters });
	expect(calls).toEqual([call('subscription/fetch_products', { company_id: 5 })]);
	expect(results).toEqual([
		{ name: 'Small Conference Plan (small_plan, plan)', value: 'small_plan' },
		{ name: 'Large Conference Plan (large_plan, plan)', value: 'large_plan' },
		{ name: 'Recording Add-On (recording, add-on)', value: 'recording' },
	]);
});

it('asks for the company before it shows products, and for the host before it shows conferences', async () => {
	await expect(
		open('searchProducts', { parameters: { resource: 'subscription', operation: 'create' } }),
	).rejects.toThrow('Choose a company first');
	await expect(
		open('searchConferences', { parameters: { resource: 'conference', operation: 'get' } }),
	).rejects.toThrow('Choose a host first');
	expect(received(await vivoMeetings().control.requests())).toEqual([]);
});

it('says what the vendor refuses', async () => {
	await expect(
		open('searchHosts', {
			parameters: { resource: 'host', operation: 'get', listCompanyId: byId('7') },
		}),
	).rejects.toThrow(
		'VivoMeetings allows this only to company admins, within their own company, and to reseller admins: Company 7 is beyond the scope of your role',
	);
});
