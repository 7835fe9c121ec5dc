import type { Vendor } from '../../nodes/kit/connection';
import { text } from '../../nodes/kit/field';
import { operation } from '../../nodes/kit/operation';
import { path } from '../../nodes/kit/path';
import { get, post } from '../../nodes/kit/request';
import { everythingOf } from './calls';
import { useSample } from './sampleNode';

// A credential that holds a token itself instead of a sign-in.

const TOKEN = 'token-pasted-by-the-user';

const getThing = operation({
	name: 'Get',
	action: 'Get a thing',
	description: 'Get it',
	docs: 'none',
	fields: { thingId: text('Thing', { required: true }) },
	repeatable: true,
	request: ({ thingId }) => get(path`/things/${thingId}`),
});
/** A key that begins with "token" is one; any other opens a session. */
const vendor: Partial<Vendor> = {
	signIns: {
		sampleApi: {
			given: ({ apiKey }) => (String(apiKey).startsWith('token') ? String(apiKey) : undefined),
			opening: {
				request: () => post(path`/sign-in`),
				token: ({ token }) => (typeof token === 'string' ? token : undefined),
			},
			sign: (options, token) => ({
				...options,
				headers: { ...options.headers, authorization: `Bearer ${token}` },
			}),
		},
	},
};
const sample = useSample({ thing: { name: 'Thing', operations: { get: getThing } } }, { vendor });

const getThings = async (ids: string[], options = { maxRetries: 3 }, apiKey = TOKEN) =>
	await sample().run('thing.get', {
		inputs: { thingId: '={{ $json.id }}', options },
		items: ids.map((id) => ({ id })),
		credentials: { sampleApi: { baseUrl: sample().server.url, apiKey } },
		continueOnFail: true,
	});

const seen = () =>
	sample()
		.server.received()
		.map(({ method, path: asked, headers }) => `${method} ${asked} ${headers.authorization}`);

it('goes with every request, and nothing signs in', async () => {
	sample().server.answers(() => ({ body: { id: 1 } }));
	const { json } = await getThings(['1', '2']);
	expect(json).toEqual([{ id: 1 }, { id: 1 }]);
	expect(seen().sort()).toEqual(['1', '2'].map((id) => `GET /things/${id} Bearer ${TOKEN}`));
});

it('a 401 is final: no sign-in, no second attempt, and other items are asked for all the same', async () => {
	const { server } = sample();
	server.answers(({ path: asked }) =>
		asked.endsWith('2') ? { status: 401, body: { message: `${TOKEN} has expired` } } : {},
	);
	const result = await getThings(['1', '2', '3']);
	expect(result.json).toEqual([
		{},
		{
			error: 'Sample rejected the credential: *** has expired [item 1]',
			message: `Check the credential of this node. GET ${server.url}/things/2: HTTP 401.`,
		},
		{},
	]);
	expect(seen()).toHaveLength(3);
	expect(everythingOf(result)).not.toContain(TOKEN);
});

it('other failures are repeated as ever, with the same token', async () => {
	let left = 2;
	sample().server.answers(() => (left-- > 0 ? { status: 503 } : {}));
	const { json } = await getThings(['1'], { maxRetries: 2 });
	expect(json).toEqual([{}]);
	expect(seen()).toEqual(Array.from({ length: 3 }, () => `GET /things/1 Bearer ${TOKEN}`));
});

it('a credential without one opens a session', async () => {
	sample().server.answers(({ path: asked }) =>
		asked === '/sign-in' ? { body: { token: 'opened' } } : {},
	);
	await getThings(['1'], { maxRetries: 0 }, 'a password');
	expect(seen()).toEqual(['POST /sign-in undefined', 'GET /things/1 Bearer opened']);
});
