import { setTimeout as wait } from 'node:timers/promises';

import { AUTHENTICATE, atOnce, attempts, calls, items, ownCredential } from './sessionRuns';
import { useIotum, type Setup } from './setup';

// The user stops one of two executions that wait for the same sign-in.

const iotum = useIotum();

const run = { inputs: { options: atOnce(10) }, items: items(20) };

/** Waits until a sign-in has reached the vendor. */
async function signInUnderWay(setup: Setup) {
	while ((await attempts(setup)) === 0) await wait(10);
}

it.each([
	{ stopped: 'that has started the sign-in', first: true },
	{ stopped: 'that only waits for it', first: false },
])('the execution $stopped ends; the other one gets its session', async ({ first }) => {
	const setup = iotum();
	await setup.control.fault({ kind: 'delay', ms: 800, path: AUTHENTICATE });
	const credentials = ownCredential(setup);
	const stop = new AbortController();
	const { signal } = stop;
	const starter = setup.run('domain.getDescendants', {
		...run,
		credentials,
		...(first && { signal }),
	});
	await signInUnderWay(setup);
	const waiting = setup.run('product.getAll', { ...run, credentials, ...(!first && { signal }) });
	await wait(100);
	stop.abort();
	const [stopped, other] = first ? [starter, waiting] : [waiting, starter];
	expect((await other).status).toBe('success');
	expect((await stopped).status).toBe('canceled');
	expect(await attempts(setup)).toBe(1);
	expect(await setup.vendor.signIns()).toEqual({ count: 1 });
	const paths = new Set((await calls(setup)).map(({ path }) => path.split('/').at(-1)));
	expect([...paths]).toEqual([first ? 'fetch_products' : 'descendants']);
});

it('a session whose opener was stopped serves the next run', async () => {
	const setup = iotum();
	await setup.control.fault({ kind: 'delay', ms: 300, path: AUTHENTICATE });
	const credentials = ownCredential(setup);
	const stop = new AbortController();
	const running = setup.run('domain.getDescendants', { ...run, credentials, signal: stop.signal });
	await signInUnderWay(setup);
	stop.abort();
	await running;
	const { status } = await setup.run('domain.getDescendants', { ...run, credentials });
	expect(status).toBe('success');
	expect(await attempts(setup)).toBe(1);
});

it('a stopped execution does not end the repetitions of a sign-in that others wait for', async () => {
	const setup = iotum();
	await setup.control.fault({ kind: 'status', status: 503, path: AUTHENTICATE, times: 2 });
	const credentials = ownCredential(setup);
	const stop = new AbortController();
	const inputs = { options: { maxRetries: 3 } };
	const starter = setup.run('domain.getDescendants', { inputs, credentials, signal: stop.signal });
	await signInUnderWay(setup);
	const waiting = setup.run('product.getAll', { credentials });
	await wait(100);
	stop.abort();
	expect((await waiting).status).toBe('success');
	expect((await starter).status).toBe('canceled');
	expect(await attempts(setup)).toBe(3);
});
