import { counted } from '../figures';
import { useFastTime } from '../../fastTime';
import { KINDS, type Act, type Kind } from './act';
import { play, type Played, type Result } from './cell';
import { expected, type Expected, type OwnWords } from './expected';
import { isLost, isSlow, troubles, type Trouble } from './troubles';

interface Matrix<Setup> {
	vendor: string;
	acts: Array<Act<Setup>>;
	/** The kinds of work that the vendor does not have, each with the reason. */
	missing: Partial<Record<Kind, string>>;
	/** What the vendor's node says to some statuses in words of its own. */
	own: OwnWords;
	setup(): Setup & Played;
}

const CHAPTER = 'Faults';

/** What one line of the table sums up. */
const all = (what: string) => `all vendors: ${what}`;

/** The troubles that an act can meet. */
const meeting = <Setup>({ isLater, answer }: Act<Setup>) =>
	troubles.filter(({ name }) => {
		// The address is that of all requests: it is refused at the first.
		if (name === 'refused connection') return !isLater;
		// n8n itself reads what comes, whatever it is; and it waits as long as it likes.
		return answer !== 'byN8n' || !(name.startsWith('100 MB') || name.startsWith('slower'));
	});

/** Plays every act with every trouble, and counts what came of it. */
export function playAll<Setup>({ vendor, acts, missing, own, setup }: Matrix<Setup>): void {
	const tally = { played: 0, done: 0, retried: 0, refused: 0, resumed: 0 };
	const bad = { twice: 0, hangs: 0, leaks: 0 };
	let rejections = 0;
	const note = () => void rejections++;

	beforeAll(() => void process.on('unhandledRejection', note));

	const cell = (act: Act<Setup>) => async (trouble: Trouble) => {
		const result = await play(act, trouble, setup());
		const wanted = expected(trouble, act, vendor, own);
		tally.played++;
		if (result.isHanging) bad.hangs++;
		if (isTwice(act, result)) bad.twice++;
		bad.leaks += result.leaks;
		expectOutcome(result, wanted);
		if (!result.failure) expectThere(result, wanted.found);
		if (act.done && result.failure) expect(result.failure.description).toContain(act.done);
		expect({ leaks: result.leaks, isTwice: isTwice(act, result) }).toEqual({
			leaks: 0,
			isTwice: false,
		});
		tally[wanted.outcome]++;
		if (result.again) {
			const refusal = isLost(trouble) ? act.afterLoss : undefined;
			if (refusal === undefined) tally.resumed++;
			expectResumed(result.again, refusal);
		}
	};

	it.each(KINDS)('%s is played, or there is none', (kind) => {
		expect(acts.some((act) => act.kind === kind)).toBe(missing[kind] === undefined);
	});

	describe.each(acts.map((act) => [`${act.kind}: ${act.name}`, act] as const))('%s', (_, act) => {
		const all = meeting(act);
		// The time-out is that of the network, which no test can have run faster.
		const [slow, others] = [all.filter(isSlow), all.filter((trouble) => !isSlow(trouble))];
		describe('meets', () => {
			useFastTime();
			it.each(others)('$name', cell(act));
		});
		if (slow.length > 0) describe('waits for', () => void it.each(slow)('$name', cell(act)));
	});

	afterAll(() => {
		process.off('unhandledRejection', note);
		counted(CHAPTER, `cells played: ${vendor}`, tally.played, { atLeast: acts.length * 20 });
		counted(CHAPTER, all('cells done at once, as the fault does not matter there'), tally.done);
		counted(CHAPTER, all('cells repeated, and done'), tally.retried);
		counted(CHAPTER, all('cells refused, with the message that they should have'), tally.refused);
		counted(
			CHAPTER,
			all('refused cells resumed by the run after, without a second object'),
			tally.resumed,
		);
		counted(CHAPTER, all('writes sent twice that may not be'), bad.twice, { atMost: 0 });
		counted(CHAPTER, all('runs that hang'), bad.hangs, { atMost: 0 });
		counted(CHAPTER, all('requests with a credential to another host'), bad.leaks, { atMost: 0 });
		counted(CHAPTER, all('errors that nobody caught'), rejections, { atMost: 0 });
	});
}

/** Whether the vendor got twice what it did not turn away or send on, or has two of what was wanted once. */
function isTwice<Setup>(
	{ isRepeatable, answer }: Act<Setup>,
	{ struck, made = 0 }: Result,
): boolean {
	const turnedAway = (status: number | null) => [401, 429, 302, 307].includes(Number(status));
	const taken = struck.filter(({ status }) => !turnedAway(status));
	return (!isRepeatable && answer !== 'file' && taken.length > 1) || made > 1;
}

function expectOutcome({ failure, struck, isHanging }: Result, wanted: Expected): void {
	const doubt = /Whether .* carried it out is unknown/.test(failure?.description ?? '');
	expect({
		isHanging,
		outcome: failure ? 'refused' : wanted.outcome === 'done' ? 'done' : 'retried',
		words: failure?.message ?? '',
		sent: struck.length,
		isInDoubt: doubt,
	}).toEqual({
		isHanging: false,
		outcome: wanted.outcome,
		words: expect.stringContaining(wanted.words),
		sent: wanted.sent,
		isInDoubt: wanted.isInDoubt,
	});
}

/** What was wanted is there, once, where that can be counted. */
function expectThere({ found, made }: Pick<Result, 'found' | 'made'>, times = 1): void {
	expect({ found, made }).toEqual({
		found: found === undefined ? undefined : times,
		made: made === undefined ? undefined : 1,
	});
}

/** The run after the trouble does what is left, or says that nothing is. */
function expectResumed(again: NonNullable<Result['again']>, refusal?: string): void {
	expect(again.failure?.message).toEqual(refusal && expect.stringContaining(refusal));
	expectThere(again);
}
