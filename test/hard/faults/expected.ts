import type { Act } from './act';
import { isLost, type Trouble } from './troubles';

/** What has to come of a cell. */
export interface Expected {
	/** Done at once, done after a repetition, or refused. */
	outcome: 'done' | 'retried' | 'refused';
	/** How many requests meet the trouble or come after it. */
	sent: number;
	/** What the message says; not looked at when empty. */
	words: string;
	/** Whether the message tells that the outcome is unknown. */
	isInDoubt: boolean;
	/** How often what was wanted came; once, unless something else is said here. */
	found?: number;
}

/** What the node sends at most: the first time and its repetitions. */
const MOST = 3;
const MOST_WITHOUT_OPTIONS = 4;

/** Words that a vendor has of its own, by status. */
export type OwnWords = Record<number, string>;

/**
 * The rules. What passes is repeated when that is harmless, what was turned away always, and after a 401
 * only a session is opened anew. Everything else is refused at once; where the vendor may have done what
 * may not be repeated, the message says so.
 */
export function expected<Setup>(
	trouble: Trouble,
	act: Act<Setup>,
	vendor: string,
	own: OwnWords,
): Expected {
	const { name, once, passes, turnsAway, undone, endsSession, status = 0 } = trouble;
	const isRepeated = turnsAway || (passes && act.isRepeatable) || false;
	const isRenewed = endsSession && !act.hasNoSession;
	const most = act.hasNoOptions ? MOST_WITHOUT_OPTIONS : MOST;
	const words = (!act.asked && own[status]) || trouble.words;
	const refused: Expected = {
		outcome: 'refused',
		sent: name === 'refused connection' ? 0 : isRepeated ? most : isRenewed ? 2 : 1,
		words: `${act.asked ?? vendor} ${words}`,
		isInDoubt: !act.isRepeatable && !undone,
	};
	const retried = { ...refused, outcome: 'retried' as const, sent: 2, words: '', isInDoubt: false };
	const byRule = once && (isRepeated || isRenewed) ? retried : refused;
	const found = act.looksAfterLoss && isLost(trouble) ? DONE : {};
	return { ...byRule, ...byAnswer(trouble, act, vendor, byRule), ...found, ...act.but?.[name] };
}

const DONE = { outcome: 'done' as const, sent: 1, words: '', isInDoubt: false };

/** What depends on how the answer is read. */
function byAnswer<Setup>(
	{ name, fault }: Trouble,
	{ answer, hasNoOptions }: Act<Setup>,
	vendor: string,
	rule: Expected,
): Partial<Expected> {
	if (name.startsWith('slower') && hasNoOptions) return DONE;
	if (answer === 'byN8n') {
		// n8n sends the request itself, again after a 401 alone; what it tells is in its own words.
		const isAgain = name.startsWith('401');
		const outcome = isAgain ? rule.outcome : 'refused';
		return { ...rule, outcome, sent: Math.min(rule.sent, isAgain ? 2 : 1), words: '' };
	}
	if (answer === 'anything') {
		return name === 'JSON of the wrong type' || name.startsWith('truncated') ? DONE : {};
	}
	if (answer !== 'file') return {};
	const once = { outcome: 'refused' as const, sent: 1, isInDoubt: false };
	// What is wrong with a file shows when it has begun, and it is not begun again.
	if (name.startsWith('reset in the body')) return { ...once, words: 'broke off' };
	if (name === '200 with a web page')
		return { ...once, words: `${vendor} sent a web page instead` };
	if (name === 'redirect in a loop')
		return { ...once, sent: 5, words: `${vendor} redirects to no file` };
	// The other host's file comes, which is not the vendor's.
	if (name === 'redirect to another host') return { ...DONE, found: 0 };
	const isJson = fault?.kind === 'cutJson' || fault?.kind === 'flood' || name.startsWith('JSON of');
	return isJson ? { ...once, words: `${vendor} sent no file` } : {};
}
