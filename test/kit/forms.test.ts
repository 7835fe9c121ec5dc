import fc from 'fast-check';

import type { Vendor } from '../../nodes/kit/connection';
import { text } from '../../nodes/kit/field';
import { operation } from '../../nodes/kit/operation';
import { path } from '../../nodes/kit/path';
import { post } from '../../nodes/kit/request';
import { useSample } from './sampleNode';
import type { Received } from './sampleServer';

// Requests that are sent as a form (application/x-www-form-urlencoded) instead of JSON.

const create = operation({
	name: 'Create',
	action: 'Create a thing',
	description: 'Create it',
	docs: 'none',
	fields: { name: text('Name', { required: true }) },
	repeatable: false,
	request: ({ name }) => post(path`/things`, { form: { kind: 'small', name } }),
});
const table = { thing: { name: 'Thing', operations: { create } } };
const session: Partial<Vendor> = {
	signIns: {
		sampleApi: {
			opening: {
				request: ({ apiKey }) =>
					post(path`/token`, { form: { grant_type: 'password', password: String(apiKey) } }),
				token: ({ access_token: token }) => (typeof token === 'string' ? token : undefined),
			},
			sign: (options, token) => ({
				...options,
				headers: { ...options.headers, authorization: `Bearer ${token}` },
			}),
		},
	},
};

/** The form in a request, as the vendor reads it. */
function formIn(request: Received | undefined) {
	const { body, headers } = request ?? { body: undefined, headers: {} };
	const content = Buffer.isBuffer(body) ? body.toString() : JSON.stringify(body);
	return {
		type: String(headers['content-type']).split(';', 1)[0],
		entries: Object.fromEntries(new URLSearchParams(content)),
	};
}

const FORM = 'application/x-www-form-urlencoded';
const signs = fc.string({ unit: 'grapheme', minLength: 1 }).map((value) => `x${value}x`);

describe.each([
	['in a session', session],
	['signed by n8n', {}],
])('%s', (_how, vendor) => {
	const sample = useSample(table, { vendor });

	it('the vendor reads what was entered, whatever signs are in it', async () => {
		const { run, server } = sample();
		await fc.assert(
			fc.asyncProperty(signs, async (name) => {
				server.answers(({ path: asked }) =>
					asked === '/token' ? { body: { access_token: 'opened' } } : { body: { id: 1 } },
				);
				const inputs = { name: '={{ $json.name }}', options: { maxRetries: 0 } };
				const { json } = await run('thing.create', { inputs, items: [{ name }] });
				expect(json).toEqual([{ id: 1 }]);
				const sent = server.received().find(({ path: asked }) => asked === '/things');
				expect(formIn(sent)).toEqual({ type: FORM, entries: { kind: 'small', name } });
				expect(sent?.headers.accept).toBe('application/json');
			}),
			{ numRuns: 25 },
		);
	});

	it('is sent whole again after the vendor turned it away', async () => {
		const { run, server } = sample();
		let left = 1;
		server.answers(({ path: asked }) => {
			if (asked === '/token') return { body: { access_token: 'opened' } };
			return left-- > 0 ? { status: 429, headers: { 'retry-after': '0' } } : { body: { id: 1 } };
		});
		const { json } = await run('thing.create', { inputs: { name: 'a & b' } });
		expect(json).toEqual([{ id: 1 }]);
		const sent = server.received().filter(({ path: asked }) => asked === '/things');
		expect(sent.map(formIn)).toEqual(
			[1, 2].map(() => ({ type: FORM, entries: { kind: 'small', name: 'a & b' } })),
		);
	});
});

describe('a sign-in', () => {
	const sample = useSample(table, { vendor: session });

	it('can be a form', async () => {
		const { run, server } = sample();
		server.answers(() => ({ body: { access_token: 'opened' } }));
		const apiKey = 'päss&word=1 +%';
		const credentials = { sampleApi: { baseUrl: server.url, apiKey } };
		await run('thing.create', { inputs: { name: 'a' }, credentials });
		const [signIn, create] = server.received();
		expect(signIn?.path).toBe('/token');
		expect(formIn(signIn)).toEqual({
			type: FORM,
			entries: { grant_type: 'password', password: apiKey },
		});
		expect(create?.headers.authorization).toBe('Bearer opened');
	});
});
