import { cpus } from 'node:os';
import { median, quantile } from 'simple-statistics';
import type { Case, Target } from './case';

/** The values of one contender, in the unit of the case. */
export interface Figure {
	title: string;
	median: number;
	/** The middle half of the values lies between these. */
	quartiles: [number, number];
	values: number[];
}

/** `within noise` is a miss that the spread of the measurement may explain. */
export type Verdict = 'met' | 'within noise' | 'explained' | 'missed';

export interface Judged extends Target {
	/** What is compared with `atMost`: a median, or that of the multiples of each round. */
	figure: number;
	/** Half of the distance between the quartiles of what `figure` is the median of. */
	noise: number;
	verdict: Verdict;
	/** Why a miss was accepted, see explained.json. */
	why?: string;
}

export interface Result extends Pick<Case, 'name' | 'title' | 'unit'> {
	figures: Record<string, Figure>;
	targets: Judged[];
}

export interface Results {
	date: string;
	machine: { processor: string; cores: number; node: string; n8nCore: string };
	results: Result[];
}

/** Misses that were profiled, by the name of the case. */
export type Explained = Record<string, { contender: string; atMost: number; why: string }[]>;

/** The figures of a case and whether its targets were met. */
export function judge(
	{ name, title, unit, contenders, targets }: Case,
	values: Record<string, number[]>,
	explained: Explained,
): Result {
	const of = (contender: string): number[] => values[contender] ?? [];
	const figures = Object.entries(contenders).map(([contender, words]) => [
		contender,
		{
			title: words,
			median: median(of(contender)),
			quartiles: quartiles(of(contender)),
			values: of(contender),
		},
	]);
	return {
		name,
		title,
		unit,
		figures: Object.fromEntries(figures),
		targets: targets.map((target) => {
			const others = target.of === undefined ? undefined : of(target.of);
			// Rounds are compared with themselves: what slows one down slows all its contenders.
			const compared = of(target.contender).map((value, round) =>
				others ? value / (others[round] ?? NaN) : value,
			);
			return judged(target, compared, explained[name] ?? []);
		}),
	};
}

function judged(target: Target, compared: number[], explained: Explained[string]): Judged {
	const figure = median(compared);
	const [low, high] = quartiles(compared);
	const noise = (high - low) / 2;
	const reason = explained.find(
		({ contender, atMost }) => contender === target.contender && figure - noise <= atMost,
	);
	const verdict = (): Verdict => {
		if (figure <= target.atMost) return 'met';
		if (figure - noise <= target.atMost) return 'within noise';
		return reason ? 'explained' : 'missed';
	};
	return { ...target, figure, noise, verdict: verdict(), why: reason?.why };
}

const quartiles = (values: number[]): [number, number] => [
	quantile(values, 0.25),
	quantile(values, 0.75),
];

/** The machine, without what would tell whose it is. */
export const machine = (n8nCore: string): Results['machine'] => ({
	processor: cpus()[0]?.model ?? 'unknown',
	cores: cpus().length,
	node: process.version,
	n8nCore,
});
