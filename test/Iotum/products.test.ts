import { openSession } from './openSession';
import { asked, posted, received } from './requests';
import { useIotum } from './setup';
import { secondOfTwoItemsFails } from './twoItems';

const iotum = useIotum();

const products = [
	{ slug: 'small_plan', name: 'Small Conference Plan', plan: true },
	{ slug: 'large_plan', name: 'Large Conference Plan', plan: true },
	{ slug: 'recording', name: 'Recording Add-On', plan: false },
];

secondOfTwoItemsFails('product.getAll', iotum, async (setup) => {
	const { access, control } = setup;
	await openSession(setup);
	await control.fault({ kind: 'cutJson', path: '*/fetch_products', after: 1 });
	return {
		inputs: { limit: 2, filters: { includeDescription: false } },
		items: [{}, {}],
		outputs: products.slice(0, 2),
		error: {
			message: 'Iotum sent an answer that is incomplete',
			description: `Check the address in the credential, and proxies on the way. ${asked(access.baseUrl, 'subscription/fetch_products', 200)}`,
		},
		requests: Array<ReturnType<typeof posted>>(2).fill(
			posted('subscription/fetch_products', { include_description: false }),
		),
	};
});

it('gets plans and add-ons; what the user leaves empty is not sent', async () => {
	const { run, control } = iotum();
	expect((await run('product.getAll')).json).toEqual(products);
	expect(received(await control.requests())).toEqual([posted('subscription/fetch_products', {})]);
});

it('gets them with their descriptions', async () => {
	const { run } = iotum();
	const inputs = { filters: { includeDescription: true }, returnAll: true };
	const described = products.map((product) => ({
		...product,
		description: `Description of the ${product.name}`,
	}));
	expect((await run('product.getAll', { inputs })).json).toEqual(described);
});

it.each([0, -1, 1.5, 'many'])('refuses the limit %j before anything is sent', async (limit) => {
	const { run, control } = iotum();
	const { error } = await run('product.getAll', { inputs: { limit } });
	expect(error).toMatchObject({
		message: '"Limit" is not usable [item 0]',
		description: 'Enter a whole number of at least 1.',
	});
	expect(await control.requests()).toEqual([]);
});
