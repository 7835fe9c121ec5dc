import { path } from '../../nodes/kit/path';
import { get } from '../../nodes/kit/request';
import { task } from '../../nodes/kit/task';
import { useSample } from './sampleNode';

// A list that may be gone, or not be for everybody, which is no failure then.

const things = {
	repeatable: true,
	filter: () => (record: object) => !('hidden' in record),
	request: () => get(path`/things`),
};
const getAll = task({
	name: 'Get Many',
	action: 'Get many things',
	description: 'Get them',
	docs: 'none',
	fields: {},
	async run(_values, tools) {
		const outputs = [];
		for await (const json of tools.recordsUnless([403, 404], things, undefined)) {
			outputs.push({ json });
		}
		return outputs;
	},
});
const sample = useSample({ thing: { name: 'Thing', operations: { getAll } } });

async function run(answer: { status?: number; body?: unknown }) {
	const { run: runNode, server } = sample();
	server.answers(() => answer);
	const result = await runNode('thing.getAll', { inputs: { options: { maxRetries: 0 } } });
	return { ...result, asked: server.received().length };
}

it('its records come filtered where it can be read', async () => {
	const { json } = await run({ body: [{ id: 1 }, { id: 2, hidden: true }, { id: 3 }] });
	expect(json).toEqual([{ id: 1 }, { id: 3 }]);
});

it.each([403, 404])('there are none, and no error, where the vendor answers %i', async (status) => {
	const result = await run({ status, body: [{ id: 1 }] });
	expect([result.status, result.json, result.asked]).toEqual(['success', [], 1]);
});

it.each([401, 500])('any other status (%i) is a failure', async (status) => {
	const { error, items } = await run({ status });
	expect(error?.httpCode).toBe(String(status));
	expect(items).toEqual([]);
});
