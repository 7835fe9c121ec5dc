import { asked, posted, received } from './requests';
import { useIotum } from './setup';
import { secondOfTwoItemsFails } from './twoItems';

const iotum = useIotum();

const RECORDING = { companyId: 5, slug: 'recording' };

/** The subscriptions of a company as the vendor keeps them, with what they are for. */
const states = async (company = 5) =>
	Object.fromEntries(
		(await iotum().vendor.subscriptions())
			.filter(({ companyId }) => companyId === company)
			.map(({ slug, status }) => [slug, status]),
	);

secondOfTwoItemsFails('subscription.getAll', iotum, ({ access: { baseUrl } }) => ({
	inputs: { companyId: '={{ $json.companyId }}', returnAll: true },
	items: [{ companyId: 5 }, { companyId: 999 }],
	outputs: [
		{
			id: 110,
			status: 'Active',
			host_limit: null,
			product: { slug: 'small_plan', name: 'Small Conference Plan', plan: true },
		},
		{
			id: 111,
			status: 'Active',
			host_limit: null,
			product: { slug: 'recording', name: 'Recording Add-On', plan: false },
		},
	],
	error: {
		message: 'Iotum does not know what was asked for: No company 999',
		description: `Check the IDs of this item. ${asked(baseUrl, 'subscription/fetch', 404)}`,
	},
	requests: [5, 999].map((company_id) => posted('subscription/fetch', { company_id })),
}));

it('gets no more subscriptions than the limit', async () => {
	const { json } = await iotum().run('subscription.getAll', { inputs: { companyId: 5, limit: 1 } });
	expect(json.map(({ id }) => id)).toEqual([110]);
});

describe.each([
	{ name: 'suspend', from: 'Active', to: 'Suspended', wrong: 'Suspended' },
	{ name: 'reactivate', from: 'Suspended', to: 'Active', wrong: 'Active' },
])('$name', ({ name, from, to, wrong }) => {
	secondOfTwoItemsFails(`subscription.${name}`, iotum, async ({ access: { baseUrl }, run }) => {
		if (from === 'Suspended') await run('subscription.suspend', { inputs: RECORDING });
		return {
			inputs: { companyId: 5, slug: { __rl: true, mode: 'list', value: 'recording' } },
			items: [{}, {}],
			outputs: [{ success: true, ...RECORDING }],
			error: {
				message: `Iotum did not accept the request: The subscription is ${wrong}`,
				description: `Check the inputs of this item. ${asked(baseUrl, `subscription/${name}`, 422)}`,
			},
			requests: Array<ReturnType<typeof posted>>(2).fill(
				posted(`subscription/${name}`, { company_id: 5, slug: 'recording' }),
			),
		};
	});

	it(`leaves the others alone and makes it ${to}`, async () => {
		const { run } = iotum();
		if (from === 'Suspended') await run('subscription.suspend', { inputs: RECORDING });
		await run(`subscription.${name}`, { inputs: RECORDING });
		expect(await states()).toEqual({ small_plan: 'Active', recording: to });
	});
});

secondOfTwoItemsFails('subscription.cancel', iotum, ({ access: { baseUrl } }) => ({
	inputs: { companyId: '={{ $json.companyId }}', slug: '={{ $json.slug }}' },
	items: [
		{ companyId: '5', slug: 'recording' },
		{ companyId: 6, slug: 'recording' },
	],
	outputs: [{ success: true, ...RECORDING }],
	error: {
		message: 'Iotum does not know what was asked for: The company has no subscription to recording',
		description: `Check the IDs of this item. ${asked(baseUrl, 'subscription/cancel', 404)}`,
	},
	requests: [5, 6].map((company_id) =>
		posted('subscription/cancel', { company_id, slug: 'recording' }),
	),
}));

it('cancels nothing for an item that comes from a step that failed', async () => {
	const { run, control } = iotum();
	const items = [{ error: 'Something went wrong' }];
	const { error } = await run('subscription.cancel', { inputs: RECORDING, items });
	expect(error?.message).toMatch(/^This item comes from a step that failed, so nothing is done/);
	expect(await control.requests()).toEqual([]);
});

describe.each([
	{ name: 'suspendAll', path: 'subscription/suspend_all', to: 'Suspended' },
	{ name: 'reactivateAll', path: 'subscription/reactivate_all', to: 'Active' },
])('$name', ({ name, path, to }) => {
	secondOfTwoItemsFails(`subscription.${name}`, iotum, ({ access: { baseUrl } }) => ({
		inputs: { companyId: '={{ $json.companyId }}' },
		items: [{ companyId: 5 }, { companyId: 999 }],
		outputs: [{ accepted: true, success: true, companyId: 5 }],
		error: {
			message: 'Iotum does not know what was asked for: No company 999',
			description: `Check the IDs of this item. ${asked(baseUrl, path, 404)}`,
		},
		requests: [5, 999].map((company_id) => posted(path, { company_id })),
	}));

	it(`makes all ${to} that are not, and sends no plan or add-on`, async () => {
		const { run, control } = iotum();
		await run('subscription.suspend', { inputs: RECORDING });
		await run(`subscription.${name}`, { inputs: { companyId: 5 } });
		expect(await states()).toEqual({ small_plan: to, recording: to });
		expect(await states(6)).toEqual({ large_plan: 'Active' });
		expect(received(await control.requests())[1]).toEqual(posted(path, { company_id: 5 }));
	});
});

/** What an earlier step did not give; n8n itself refuses inputs that are left empty. */
const EMPTY = '={{ $json.missing }}';

it.each([
	['suspend', { companyId: 5, slug: EMPTY }, '"Plan or Add-On" is empty'],
	['cancel', { companyId: EMPTY, slug: 'recording' }, '"Company" is empty'],
	['cancel', { companyId: 5, slug: '../recording' }, '"Plan or Add-On" is not an ID'],
	['reactivateAll', { companyId: 'acme' }, '"Company" is "acme"'],
	['update', { ...RECORDING, hostLimit: 0 }, '"Host Limit" is not usable'],
])('%s with %j is refused before anything is sent', async (name, inputs, message) => {
	const { run, control } = iotum();
	const { error } = await run(`subscription.${name}`, { inputs });
	expect(error).toMatchObject({ message: `${message} [item 0]`, itemIndex: 0 });
	expect(error?.description).toBeTruthy();
	expect(await control.requests()).toEqual([]);
});
