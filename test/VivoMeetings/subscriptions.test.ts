import { useVivoMeetings } from '../Iotum/setup';
import { call, runWithCalls } from './calls';
import { refused, secondOfTwoItemsFails, unknown } from './twoItems';

const vivoMeetings = useVivoMeetings();

const slugged = { companyId: '5', slug: '={{ $json.slug }}' };
const oneIsMissing = [{ slug: 'recording' }, { slug: 'unknown_plan' }];

secondOfTwoItemsFails('subscription.create', vivoMeetings, () => ({
	inputs: { companyId: '6', slug: '={{ $json.slug }}' },
	items: oneIsMissing,
	outputs: [{ success: true, companyId: 6, slug: 'recording' }],
	error: unknown('No product unknown_plan'),
	calls: ['recording', 'unknown_plan'].map((slug) =>
		call('subscription/create', { company_id: 6, slug }),
	),
}));

describe('subscribing a company that has a plan to another', () => {
	const inputs = { companyId: '5', slug: 'large_plan' };

	it.each([
		['switches to it unless told otherwise', { hostLimit: 7 }, {}, [111, 'new']],
		[
			'can cancel a certain plan for it',
			{ hostLimit: 7, planChange: 'replace', switchPlan: '110' },
			{ switch_plan: 110 },
			[111, 'new'],
		],
		[
			'can keep the plans there are',
			{ hostLimit: 7, planChange: 'keep' },
			{ switch_plan: null },
			[110, 111, 'new'],
		],
	])('%s', async (_what, additionalFields, sent, left) => {
		const { vendor } = vivoMeetings();
		const { calls } = await runWithCalls(vivoMeetings(), 'subscription.create', {
			inputs: { ...inputs, additionalFields },
		});
		expect(calls).toEqual([
			call('subscription/create', {
				company_id: 5,
				slug: 'large_plan',
				host_limit: 7,
				...sent,
			}),
		]);
		const subscriptions = await vendor.subscriptions();
		const ids = subscriptions
			.filter(({ companyId, status }) => companyId === 5 && status === 'Active')
			.map(({ id, slug }) => (slug === 'large_plan' ? 'new' : id));
		expect(ids).toEqual(left);
	});
});

secondOfTwoItemsFails('subscription.update', vivoMeetings, async ({ vendor }) => {
	await vendor.addHosts({ companyId: 6, subscriptionIds: [112] });
	return {
		inputs: { companyId: '6', slug: 'large_plan', hostLimit: '={{ $json.hostLimit }}' },
		items: [{ hostLimit: 10 }, { hostLimit: 1 }],
		outputs: [{ success: true, companyId: 6, slug: 'large_plan' }],
		error: refused('host_limit is below the 2 hosts assigned'),
		calls: [10, 1].map((host_limit) =>
			call('subscription/update', { company_id: 6, slug: 'large_plan', host_limit }, 'PUT'),
		),
	};
});

describe.each([
	['suspend', 'Suspended'],
	['cancel', 'Canceled'],
] as const)('subscription.%s', (operation, status) => {
	secondOfTwoItemsFails(`subscription.${operation}`, vivoMeetings, () => ({
		inputs: slugged,
		items: oneIsMissing,
		outputs: [{ success: true, companyId: 5, slug: 'recording' }],
		error: unknown('The company has no subscription to unknown_plan'),
		calls: ['recording', 'unknown_plan'].map((slug) =>
			call(`subscription/${operation}`, { company_id: 5, slug }),
		),
	}));

	it('is done at the vendor', async () => {
		const { run, vendor } = vivoMeetings();
		await run(`subscription.${operation}`, { inputs: { companyId: '5', slug: 'recording' } });
		const found = (await vendor.subscriptions()).find(({ id }) => id === 111);
		expect(found?.status).toBe(status);
	});
});

secondOfTwoItemsFails('subscription.reactivate', vivoMeetings, async ({ run }) => {
	await run('subscription.suspend', { inputs: { companyId: '5', slug: 'recording' } });
	return {
		inputs: slugged,
		items: [{ slug: 'recording' }, { slug: 'small_plan' }],
		outputs: [{ success: true, companyId: 5, slug: 'recording' }],
		error: refused('The subscription is Active'),
		calls: ['recording', 'small_plan'].map((slug) =>
			call('subscription/reactivate', { company_id: 5, slug }),
		),
	};
});

secondOfTwoItemsFails('subscription.getAll', vivoMeetings, () => ({
	inputs: { companyId: '={{ $json.companyId }}' },
	items: [{ companyId: 6 }, { companyId: 999 }],
	outputs: [
		{
			id: 112,
			status: 'Active',
			host_limit: 5,
			product: { slug: 'large_plan', name: 'Large Conference Plan', plan: true },
		},
	],
	error: unknown('No company 999'),
	calls: [6, 999].map((company_id) => call('subscription/fetch', { company_id })),
}));
