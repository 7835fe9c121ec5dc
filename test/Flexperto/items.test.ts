import { sentAs, USERS } from './requests';
import { useFlexperto } from './setup';

const flexperto = useFlexperto();

const inputs = {
	email: '={{ $json.email }}',
	firstName: 'Nathan',
	lastName: 'Smith',
	roles: ['EXPERT'],
};
const oneAtATime = { batching: { values: { concurrentRequests: 1, pause: 0 } } };

/** Items of which the one whose address is taken fails. */
const itemsFor = (...names: string[]) => names.map((name) => ({ email: `${name}@example.com` }));

const sentAddresses = async () =>
	(await flexperto().control.requests({ method: 'POST' })).map((one) => sentAs(one, 'email'));

beforeEach(async () => {
	await flexperto().vendor.createUser({ email: 'taken@example.com' });
});

it('keeps the order of the items when the answers come in another one', async () => {
	const { run, control } = flexperto();
	await control.fault({ kind: 'delay', ms: 300, method: 'POST', path: USERS });
	const items = itemsFor('a', 'taken', 'b');
	const result = await run('user.create', { inputs, items, continueOnFail: true });
	expect(
		result.items.map(({ json, pairedItem }) => [json.email ?? json.error, pairedItem]),
	).toEqual([
		['a@example.com', { item: 0 }],
		[expect.stringMatching(/exists already\. \[item 1\]$/), { item: 1 }],
		['b@example.com', { item: 2 }],
	]);
});

it('starts nothing more after a failure, and says which items were done before', async () => {
	const { run } = flexperto();
	const items = itemsFor('a', 'b', 'taken', 'c');
	const { error } = await run('user.create', { inputs: { ...inputs, options: oneAtATime }, items });
	expect(error).toMatchObject({
		itemIndex: 2,
		description: expect.stringMatching(/Items done before: 0, 1\.$/),
	});
	expect(await sentAddresses()).toEqual(itemsFor('a', 'b', 'taken').map(({ email }) => email));
});

it('names no items as done when the first one fails', async () => {
	const { run } = flexperto();
	const { error } = await run('user.create', { inputs, items: itemsFor('taken') });
	expect(error?.description).not.toContain('Items done before');
});

it('sends nothing at all when an input of any item cannot be used', async () => {
	const { run } = flexperto();
	const items = [...itemsFor('a', 'b'), { email: 'nathan' }];
	const { error } = await run('user.create', { inputs, items });
	expect(error?.message).toBe('"Email" is not an e-mail address [item 2]');
	expect(await sentAddresses()).toEqual([]);
});

it('does the other items when an input of one cannot be used, with Continue On Fail', async () => {
	const { run } = flexperto();
	const items = [{ email: 'nathan' }, ...itemsFor('b')];
	const { json } = await run('user.create', { inputs, items, continueOnFail: true });
	expect(json).toMatchObject([
		{
			error: '"Email" is not an e-mail address [item 0]',
			message: 'Enter one such as nathan@example.com.',
		},
		{ email: 'b@example.com' },
	]);
});

it('sends failed items, with what they came with, to the error output', async () => {
	const { run } = flexperto();
	const onError = 'continueErrorOutput';
	const { output } = await run('user.create', { inputs, items: itemsFor('a', 'taken'), onError });
	expect(output).toMatchObject([
		[{ json: { email: 'a@example.com' }, pairedItem: { item: 0 } }],
		[
			{
				json: {
					email: 'taken@example.com',
					error: expect.stringMatching(/exists already\. \[item 1\]$/),
					message: expect.stringMatching(/^Look at the current state before trying again/),
				},
				pairedItem: { item: 1 },
			},
		],
	]);
});
