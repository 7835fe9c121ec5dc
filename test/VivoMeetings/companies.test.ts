import { useVivoMeetings } from '../Iotum/setup';
import { call, runWithCalls } from './calls';
import { refused, secondOfTwoItemsFails, unknown } from './twoItems';

const vivoMeetings = useVivoMeetings();

const ACME = {
	subdomain: 'acme',
	name: 'The Acme Company',
	host_count: 3,
	hosts: [51, 52, 53],
	openid_provider: false,
};

const byId = { companyId: '={{ $json.companyId }}' };
const oneIsMissing = [{ companyId: 5 }, { companyId: '999' }];

secondOfTwoItemsFails('company.create', vivoMeetings, () => ({
	inputs: {
		subdomain: '={{ $json.subdomain }}',
		name: 'The Joe Company',
		additionalFields: { openidProvider: false },
	},
	items: [{ subdomain: 'joe' }, { subdomain: 'acme' }],
	outputs: [{ id: expect.any(Number) }],
	error: refused('subdomain acme is already taken'),
	calls: ['joe', 'acme'].map((subdomain) =>
		call('company/create', { subdomain, name: 'The Joe Company', openid_provider: false }),
	),
}));

secondOfTwoItemsFails('company.get', vivoMeetings, () => ({
	inputs: byId,
	items: oneIsMissing,
	outputs: [{ company_id: 5, ...ACME }],
	error: unknown('No company 999'),
	calls: [5, 999].map((company_id) => call('company/fetch', { company_id })),
}));

secondOfTwoItemsFails('company.update', vivoMeetings, () => ({
	inputs: {
		...byId,
		updateFields: { name: 'The Jane Company', openidProvider: true, subdomain: 'jane' },
	},
	items: oneIsMissing,
	// The handbook's answer to an update does not tell openid_provider.
	outputs: [{ subdomain: 'jane', name: 'The Jane Company', host_count: 3, hosts: [51, 52, 53] }],
	error: unknown('No company 999'),
	calls: [5, 999].map((company_id) =>
		call('company/update', {
			company_id,
			name: 'The Jane Company',
			openid_provider: true,
			subdomain: 'jane',
		}),
	),
}));

it('changes nothing of a company but what is named', async () => {
	const { vendor } = vivoMeetings();
	const inputs = { companyId: '5', updateFields: { openidProvider: true } };
	const { calls, json } = await runWithCalls(vivoMeetings(), 'company.update', { inputs });
	expect(calls).toEqual([call('company/update', { company_id: 5, openid_provider: true })]);
	expect(json).toEqual([expect.objectContaining({ subdomain: 'acme', name: ACME.name })]);
	const companies = await vendor.companies();
	expect(companies).toContainEqual(expect.objectContaining({ id: 5, openidProvider: true }));
});

it('sends nothing of a new company that the user leaves out', async () => {
	const inputs = { subdomain: 'joe', name: 'The Joe Company' };
	const { calls, json } = await runWithCalls(vivoMeetings(), 'company.create', { inputs });
	expect(calls).toEqual([call('company/create', inputs)]);
	const created = (await vivoMeetings().vendor.companies()).find(
		({ subdomain }) => subdomain === 'joe',
	);
	expect(json).toEqual([{ id: created?.id }]);
});

it('lists the companies of the reseller with their hosts, in one request', async () => {
	const { calls, json } = await runWithCalls(vivoMeetings(), 'company.getAll');
	expect(calls).toEqual([call('company/fetch_all')]);
	expect(json).toEqual([
		expect.objectContaining({ subdomain: 'reseller-admin' }),
		ACME,
		expect.objectContaining({ subdomain: 'beta', hosts: [61] }),
	]);
});

secondOfTwoItemsFails('product.getAll', vivoMeetings, () => ({
	inputs: { ...byId, returnAll: true },
	items: oneIsMissing,
	outputs: [
		{ slug: 'small_plan', name: 'Small Conference Plan', plan: true },
		{ slug: 'large_plan', name: 'Large Conference Plan', plan: true },
		{ slug: 'recording', name: 'Recording Add-On', plan: false },
	],
	error: unknown('No company 999'),
	calls: [5, 999].map((company_id) => call('subscription/fetch_products', { company_id })),
}));

it.each(['company.get', 'company.update', 'product.getAll', 'subscription.getAll'] as const)(
	'demands the company of %s and refuses what is no number, before anything is sent',
	async (name) => {
		const { run, control } = vivoMeetings();
		const updateFields = { name: 'The Jane Company' };
		const missing = await run(name, { inputs: { companyId: '={{ "" }}', updateFields } });
		expect(missing.error?.message).toBe('"Company" is empty [item 0]');
		const wrong = await run(name, { inputs: { companyId: 'acme', updateFields } });
		expect(wrong.error).toMatchObject({
			message: '"Company" is "acme" [item 0]',
			description: 'Enter the ID alone, which is a whole number.',
		});
		expect(await control.requests()).toEqual([]);
	},
);
