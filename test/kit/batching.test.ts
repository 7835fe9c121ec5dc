import type { INodeParameters } from 'n8n-workflow';
import { useFlexperto } from '../Flexperto/setup';

const flexperto = useFlexperto();

/** Runs "Get Many Users" for items that each ask for one of the vendor's users. */
async function runFor(items: number, batching?: INodeParameters, more: INodeParameters = {}) {
	const { run, vendor, control } = flexperto();
	const users = await vendor.createUsers(items);
	await control.clearRequests();
	const options = { ...(batching && { batching: { values: batching } }), ...more };
	const result = await run('user.getAll', {
		inputs: { filters: { email: '={{ $json.email }}' }, options },
		items: users.map(({ email }) => ({ email })),
	});
	const ended = Date.now();
	return { ...result, users, ended, requests: await control.requests() };
}

const slowly = async (ms: number, times: number | 'always' = 'always') =>
	await flexperto().control.fault({ kind: 'delay', ms, times });

const most = (requests: Array<{ concurrent: number }>) =>
	Math.max(...requests.map(({ concurrent }) => concurrent));

it('works on five items at the same time, unless told otherwise', async () => {
	await slowly(60);
	const { requests, json } = await runFor(12);
	expect(json).toHaveLength(12);
	expect(requests).toHaveLength(12);
	expect(most(requests)).toBe(5);
});

it.each([1, 2, 7])('sends at most %i requests at the same time when told so', async (most_) => {
	await slowly(60);
	const { requests } = await runFor(9, { concurrentRequests: most_ });
	expect(requests).toHaveLength(9);
	expect(most(requests)).toBe(most_);
});

it('gives the outputs in the order of the items, whichever answer comes first', async () => {
	for (const ms of [300, 10, 150, 5]) await slowly(ms, 1);
	const { json, items, users } = await runFor(8);
	expect(json.map(({ email }) => email)).toEqual(users.map(({ email }) => email));
	expect(items.map(({ pairedItem }) => pairedItem)).toEqual(users.map((_user, item) => ({ item })));
});

it('pauses after each item before the next takes its place, and not after the last', async () => {
	const { requests, ended } = await runFor(2, { concurrentRequests: 1, pause: 1000 });
	const [first = NaN, last = NaN] = requests.map(({ arrivedAt }) => arrivedAt);
	expect(requests).toHaveLength(2);
	expect(last - first).toBeGreaterThanOrEqual(995);
	expect(ended - last).toBeLessThan(900);
});

it('starts nothing new after a failure, and tells which items are done', async () => {
	const { control } = flexperto();
	await control.fault({ kind: 'status', status: 500, after: 3 });
	const { requests, error, items } = await runFor(10, { concurrentRequests: 1 }, { maxRetries: 0 });
	expect(requests).toHaveLength(4);
	expect(items).toEqual([]);
	expect(error?.itemIndex).toBe(3);
	expect(error?.message).toBe('Flexperto failed to process the request [item 3]');
	expect(error?.description).toMatch(/HTTP 500\. Items done before: 0, 1, 2\.$/);
});

it('lets what is under way come to its end after a failure', async () => {
	const { control } = flexperto();
	await control.fault({ kind: 'status', status: 500 });
	await slowly(200);
	const { requests, error } = await runFor(10, { concurrentRequests: 3 }, { maxRetries: 0 });
	expect(requests.map(({ status }) => status).sort()).toEqual([200, 200, 500]);
	expect(error?.itemIndex).toBe(0);
	expect(error?.description).toMatch(/Items done before: 1, 2\.$/);
});

it.each([
	[{ concurrentRequests: 0 }, '"Concurrent Requests" is not usable', 'at least 1 and at most 50'],
	[{ concurrentRequests: 51 }, '"Concurrent Requests" is not usable', 'at least 1 and at most 50'],
	[{ concurrentRequests: 2.5 }, '"Concurrent Requests" is not usable', 'at least 1 and at most 50'],
	[{ pause: -1 }, '"Pause (Ms)" is not usable', 'at least 0 and at most 2147483647'],
])('refuses %j before anything is sent', async (batching, message, next) => {
	const { requests, error } = await runFor(2, batching);
	expect(error?.message).toBe(`${message} [item 0]`);
	expect(error?.description).toBe(`Enter a whole number of ${next}.`);
	expect(requests).toEqual([]);
});
