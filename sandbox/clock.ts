import { DateTime, type DurationLikeObject } from 'luxon';

export interface ClockState {
	/** The sandbox's present, ISO 8601 in UTC. */
	now: string;
	/** Whether time stands still. */
	frozen: boolean;
}

/** The one source of time: every expiry of every vendor is measured with it. */
export interface Clock {
	now(): Date;
	/** Moves the present to a moment; a frozen clock stays there until moved again. */
	set(moment: Date, frozen?: boolean): void;
	advance(duration: DurationLikeObject): void;
	/** Back to the real time, running. */
	reset(): void;
	state(): ClockState;
}

export function createClock(): Clock {
	let offset = 0;
	let frozenAt: number | undefined;

	const now = () => new Date(frozenAt ?? Date.now() + offset);
	const set = (moment: Date, frozen = frozenAt !== undefined) => {
		offset = moment.getTime() - Date.now();
		frozenAt = frozen ? moment.getTime() : undefined;
	};
	return {
		now,
		set,
		advance: (duration) =>
			set(DateTime.fromJSDate(now(), { zone: 'utc' }).plus(duration).toJSDate()),
		reset: () => {
			offset = 0;
			frozenAt = undefined;
		},
		state: () => ({ now: now().toISOString(), frozen: frozenAt !== undefined }),
	};
}
