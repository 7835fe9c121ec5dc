import { flag } from '../../nodes/kit/choice';
import { refusal } from '../../nodes/kit/error';
import { text } from '../../nodes/kit/field';
import { path } from '../../nodes/kit/path';
import { post } from '../../nodes/kit/request';
import { task } from '../../nodes/kit/task';
import { useSample } from './sampleNode';

// Operations that the user can have done once for all items together.

const create = {
	repeatable: false,
	request: (names: string[]) => post(path`/things`, { body: { names } }),
};
const add = task({
	name: 'Add',
	action: 'Add',
	description: 'Add',
	docs: 'none',
	fields: { name: text('Name', { required: true }), owner: text('Owner') },
	joint: { together: flag('Together', false, 'Whether all items go out in one request') },
	check({ owner }, { items }, _jobs, every) {
		const [index] = [...every().entries()].find(([, other]) => other.owner !== owner) ?? [];
		if (index === undefined) return;
		throw refusal('Owner', `is another one [item ${items[index]}]`, 'Sort the items by owner');
	},
	async run(_values, tools, every) {
		const names = every().map(({ name }) => name);
		await tools.call(create, names);
		return names.map((name, index) => ({ json: { name }, item: tools.items[index] }));
	},
});

const sample = useSample({ thing: { name: 'Thing', operations: { add } } });

const inputs = (together: boolean | string) => ({
	name: '={{ $json.name }}',
	owner: '={{ $json.owner }}',
	options: { maxRetries: 0, together },
});
const people = (...names: string[]) => names.map((name) => ({ name, owner: 'me' }));
const sent = () =>
	sample()
		.server.received()
		.map(({ body }) => body);

async function run(
	items: Array<{ name: string; owner: string }>,
	together: boolean | string = true,
	continueOnFail = false,
) {
	const { run: start, server } = sample();
	server.answers(() => ({}));
	return await start('thing.add', { inputs: inputs(together), items, continueOnFail });
}

it('one request is made for all items, and each has its own output', async () => {
	const { json, items } = await run(people('a', 'b', 'c'));
	expect(sent()).toEqual([{ names: ['a', 'b', 'c'] }]);
	expect(json).toEqual([{ name: 'a' }, { name: 'b' }, { name: 'c' }]);
	expect(items.map(({ pairedItem }) => pairedItem)).toEqual([0, 1, 2].map((item) => ({ item })));
});

it('one request is made for each item without the option', async () => {
	const { json } = await run(people('a', 'b', 'c'), false);
	expect(sent()).toEqual([{ names: ['a'] }, { names: ['b'] }, { names: ['c'] }]);
	expect(json).toHaveLength(3);
});

it('the first item decides', async () => {
	await run(people('a', 'b'), '={{ $itemIndex === 0 }}');
	expect(sent()).toEqual([{ names: ['a', 'b'] }]);
	await run(people('a', 'b'), '={{ $itemIndex === 1 }}');
	expect(sent()).toEqual([{ names: ['a'] }, { names: ['b'] }]);
});

it('a single item is no special case', async () => {
	const { json } = await run(people('a'));
	expect([json, sent()]).toEqual([[{ name: 'a' }], [{ names: ['a'] }]]);
});

describe.each([true, false])(
	'an input that cannot be used (Continue On Fail %p)',
	(continueOnFail) => {
		it.each([
			['of a further item', people('a', 'b', '', 'd'), '"Name" is empty [item 2]'],
			['of the first item', people('', 'b'), '"Name" is empty [item 0]'],
			[
				'beside the others',
				[...people('a', 'b'), { name: 'c', owner: 'you' }],
				'"Owner" is another one [item 2]',
			],
		])('%s is told by its number, and nothing is sent', async (_what, items, message) => {
			const { error, json } = await run(items, true, continueOnFail);
			expect(sent()).toEqual([]);
			if (continueOnFail) {
				expect(json.map(({ error: told }) => told)).toEqual(items.map(() => message));
			} else {
				expect(error?.message).toBe(message);
			}
		});
	},
);

it('a request that fails fails all of its items', async () => {
	const { run: start, server } = sample();
	server.answers(() => ({ status: 422, body: { message: 'Too many' } }));
	const result = await start('thing.add', {
		inputs: inputs(true),
		items: people('a', 'b'),
		continueOnFail: true,
	});
	const error = 'Sample did not accept the request: Too many [item 0]';
	expect(result.json).toMatchObject([{ error }, { error }]);
	expect(result.items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
	expect(sent()).toHaveLength(1);
});

it('an option that is neither yes nor no is an error of all items, and nothing is sent', async () => {
	const { items } = await run(people('a', 'b'), '={{ "perhaps" }}', true);
	const error = '"Together" must be true or false [item 0]';
	expect(items.map(({ json, pairedItem }) => [json.error, pairedItem])).toEqual([
		[error, { item: 0 }],
		[error, { item: 1 }],
	]);
	expect(sent()).toEqual([]);
});
