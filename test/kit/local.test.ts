import { refusal } from '../../nodes/kit/error';
import { text } from '../../nodes/kit/field';
import { local } from '../../nodes/kit/local';
import type { Vendor } from '../../nodes/kit/connection';
import { path } from '../../nodes/kit/path';
import { post } from '../../nodes/kit/request';
import { useSample } from './sampleNode';

// Operations that are worked out from the inputs alone.

const getLinks = local({
	name: 'Get Links',
	action: 'Get links',
	description: 'Get them',
	docs: 'none',
	fields: { rooms: text('Rooms', { required: true }) },
	output({ rooms }, { origin }) {
		if (rooms.includes('/')) throw refusal('Rooms', 'contains a slash', 'Enter names alone');
		return rooms.split(',').map((room) => ({ link: `${origin}/${room}` }));
	},
});

const table = { room: { name: 'Room', operations: { getLinks } } };
/** A vendor that has a path below its origin and opens sessions. */
const vendor: Partial<Vendor> = {
	baseUrl: ({ baseUrl }) => `${String(baseUrl)}/api/v1`,
	signIns: {
		sampleApi: {
			opening: {
				request: () => post(path`/sign-in`),
				token: () => 'token',
			},
			sign: (options) => options,
		},
	},
};
const sample = useSample(table, { vendor });

it('ask the vendor for nothing, not even for a session', async () => {
	const { run, server } = sample();
	const items = [{ rooms: 'a,b' }, { rooms: 'c' }];
	const result = await run('room.getLinks', { inputs: { rooms: '={{ $json.rooms }}' }, items });
	expect(result.status).toBe('success');
	expect(result.json).toEqual(['a', 'b', 'c'].map((room) => ({ link: `${server.url}/${room}` })));
	expect(result.items.map(({ pairedItem }) => pairedItem)).toEqual(
		[0, 0, 1].map((item) => ({ item })),
	);
	expect(server.received()).toEqual([]);
});

it('work also where the vendor cannot be reached', async () => {
	const { run } = sample();
	const sampleApi = { baseUrl: 'https://nowhere.invalid', apiKey: 'key' };
	const result = await run('room.getLinks', { inputs: { rooms: 'a' }, credentials: { sampleApi } });
	expect(result.json).toEqual([{ link: 'https://nowhere.invalid/a' }]);
});

it('refuse one item and go on with the others', async () => {
	const { run, server } = sample();
	const { json } = await run('room.getLinks', {
		inputs: { rooms: '={{ $json.rooms }}' },
		items: [{ rooms: 'a' }, { rooms: 'b/c' }, { rooms: '' }],
		continueOnFail: true,
	});
	expect(json).toEqual([
		{ link: `${server.url}/a` },
		{ error: '"Rooms" contains a slash [item 1]', message: 'Enter names alone.' },
		{ error: '"Rooms" is empty [item 2]', message: 'Enter a value or map one to it.' },
	]);
});

it('have no options of requests', () => {
	expect(Object.keys(getLinks.fields)).toEqual(['rooms']);
});
