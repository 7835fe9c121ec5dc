import { posted, received } from './requests';
import { useIotum } from './setup';

const iotum = useIotum();

it('creates a host of a plan and add-ons by their short names', async () => {
	const { run, control } = iotum();
	const products = { planSlug: 'small_plan', addOnSlugs: 'recording, ' };
	const inputs = {
		name: 'John Host',
		email: 'john@company.tld',
		additionalFields: { companyId: 5, ...products },
	};
	const { json } = await run('host.create', { inputs });
	expect(json).toMatchObject([{ plan_slug: 'small_plan', add_on_slugs: ['recording'] }]);
	expect(received(await control.requests())).toEqual([
		posted('host/create', {
			company_id: 5,
			name: 'John Host',
			email: 'john@company.tld',
			plan_slug: 'small_plan',
			add_on_slugs: ['recording'],
		}),
	]);
});

it('says what the vendor says when its host limit is locked', async () => {
	const { run, vendor } = iotum();
	await vendor.lockHostLimits(6, true);
	const create = async (index: number) =>
		await run('host.create', {
			inputs: {
				name: 'John Host',
				email: `john${index}@company.tld`,
				additionalFields: { companyId: 6, subscriptionIds: [112] },
			},
		});
	for (let index = 1; index <= 4; index++) await create(index);
	expect((await create(5)).error?.message).toBe(
		'Iotum did not accept the request: The host limit of large_plan is locked for the company [item 0]',
	);
});
