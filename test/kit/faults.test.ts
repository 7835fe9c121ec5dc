import { useFlexperto } from '../Flexperto/setup';
import { everythingOf, IN_DOUBT, inputsOf, requestLine, runWith, type Call } from './calls';
import { faultyAnswers } from './faultyAnswers';

const flexperto = useFlexperto();

const literally = (text: string) => text.replaceAll(/[.*+?^${}()|\\]/g, '\\$&');

describe.each(faultyAnswers)('$what', ({ fault, message, next, code, ...row }) => {
	it.each<Call>(['user.getAll', 'meeting.reserve'])('%s', async (call) => {
		const setup = flexperto();
		const result = await runWith(setup, call, fault);
		const { status, items, error, attempts } = result;
		const repeatable = call === 'user.getAll';
		const sent = row.passes && repeatable ? 3 : 1;
		const doubt = !repeatable && !row.refused ? IN_DOUBT : '';
		const ending = `${code}${sent > 1 ? ' after 3 attempts' : ''}.`;

		expect({ status, items, attempts }).toEqual({ status: 'error', items: [], attempts: sent });
		expect(error?.message).toBe(`Flexperto ${message} [item 0]`);
		expect(error?.description).toMatch(
			new RegExp(`^${literally(`${next}. ${doubt}${requestLine(setup, call)}: `)}${ending}$`),
		);
		const answered = code.startsWith('HTTP');
		expect(error?.httpCode).toEqual(answered ? expect.stringMatching(`^${code.slice(5)}$`) : null);
		expect(everythingOf(result)).not.toContain(setup.credential.apiKey);
	});
});

describe('a fault that passes', () => {
	const passing = faultyAnswers.filter(({ passes }) => passes);

	it.each(passing)('$what: not seen by the user of a repeatable operation', async ({ fault }) => {
		const { json, attempts } = await runWith(flexperto(), 'user.getAll', { ...fault, times: 2 });
		expect(attempts).toBe(3);
		expect(json.length).toBeGreaterThan(0);
	});

	it.each(passing)('$what: makes nothing happen twice', async ({ fault }) => {
		const setup = flexperto();
		const done = { ...fault, when: 'after' as const, times: 1 };
		const { attempts, error } = await runWith(setup, 'meeting.reserve', done);
		expect(attempts).toBe(1);
		expect(error?.description).toContain(IN_DOUBT);
	});
});

it.each(faultyAnswers)('$what: with Continue On Fail the others go on', async (row) => {
	const setup = flexperto();
	const { fault, message } = row;
	const inputs = await inputsOf('meeting.reserve', setup);
	await setup.control.fault({ ...fault, after: 1 });
	const { status, items } = await setup.run('meeting.reserve', {
		inputs: { ...inputs, options: { batching: { values: { concurrentRequests: 1 } } } },
		items: [{}, {}, {}],
		continueOnFail: true,
	});
	expect(status).toBe('success');
	expect(items).toEqual([
		{ json: expect.objectContaining({ id: expect.any(Number) }), pairedItem: { item: 0 } },
		{
			json: {
				error: `Flexperto ${message} [item 1]`,
				message: expect.stringContaining(row.next),
			},
			pairedItem: { item: 1 },
		},
		{ json: expect.objectContaining({ id: expect.any(Number) }), pairedItem: { item: 2 } },
	]);
});
