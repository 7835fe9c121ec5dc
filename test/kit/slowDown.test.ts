import { DateTime } from 'luxon';
import { useFlexperto } from '../Flexperto/setup';
import { inputsOf, requestLine, runWith, type Call } from './calls';

// 429: the vendor turned the request away, so nothing was done and it may be sent again, whatever it is.

const flexperto = useFlexperto();

const slowDown = (headers: Record<string, string> = {}) => ({
	kind: 'status' as const,
	status: 429,
	headers,
	body: { message: 'Too many requests' },
});

/** Milliseconds between the arrival of the first and the second request. */
async function pause(): Promise<number> {
	const [first, second] = await flexperto().control.requests();
	return (second?.arrivedAt ?? NaN) - (first?.arrivedAt ?? NaN);
}

const inTwoSeconds = () => DateTime.utc().plus({ seconds: 2 });

describe.each<Call>(['user.getAll', 'meeting.reserve'])('%s', (call) => {
	it('waits as many seconds as Retry-After says, then works', async () => {
		const fault = { ...slowDown({ 'retry-after': '1' }), times: 1 };
		const { status, json, attempts } = await runWith(flexperto(), call, fault, { options: {} });
		expect({ status, attempts }).toEqual({ status: 'success', attempts: 2 });
		expect(json.length).toBeGreaterThan(0);
		expect(await pause()).toBeGreaterThanOrEqual(990);
		expect(await pause()).toBeLessThan(1900);
	});

	it('waits until the time that Retry-After says, then works', async () => {
		const until = inTwoSeconds().startOf('second');
		const fault = { ...slowDown({ 'retry-after': until.toHTTP() ?? '' }), times: 1 };
		const { status, attempts } = await runWith(flexperto(), call, fault, { options: {} });
		expect({ status, attempts }).toEqual({ status: 'success', attempts: 2 });
		const [, second] = await flexperto().control.requests();
		const late = (second?.arrivedAt ?? NaN) - until.toMillis();
		expect(late).toBeGreaterThanOrEqual(-20);
		expect(late).toBeLessThan(1500);
	});

	it.each([-5, 5])('reckons with the clock of the vendor, which is %i hours off', async (hours) => {
		const { control } = flexperto();
		const there = DateTime.utc().plus({ hours });
		await control.setClock(there.toISO());
		const until = there.plus({ seconds: 2 });
		const fault = { ...slowDown({ 'retry-after': until.toHTTP() ?? '' }), times: 1 };
		const { status, attempts } = await runWith(flexperto(), call, fault, { options: {} });
		expect({ status, attempts }).toEqual({ status: 'success', attempts: 2 });
		expect(await pause()).toBeGreaterThan(900);
		expect(await pause()).toBeLessThan(3000);
	});

	it('fails at once when the pause is longer than Max Wait, and tells when it would work', async () => {
		const setup = flexperto();
		const begun = DateTime.utc();
		const fault = slowDown({ 'retry-after': '120' });
		const options = { maxWait: 119 };
		const { error, attempts } = await runWith(setup, call, fault, { options });
		expect(attempts).toBe(1);
		expect(DateTime.utc().diff(begun).toMillis()).toBeLessThan(2000);
		expect(error?.message).toBe('Flexperto asks to slow down: Too many requests [item 0]');
		const [, time = ''] =
			/^Try again later, or lower Options > Batching\. The vendor asks to wait 120 s, until ([\d:TZ-]+); see Options > Max Wait\. (.*)\.$/.exec(
				error?.description ?? '',
			) ?? [];
		expect(error?.description).toContain(`${requestLine(setup, call)}: HTTP 429.`);
		const seconds = DateTime.fromISO(time).diff(begun, 'seconds').seconds;
		expect(seconds).toBeGreaterThan(118);
		expect(seconds).toBeLessThan(123);
	});

	it('gives up after Max Retries', async () => {
		const setup = flexperto();
		const options = { maxRetries: 1, maxWait: 0 };
		const { error, attempts } = await runWith(setup, call, slowDown(), { options });
		expect(attempts).toBe(2);
		expect(error?.description).toBe(
			`Try again later, or lower Options > Batching. ${requestLine(setup, call)}: HTTP 429 after 2 attempts.`,
		);
	});
});

it('waits half a second before the first repetition when the vendor says nothing, then twice as long', async () => {
	const { attempts } = await runWith(
		flexperto(),
		'user.getAll',
		{ ...slowDown(), times: 2 },
		{ options: {} },
	);
	expect(attempts).toBe(3);
	const arrivals = (await flexperto().control.requests()).map(({ arrivedAt }) => arrivedAt);
	const [first = 0, second = 0, third = 0] = arrivals;
	expect(second - first).toBeGreaterThanOrEqual(490);
	expect(second - first).toBeLessThan(950);
	expect(third - second).toBeGreaterThanOrEqual(990);
	expect(third - second).toBeLessThan(1900);
});

it('does not repeat what Max Retries 0 forbids, not even a request that was turned away', async () => {
	const options = { maxRetries: 0 };
	const { attempts } = await runWith(flexperto(), 'user.getAll', slowDown(), { options });
	expect(attempts).toBe(1);
});

it('one item that is told to wait does not hold up the others', async () => {
	const setup = flexperto();
	await setup.control.fault({ ...slowDown({ 'retry-after': '1' }), times: 1 });
	const { items } = await setup.run('user.getAll', {
		inputs: await inputsOf('user.getAll', setup),
		items: [{}, {}, {}],
	});
	const arrivals = (await setup.control.requests()).map(({ arrivedAt }) => arrivedAt);
	const [first = 0, , third = 0, repeated = 0] = arrivals;
	expect(arrivals).toHaveLength(4);
	expect(third - first).toBeLessThan(900);
	expect(repeated - first).toBeGreaterThanOrEqual(990);
	expect(new Set(items.map(({ pairedItem }) => JSON.stringify(pairedItem))).size).toBe(3);
});
