import { flag } from '../../nodes/kit/choice';
import { listing } from '../../nodes/kit/listing';
import { path } from '../../nodes/kit/path';
import { post } from '../../nodes/kit/request';
import { task } from '../../nodes/kit/task';
import { useSample } from './sampleNode';

// What the user should know about the output of a run.

const HINT = 'The vendor keeps things for 18 months.';
const about = { action: 'Do it', description: 'Does it', docs: 'none' };

const getAll = listing({
	...about,
	name: 'Get Many',
	fields: {},
	repeatable: true,
	hint: HINT,
	request: () => post(path`/things`),
});
const work = task({
	...about,
	name: 'Work',
	fields: { tell: flag('Tell', true, 'Whether there is something to tell') },
	async run({ tell }, tools) {
		const [item] = tools.items;
		if (tell) tools.hint('Some are missing.');
		if (tell) tools.hint(`Half of them are ${(item ?? 0) % 2 === 0 ? 'even' : 'odd'}.`);
		return [{ json: {} }];
	},
});

const sample = useSample({ thing: { name: 'Thing', operations: { getAll, work } } });
const items = (count: number) => Array.from({ length: count }, () => ({}));
const info = (message: string) => ({ message, type: 'info', location: 'outputPane' });

it('the hint of a list is given once for many items', async () => {
	const { run, server } = sample();
	server.answers(() => ({ body: [{ id: 1 }] }));
	const { hints, json } = await run('thing.getAll', { items: items(30) });
	expect(json).toHaveLength(30);
	expect(hints).toEqual([info(HINT)]);
});

it('each run gives it again', async () => {
	const { run, server } = sample();
	server.answers(() => ({ body: [] }));
	for (const count of [1, 2]) {
		expect((await run('thing.getAll', { items: items(count) })).hints).toEqual([info(HINT)]);
	}
});

it('different ones are all given, each once', async () => {
	const { hints } = await sample().run('thing.work', { items: items(10) });
	expect(hints).toEqual(
		['Some are missing.', 'Half of them are even.', 'Half of them are odd.'].map(info),
	);
});

it('none is given where there is nothing to tell', async () => {
	const { hints } = await sample().run('thing.work', { inputs: { tell: false }, items: items(3) });
	expect(hints).toEqual([]);
});

it('they are given also when items fail', async () => {
	const { run, server } = sample();
	server.answers(() => ({ status: 404 }));
	const options = { maxRetries: 0 };
	const { hints, json } = await run('thing.getAll', {
		inputs: { options },
		items: items(3),
		continueOnFail: true,
	});
	expect(json.map(({ error }) => error)).toEqual(
		[0, 1, 2].map((item) => `Sample does not know what was asked for [item ${item}]`),
	);
	expect(hints).toEqual([info(HINT)]);
});

it('nothing is sent and nothing told when an input cannot be used', async () => {
	const { run, server } = sample();
	const { hints, error } = await run('thing.getAll', { inputs: { limit: '={{ 0 }}' } });
	expect(error?.message).toBe('"Limit" is not usable [item 0]');
	expect([hints, server.received()]).toEqual([[], []]);
});
