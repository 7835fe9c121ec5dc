import type { SandboxControl } from '../sandbox/control';
import type { EngineProcess, VendorAccess } from './process';

/** What cases are made of. */
export interface Bench {
	vendors: VendorAccess;
	control: SandboxControl;
	/** Less of everything: the whole in under two minutes. */
	isQuick: boolean;
	/** A process that is kept for this name, so that it is warm. */
	engine(name: string): EngineProcess;
	/** Does something in a process of its own, whose memory nothing else has used. */
	fresh<T>(work: (engine: EngineProcess) => Promise<T>): Promise<T>;
}

/** What at most is wanted, absolutely or as a multiple of what another contender needs. */
export interface Target {
	contender: string;
	atMost: number;
	of?: string;
}

/** One figure, measured for each contender in turn, round by round. */
export interface Case {
	/** Short and stable, such as `get-1000`. */
	name: string;
	/** What is measured, as a reader of the table understands it. */
	title: string;
	unit: string;
	/** Who is measured, by name, with words for the reader, in this order in each round. */
	contenders: Record<string, string>;
	rounds: number;
	/** Rounds before these, which do not count. */
	warmUps?: number;
	/** Prepares what all rounds need. */
	prepare?(): Promise<void>;
	measure(contender: string): Promise<number>;
	/** Puts back what `prepare` changed. */
	finish?(): Promise<void>;
	targets: Target[];
}

/** A figure of this package that is the same each time. */
export const fixed = (
	contender: string,
	{ atMost, ...about }: Omit<Case, 'contenders' | 'rounds' | 'targets'> & { atMost: number },
): Case => ({
	...about,
	contenders: { ours: contender },
	rounds: 1,
	warmUps: 0,
	targets: [{ contender: 'ours', atMost }],
});
