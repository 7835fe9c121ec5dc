import type { LogLine } from '../../harness/n8n';
import { counted, measured } from '../figures';
import type { Hostile } from './hostile';
import { memory } from './memory';
import type { WireAnswer, WireRequest } from './wire';

const CHAPTER = 'Webhooks';

/** What one line of the table sums up. */
const all = (what: string) => `all triggers: ${what}`;

/** No answer repeats at length what it got, in characters. */
const LONGEST_ANSWER = 1_000;

const expected: Record<Hostile['answer'], (status: number) => boolean> = {
	refused: (status) => status >= 400 && status < 500,
	'left alone': (status) => status === 200,
	'by n8n': (status) => status === 204 || status === 500,
};

/** What came of the deliveries to a trigger. */
export class Outcome {
	/** Answers that must not be, each with its delivery. */
	readonly surprises: string[] = [];
	/** Where a secret was seen. */
	readonly shown: string[] = [];
	/** How many deliveries of each kind there were, and how they are answered. */
	private readonly kinds = new Map<string, { answer: Hostile['answer']; sent: number }>();
	private early = memory();

	constructor(private readonly secrets: string[]) {}

	/** Notes the answer to a hostile delivery. */
	note({ kind, request, answer }: Hostile, got: WireAnswer): void {
		const { sent = 0 } = this.kinds.get(kind) ?? {};
		this.kinds.set(kind, { answer, sent: sent + 1 });
		const isExpected = expected[answer](got.status) && got.text.length <= LONGEST_ANSWER;
		if (!isExpected) this.surprises.push(`${kind}: ${summary(request, got)}`);
		if (this.isSecretIn(got.text)) this.shown.push(`the answer to ${kind}`);
	}

	/** Notes the answer to a genuine delivery. */
	noteGenuine(request: WireRequest, got: WireAnswer): void {
		if (got.status !== 200) this.surprises.push(`genuine: ${summary(request, got)}`);
	}

	/** Looks for secrets in lines of the log. */
	search(lines: LogLine[]): void {
		for (const line of lines) {
			if (this.isSecretIn(JSON.stringify(line))) this.shown.push(`the log: ${line.message}`);
		}
	}

	/** From here on no memory may be added. */
	measureFromHere(): void {
		this.early = memory();
	}

	/** The kinds of hostile deliveries that came. */
	sentKinds(): string[] {
		return [...this.kinds.keys()];
	}

	/** The figures of the closing table. */
	tell(name: string, wanted: { deliveries: number; genuine: number; started: number }): void {
		const late = memory();
		const none = { atMost: 0 };
		const sent = this.sentAs('refused') + this.sentAs('by n8n') + this.sentAs('left alone');
		counted(CHAPTER, `hostile deliveries, ${name}`, sent, { atLeast: wanted.deliveries });
		const unwanted = wanted.started - wanted.genuine;
		counted(CHAPTER, all('executions that hostile deliveries started'), unwanted, none);
		const surprises = all('unexpected answers (a forged delivery: anything but 4xx)');
		counted(CHAPTER, surprises, this.surprises.length, none);
		const ownAnswers = all('hostile deliveries that n8n itself answered with 204 or 500');
		counted(CHAPTER, ownAnswers, this.sentAs('by n8n'));
		const leftAlone = all('proven or confirmed deliveries not wanted, left alone with 200');
		counted(CHAPTER, leftAlone, this.sentAs('left alone'));
		counted(CHAPTER, all('answers and lines of the log with a secret'), this.shown.length, none);
		const genuine = all('genuine deliveries in between, each with one execution');
		counted(CHAPTER, genuine, wanted.genuine);
		const growth = (of: 'held' | 'resident') => late[of] - this.early[of];
		const held = all('most growth of what is held in memory over 9,000 deliveries');
		measured(CHAPTER, held, growth('held'), { unit: 'MB', atMost: 5 });
		const resident = all('most growth of the process over 9,000 deliveries');
		measured(CHAPTER, resident, growth('resident'), { unit: 'MB', atMost: 150 });
	}

	private sentAs(wanted: Hostile['answer']): number {
		const those = [...this.kinds.values()].filter(({ answer }) => answer === wanted);
		return those.reduce((total, { sent }) => total + sent, 0);
	}

	private isSecretIn(text: string): boolean {
		return this.secrets.some((secret) => text.includes(secret));
	}
}

function summary(
	{ method, url, headers, body }: WireRequest,
	{ status, text }: WireAnswer,
): string {
	const sent = [method, url, JSON.stringify(headers).slice(0, 300), body.subarray(0, 300)];
	return `${status} ${text.slice(0, 300)} for ${sent.join(' ')}`;
}
