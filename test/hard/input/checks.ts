import type { INodeExecutionData } from 'n8n-workflow';
import type { NodeRunResult } from '../../harness/runNode';
import { brokenForm, isOfRequest, type Named, type Told } from './form';

/** Something that must not be, and what it was found in. */
export interface Find {
	kind: 'run' | 'pairing' | 'form' | 'outside' | 'crash';
	what: string;
	item?: number;
}

/** What became of an item. */
export type Fate = 'asked' | 'refused';

/** The items an output is for. */
const itemsOf = ({ pairedItem }: INodeExecutionData): number[] =>
	[pairedItem ?? []].flat().map((paired) => (typeof paired === 'number' ? paired : paired.item));

const OF_ERRORS = ['error', 'message', 'details'];

/** What an error item tells; `undefined` of any other. */
function toldBy({ json }: INodeExecutionData): Told | undefined {
	const { error, message } = json;
	const isError =
		typeof error === 'string' && Object.keys(json).every((key) => OF_ERRORS.includes(key));
	return isError ? { message: error, next: String(message) } : undefined;
}

interface Expected {
	items: number;
	named: Named;
	/** Whether an item may have no output, as a list may be empty. */
	mayBeEmpty: boolean;
}

/** Looks at all outputs of a run with Continue On Fail. */
export function lookAt(result: NodeRunResult, { items: count, named, mayBeEmpty }: Expected) {
	const finds: Find[] = [];
	const fates = new Map<number, Fate>();
	const { error } = result.data.resultData.runData['Node under test']?.[0] ?? {};
	if (error) finds.push({ kind: 'run', what: `failed as a whole: ${error.message}` });
	if (result.status !== 'success') finds.push({ kind: 'run', what: `ended as ${result.status}` });
	let last = -1;
	for (const output of result.items) {
		const paired = itemsOf(output);
		const [item = -1] = paired;
		if (paired.length === 0 || paired.some((each) => !(each >= 0 && each < count))) {
			finds.push({ kind: 'pairing', what: `is paired with ${JSON.stringify(output.pairedItem)}` });
		}
		if (item < last) finds.push({ kind: 'pairing', what: 'is out of order', item });
		last = item;
		for (const each of paired) fates.set(each, 'asked');
		const told = toldBy(output);
		if (!told || paired.length > 1) continue;
		for (const rule of brokenForm(told, item, named)) {
			finds.push({ kind: 'form', what: `${rule}: ${told.message} | ${told.next}`, item });
		}
		const isRefusal = told.message.startsWith('"') && !isOfRequest(told);
		fates.set(item, isRefusal ? 'refused' : 'asked');
	}
	for (let item = 0; item < count && !error; item++) {
		if (fates.has(item)) continue;
		if (!mayBeEmpty) finds.push({ kind: 'pairing', what: 'has no output', item });
		fates.set(item, 'asked');
	}
	return { finds, fates };
}
