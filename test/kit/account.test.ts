import { askedOnce } from '../../nodes/kit/account';
import { path } from '../../nodes/kit/path';
import { get } from '../../nodes/kit/request';
import { task } from '../../nodes/kit/task';
import { useSample } from './sampleNode';

// What a node asks the vendor once about the account of its credential, such as its enterprise.

const whoAmI = { repeatable: true, request: () => get(path`/me`) };
const enterprise = askedOnce(async (tools) => {
	const { enterprise: id } = await tools.call(whoAmI, undefined);
	return String(id);
});
const show = task({
	name: 'Show',
	action: 'Show the enterprise',
	description: 'Show it',
	docs: 'none',
	fields: {},
	run: async (_values, tools) => [{ json: { enterprise: await enterprise(tools) } }],
});
const sample = useSample({ thing: { name: 'Thing', operations: { show } } });

let keys = 0;
const newKey = () => `key ${++keys}`;

const run = async (apiKey: string, count: number) =>
	await sample().run('thing.show', {
		inputs: { options: { maxRetries: 0 } },
		items: Array.from({ length: count }, () => ({})),
		credentials: { sampleApi: { baseUrl: sample().server.url, apiKey } },
		continueOnFail: true,
	});

const asked = () => sample().server.received().length;

/** The vendor answers so many times with 500 and then with the number of the request. */
const fails = (times: number) => {
	let count = 0;
	sample().server.answers(() =>
		++count > times ? { body: { enterprise: count } } : { status: 500 },
	);
};

const known = (id: string, count: number) =>
	Array.from({ length: count }, () => ({ enterprise: id }));

it('is asked once for all items that want to know it at the same time', async () => {
	fails(0);
	expect((await run(newKey(), 20)).json).toEqual(known('1', 20));
	expect(asked()).toBe(1);
});

it('is known to runs that come later, and to those at the same time', async () => {
	fails(0);
	const key = newKey();
	const results = await Promise.all([run(key, 3), run(key, 3)]);
	expect(results.map(({ json }) => json)).toEqual([known('1', 3), known('1', 3)]);
	expect((await run(key, 2)).json).toEqual(known('1', 2));
	expect(asked()).toBe(1);
});

it('is asked for each credential, and for each address', async () => {
	fails(0);
	const [one, other] = [newKey(), newKey()];
	await run(one, 3);
	expect((await run(other, 3)).json).toEqual(known('2', 3));
	const baseUrl = sample().server.url.replace('127.0.0.1', 'localhost');
	const { json } = await sample().run('thing.show', {
		credentials: { sampleApi: { baseUrl, apiKey: one } },
	});
	expect(json).toEqual(known('3', 1));
	expect((await run(one, 1)).json).toEqual(known('1', 1));
	expect(asked()).toBe(3);
});

it('a failure is that of one item; the others ask again, and what they learn is remembered', async () => {
	fails(1);
	const key = newKey();
	const { json } = await run(key, 4);
	expect(json[0]).toMatchObject({ error: 'Sample failed to process the request [item 0]' });
	expect(json.slice(1).map(({ enterprise: id }) => Number(id) > 1)).toEqual([true, true, true]);
	const before = asked();
	expect((await run(key, 2)).json.map(({ error }) => error)).toEqual([undefined, undefined]);
	expect(asked()).toBe(before);
});

it('a failure is not remembered: the next run asks again', async () => {
	fails(1);
	const key = newKey();
	expect((await run(key, 1)).json[0]).toHaveProperty('error');
	expect((await run(key, 3)).json).toEqual(known('2', 3));
	expect((await run(key, 3)).json).toEqual(known('2', 3));
	expect(asked()).toBe(2);
});
