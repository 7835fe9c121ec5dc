import { openSession } from './openSession';
import { asked, posted, received } from './requests';
import { useIotum } from './setup';
import { secondOfTwoItemsFails } from './twoItems';

const iotum = useIotum();

const LARGE = { companyId: 5, slug: 'large_plan' };

/** Slugs of the company's subscriptions that are not canceled. */
const active = async () =>
	(await iotum().vendor.subscriptions())
		.filter(({ companyId, status }) => companyId === 5 && status === 'Active')
		.map(({ slug }) => slug);

secondOfTwoItemsFails('subscription.create', iotum, ({ access: { baseUrl } }) => {
	const body = { slug: 'recording', subscribe_all_hosts: false };
	return {
		inputs: {
			companyId: '={{ $json.companyId }}',
			slug: 'recording',
			additionalFields: { subscribeAllHosts: false },
		},
		items: [{ companyId: 6 }, { companyId: 5 }],
		outputs: [{ success: true, companyId: 6, slug: 'recording' }],
		error: {
			message: 'Iotum did not accept the request: The company is already subscribed to recording',
			description: `Check the inputs of this item. ${asked(baseUrl, 'subscription/create', 422)}`,
		},
		requests: [6, 5].map((company_id) => posted('subscription/create', { company_id, ...body })),
	};
});

secondOfTwoItemsFails('subscription.update', iotum, ({ access: { baseUrl } }) => ({
	inputs: { companyId: '={{ $json.companyId }}', slug: '={{ $json.slug }}', hostLimit: 10 },
	items: [
		{ companyId: 6, slug: 'large_plan' },
		{ companyId: 5, slug: 'small_plan' },
	],
	outputs: [{ success: true, companyId: 6, slug: 'large_plan' }],
	error: {
		message:
			'Iotum did not accept the request: small_plan has a flat rate: host_limit must not be given',
		description: `Check the inputs of this item. ${asked(baseUrl, 'subscription/update', 422, 'PUT')}`,
	},
	requests: [
		{ company_id: 6, slug: 'large_plan', host_limit: 10 },
		{ company_id: 5, slug: 'small_plan', host_limit: 10 },
	].map((body) => ({ request: 'PUT subscription/update', body })),
}));

describe('a new plan', () => {
	it('takes the place of the company’s plan when the user says nothing else', async () => {
		const { run, control } = iotum();
		await run('subscription.create', { inputs: { ...LARGE, additionalFields: { hostLimit: 3 } } });
		expect(received(await control.requests())).toEqual([
			posted('subscription/create', { company_id: 5, slug: 'large_plan', host_limit: 3 }),
		]);
		expect(await active()).toEqual(['recording', 'large_plan']);
	});

	it('comes beside the company’s plan on request: the vendor is told null', async () => {
		const { run, control } = iotum();
		const additionalFields = { hostLimit: 3, planChange: 'keep' };
		await run('subscription.create', { inputs: { ...LARGE, additionalFields } });
		expect(received(await control.requests())[0]?.body).toHaveProperty('switch_plan', null);
		expect(await active()).toEqual(['small_plan', 'recording', 'large_plan']);
	});

	it('takes the place of the one that the user names', async () => {
		const { run, control } = iotum();
		const additionalFields = { hostLimit: 3, planChange: 'replace', switchPlan: '110' };
		await run('subscription.create', { inputs: { ...LARGE, additionalFields } });
		expect(received(await control.requests())[0]?.body).toHaveProperty('switch_plan', 110);
		expect(await active()).toEqual(['recording', 'large_plan']);
	});

	it('is for all hosts of the company, unless the user turns that off', async () => {
		const { run, vendor } = iotum();
		const additionalFields = { hostLimit: 3, planChange: 'keep', subscribeAllHosts: false };
		await run('subscription.create', { inputs: { ...LARGE, additionalFields } });
		const [, , hanna] = await vendor.hosts();
		expect(hanna).toMatchObject({ id: 52, subscriptionIds: [110, 111] });
	});

	it.each([
		['replace', undefined, '"Plan to Replace" is empty'],
		['keep', 110, '"Plan to Replace" is filled in, but no plan is to be replaced'],
		['switchCurrent', 110, '"Plan to Replace" is filled in, but no plan is to be replaced'],
		[undefined, 110, '"Plan to Replace" is filled in, but no plan is to be replaced'],
	])(
		'is refused with plan change %s and plan %s: nothing is sent',
		async (change, plan, message) => {
			const { run, control } = iotum();
			const additionalFields = {
				...(change && { planChange: change }),
				...(plan && { switchPlan: plan }),
			};
			const { error } = await run('subscription.create', {
				inputs: { ...LARGE, additionalFields },
			});
			expect(error?.message).toBe(`${message} [item 0]`);
			expect(await control.requests()).toEqual([]);
		},
	);
});

it('says that an answer got lost and a new subscription may be there', async () => {
	const { run, control } = iotum();
	await openSession(iotum());
	await control.fault({ kind: 'reset', when: 'after', path: '*/subscription/create' });
	const { error } = await run('subscription.create', {
		inputs: { companyId: 6, slug: 'recording' },
	});
	expect(error?.description).toContain(
		'Whether Iotum carried it out is unknown: look before running it again.',
	);
	expect(received(await control.requests())).toHaveLength(1);
});
