import fc from 'fast-check';
import { setTimeout as wait } from 'node:timers/promises';

import type { Vendor } from '../../nodes/kit/connection';
import { text } from '../../nodes/kit/field';
import { operation } from '../../nodes/kit/operation';
import { path } from '../../nodes/kit/path';
import { post } from '../../nodes/kit/request';
import { useSample } from './sampleNode';
import { entriesOf, type Received, type SampleAnswer } from './sampleServer';

// Sessions at a vendor whose answers take their time and come in any order, through n8n's engine.

const create = operation({
	name: 'Create',
	action: 'Create',
	description: 'Create',
	docs: 'none',
	fields: { name: text('Name', { required: true }) },
	repeatable: false,
	request: ({ name }) => post(path`/things`, { body: { name } }),
});
const vendor: Partial<Vendor> = {
	signIns: {
		sampleApi: {
			opening: {
				request: ({ apiKey }) => post(path`/sign-in`, { body: { key: String(apiKey) } }),
				token: ({ token }) => (typeof token === 'string' ? token : undefined),
			},
			sign: (options, token) => ({ ...options, body: { ...Object(options.body), token } }),
		},
	},
};
const sample = useSample({ thing: { name: 'Thing', operations: { create } } }, { vendor });

/** A vendor whose sessions last for so many requests; `delays` are those of its answers, in turn. */
interface Behaviour {
	uses: number;
	delays: number[];
}

let credential = 0;

/** Plays the vendor; gives what became of its sessions, and a credential it does not know yet. */
function play({ uses, delays }: Behaviour) {
	const { server } = sample();
	const left = new Map<string, number>();
	const rejected = new Set<string>();
	const done: string[] = [];
	let answers = 0;
	const respond = (request: Received): SampleAnswer => {
		const { token, name } = entriesOf(request);
		if (request.path === '/sign-in') {
			const opened = `session ${left.size + 1}`;
			left.set(opened, uses);
			return { body: { token: opened } };
		}
		const remaining = left.get(String(token)) ?? 0;
		if (remaining === 0) {
			rejected.add(String(token));
			return { status: 401, body: { message: 'Session expired' } };
		}
		left.set(String(token), remaining - 1);
		done.push(String(name));
		return {};
	};
	server.answers(async (request) => {
		const answer = respond(request);
		await wait(delays[answers++ % delays.length]);
		return answer;
	});
	const sampleApi = { baseUrl: server.url, apiKey: `key ${++credential}` };
	return { rejected, done, signIns: () => left.size, credentials: { sampleApi } };
}

const names = (count: number, of: string) =>
	Array.from({ length: count }, (_none, index) => ({ name: `${of}${index}` }));

async function run(
	credentials: ReturnType<typeof play>['credentials'],
	items: Array<{ name: string }>,
) {
	const batching = { values: { concurrentRequests: 10 } };
	const inputs = { name: '={{ $json.name }}', options: { maxRetries: 0, batching } };
	return await sample().run('thing.create', { inputs, items, credentials });
}

it('however a session ends, each item is done once and each end takes one sign-in', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.integer({ min: 1, max: 80 }),
			fc.integer({ min: 0, max: 40 }),
			fc.integer({ min: 40, max: 70 }),
			fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 1, maxLength: 7 }),
			async (first, second, uses, delays) => {
				const { rejected, done, signIns, credentials } = play({ uses, delays });
				const [one, two] = [names(first, 'a'), names(second, 'b')];
				const results = await Promise.all([run(credentials, one), run(credentials, two)]);
				expect(results.map(({ status }) => status)).toEqual(['success', 'success']);
				const all = [...one, ...two].map(({ name }) => name);
				expect([...done].sort()).toEqual([...all].sort());
				expect(signIns()).toBe(1 + rejected.size);
			},
		),
		{ numRuns: 12 },
	);
}, 60_000);

it('a request is repeated once, not more, when the new session is rejected as well', async () => {
	const { done, signIns, credentials } = play({ uses: 1, delays: [0] });
	const batching = { values: { concurrentRequests: 1 } };
	const inputs = { name: '={{ $json.name }}', options: { maxRetries: 3, maxWait: 0, batching } };
	await sample().run('thing.create', { inputs, items: names(1, 'a'), credentials });
	const { server } = sample();
	server.answers(({ path: asked }) =>
		asked === '/sign-in' ? { body: { token: 'fresh' } } : { status: 401 },
	);
	const { error } = await sample().run('thing.create', {
		inputs,
		items: names(1, 'b'),
		credentials,
	});
	expect(error?.message).toBe('Sample rejected the credential [item 0]');
	expect(server.received().map(({ path: asked }) => asked)).toEqual([
		'/things',
		'/sign-in',
		'/things',
	]);
	expect([done, signIns()]).toEqual([['a0'], 1]);
});

it('a 401 that comes late, about the session before, opens no third one', async () => {
	const { server } = sample();
	let opened = 0;
	server.answers(async (request) => {
		const { token, name } = entriesOf(request);
		if (request.path === '/sign-in') return { body: { token: `session ${++opened}` } };
		if (name === 'first' || token !== 'session 1') return {};
		if (name === 'late') await wait(300);
		return { status: 401 };
	});
	const sampleApi = { baseUrl: server.url, apiKey: `key ${++credential}` };
	await run({ sampleApi }, [{ name: 'first' }]);
	const result = await run({ sampleApi }, [{ name: 'late' }, { name: 'quick' }, ...names(20, 'c')]);
	expect(result.status).toBe('success');
	expect(opened).toBe(2);
});

it.each([429, 500])(
	'a %i says nothing about the token: it is not replaced after the 401 that follows',
	async (status) => {
		const { server } = sample();
		let opened = 0;
		let busy = true;
		server.answers(({ path: asked }) => {
			if (asked === '/sign-in') return { body: { token: `session ${++opened}` } };
			if (!busy) return { status: 401 };
			busy = false;
			return { status };
		});
		const sampleApi = { baseUrl: server.url, apiKey: `key ${++credential}` };
		await run({ sampleApi }, [{ name: 'busy' }]);
		const { error } = await run({ sampleApi }, [{ name: 'rejected' }]);
		expect(error?.message).toBe('Sample rejected the credential [item 0]');
		expect(opened).toBe(1);
	},
);
