import { asked, received } from './requests';
import { useIotum } from './setup';
import { secondOfTwoItemsFails } from './twoItems';

const iotum = useIotum();

const acme = { subdomain: 'acme', name: 'The Acme Company', host_count: 3, hosts: [51, 52, 53] };
const bySubdomain = (value: string) => ({ companyId: { __rl: true, mode: 'subdomain', value } });

secondOfTwoItemsFails('company.get', iotum, ({ access: { baseUrl } }) => ({
	inputs: { companyId: '={{ $json.companyId }}' },
	items: [{ companyId: 5 }, { companyId: 7 }],
	outputs: [{ company_id: 5, ...acme }],
	error: {
		message:
			'Iotum allows this only to reseller admins, within their own reseller: Company 7 is beyond the scope of your role',
		description: `Use the credential of a reseller admin, and check the IDs of this item. ${asked(baseUrl, 'company/fetch', 403)}`,
	},
	requests: [5, 7].map((company_id) => ({ request: 'POST company/fetch', body: { company_id } })),
}));

describe('a company by its subdomain', () => {
	it('is found through its first host, as the vendor’s list has no IDs', async () => {
		const { run, control } = iotum();
		const { json } = await run('company.get', { inputs: bySubdomain('ACME') });
		expect(json).toEqual([{ company_id: 5, ...acme }]);
		expect(received(await control.requests())).toEqual([
			{ request: 'POST company/fetch_all', body: {} },
			{ request: 'POST host/fetch', body: { host_id: 51 } },
			{ request: 'POST company/fetch', body: { company_id: 5 } },
		]);
	});

	it('that does not exist is reported', async () => {
		const { error } = await iotum().run('company.get', { inputs: bySubdomain('gamma') });
		expect(error).toMatchObject({
			message: 'There is no company with the subdomain "gamma" [item 0]',
			description: 'Check "Company", or get many companies to see the subdomains there are.',
		});
	});

	it('that has no hosts cannot be found, which is said', async () => {
		const { run, vendor } = iotum();
		const [empty] = await vendor.addCompanies();
		const inputs = bySubdomain(empty?.subdomain ?? '');
		const { error } = await run('company.get', { inputs });
		expect(error).toMatchObject({
			message: `The ID of the company "${empty?.subdomain}" cannot be found out [item 0]`,
			description: 'The vendor tells it with a host only, and it has none. Enter the ID.',
		});
	});

	it('is empty: nothing is sent', async () => {
		const { run, control } = iotum();
		const { error } = await run('company.get', { inputs: bySubdomain(' ') });
		expect(error?.message).toBe('"Company" is empty [item 0]');
		expect(await control.requests()).toEqual([]);
	});
});

/** What an earlier step did not give; n8n itself refuses inputs that are left empty. */
const EMPTY = '={{ $json.missing }}';

const joe = { subdomain: 'joe', name: 'The Joe Company' };
const ONE_OF = 'Enter letters, digits and hyphens alone, such as acme.';

it.each([
	['create', { ...joe, subdomain: EMPTY }, '"Subdomain" is empty', /^Enter a value/],
	['create', { ...joe, subdomain: 'joe.acme' }, '"Subdomain" is not a subdomain', ONE_OF],
	['create', { ...joe, subdomain: 'joe/..' }, '"Subdomain" is not a subdomain', ONE_OF],
	['create', { ...joe, name: EMPTY }, '"Name" is empty', /^Enter a value/],
	[
		'create',
		{ ...joe, additionalFields: { currency: 'EUR' } },
		'"Currency" is not a currency',
		'Enter a code of three small letters, such as eur.',
	],
	[
		'create',
		{ ...joe, additionalFields: { primaryColor: 'green' } },
		'"Primary Color" is not a color',
		'Enter one in CSS notation, such as #00ff00.',
	],
	[
		'create',
		{ ...joe, additionalFields: { productId: 'small_plan' } },
		'"Product ID" is "small_plan"',
		'Enter the ID alone, which is a whole number.',
	],
	[
		'update',
		{ companyId: 5, updateFields: {} },
		'"Update Fields" is empty',
		'Add at least one field to change.',
	],
	[
		'update',
		{ companyId: 5, updateFields: { name: '' } },
		'"Update Fields" is empty',
		'Add at least one field to change.',
	],
	['delete', { companyId: EMPTY }, '"Company" is empty', 'Pick one from the list or enter its ID.'],
	[
		'delete',
		{ companyId: 'acme' },
		'"Company" is "acme"',
		'Enter the ID alone, which is a whole number.',
	],
	['get', { companyId: '-5' }, '"Company" is "-5"', /whole number/],
])('company.%s with %j is refused before anything is sent', async (name, inputs, message, next) => {
	const { run, control } = iotum();
	const { error } = await run(`company.${name}`, { inputs });
	expect(error).toMatchObject({ message: `${message} [item 0]`, itemIndex: 0 });
	expect(error?.description).toEqual(expect.stringMatching(next));
	expect(await control.requests()).toEqual([]);
});

it('takes a color of three digits, as CSS does', async () => {
	const { run } = iotum();
	const inputs = { ...joe, additionalFields: { accentColor: '#0f0' } };
	expect((await run('company.create', { inputs })).error?.message).toBeUndefined();
});
