/** What an error item tells: what happened, and what to do next. */
export interface Told {
	message: string;
	next: string;
}

/** What may be named in a message: the vendor, and the labels of the node's inputs. */
export interface Named {
	vendor: string;
	labels: ReadonlySet<string>;
	/** Whether the trouble of one item may be that of all. */
	isJoint: boolean;
}

const LONGEST = 1000;

/** What users would see of a value that nobody meant to show, or of a mistake of ours. */
const INTERNAL =
	/undefined|\[object |\bNaN\b|\b\w*(?<!"\w*)(Type|Range|Syntax|Reference|URI)Error\b|Cannot read|is not a function|This was not expected|\n\s+at /;

/** The request at the end of a description: it was sent, or was about to be. */
const REQUEST = /(GET|POST|PUT|DELETE) \S+: (HTTP \d{3}|[A-Z][A-Z_0-9]+)( after \d+ attempts)?\.$/;

/** Whether an error is about a request, and not about what was entered. */
export const isOfRequest = ({ next }: Told): boolean => REQUEST.test(next);

/** A text without what others said: what stands in quotes, in n8n's of its own too, and addresses. */
const ownWords = (text: string): string =>
	text
		.replaceAll(/"[^"]*"/g, '""')
		.replaceAll(/https?:\/\/\S+/g, 'https')
		.replace(/(?<=no binary field ).*/, '');

/** What a message may be about, beside a field and the vendor by its name. */
const THING =
	/the vendor|th(is|e) item|account|archive|conference|contact|file|host|recording|session|ticket/i;

const isOneLine = (text: string): boolean => !/[\p{Cc}\p{Surrogate}\u2028\u2029]/u.test(text);

const ITEM_AT_THE_END = / \[item \d+\]$/;

/** Whether a message tells the number of its item, or where items belong together that of one. */
const endsWithItem = (message: string, item: number, isJoint: boolean): boolean =>
	isJoint ? ITEM_AT_THE_END.test(message) : message.endsWith(` [item ${item}]`);

/**
 * What breaks the form that all messages have: one line of bounded length that names the field or the
 * vendor and the item, and then a sentence that says what to do next. Nothing when it is in form.
 */
export function brokenForm(
	{ message, next }: Told,
	item: number | undefined,
	named: Named,
): string[] {
	const { vendor, labels, isJoint } = named;
	const [, label] = /^"([^"]+)" /.exec(message) ?? [];
	const isApi = isOfRequest({ message, next });
	const own = isApi ? (message.split(': ', 1)[0] ?? '') : ownWords(message);
	const rules: Record<string, boolean> = {
		'the message is one line': isOneLine(message),
		'the next step is one line': isOneLine(next),
		'the message is short': message.length <= LONGEST,
		'the next step is short': next.length <= LONGEST,
		'the message begins as a sentence': /^["A-Z]/.test(message),
		'the message ends with the item': item === undefined || endsWithItem(message, item, isJoint),
		'the message names the field, the vendor or the thing':
			label === undefined
				? message.includes(vendor) || THING.test(own.replace(ITEM_AT_THE_END, ''))
				: labels.has(label) || message.includes('cannot be part of an address'),
		'the next step is a sentence': /^[A-Z].*[.…]$/su.test(next),
		'the message tells nothing internal': !INTERNAL.test(own),
		'the next step tells nothing internal': !INTERNAL.test(ownWords(next)),
	};
	return Object.keys(rules).filter((rule) => !rules[rule]);
}
