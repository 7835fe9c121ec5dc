import { judge } from '../../bench/results';

describe('a target of the benchmark', () => {
	const measured = { name: 'a', title: 'A', unit: 'ms', rounds: 3, measure: async () => 0 };
	const found = (values: Record<string, number[]>, target: object, explained = {}) => {
		const contenders = Object.fromEntries(Object.keys(values).map((name) => [name, name]));
		const targets = [{ contender: 'ours', atMost: 1, ...target }];
		return judge({ ...measured, contenders, targets }, values, explained).targets[0];
	};

	it.each([
		['met', { ours: [0.9, 1, 1] }, {}],
		['within noise', { ours: [0.9, 1.05, 1.2] }, {}],
		['missed', { ours: [1.1, 1.2, 1.3] }, {}],
		['met', { ours: [1, 20, 3], other: [1, 20, 3] }, { of: 'other' }],
		['missed', { ours: [2, 40, 6], other: [1, 20, 3] }, { of: 'other' }],
	])('is %s with %j', (verdict, values, target) => {
		expect(found(values, target)?.verdict).toBe(verdict);
	});

	it('that was missed is explained up to the figure that was profiled, and not beyond', () => {
		const a = [{ contender: 'ours', atMost: 2, why: 'because' }];
		const verdictOf = (ours: number[]) => found({ ours }, {}, { a })?.verdict;
		expect([verdictOf([1.9, 1.9, 1.9]), verdictOf([2.1, 2.1, 2.1])]).toEqual([
			'explained',
			'missed',
		]);
	});
});
