import { NodeApiError, NodeOperationError, UserError } from 'n8n-workflow';
import type { IDataObject, INode } from 'n8n-workflow';

import { readable, readableSentence } from './readable';

/** An entry that cannot be used: which field, what is wrong, what to do. Nothing was sent. */
export function refusal(label: string, problem: string, nextStep: string): UserError {
	return new UserError(`"${label}" ${problem}`, { description: `${nextStep}.` });
}

interface Errors {
	NodeApiError: NodeApiError;
	NodeOperationError: NodeOperationError;
	UserError: UserError;
}

/**
 * Whether an error is of this class of n8n's. Told by name: where another package brought its own copy
 * of n8n-workflow, the class that is imported here is not the one n8n itself throws.
 */
export function isThrown<Name extends keyof Errors>(
	error: unknown,
	name: Name,
): error is Errors[Name] {
	let type: unknown = error instanceof Error ? error.constructor : undefined;
	while (typeof type === 'function' && type.name !== name) type = Object.getPrototypeOf(type);
	return typeof type === 'function';
}

/** JSON Web Tokens, which vendors also put into the path of a link that lets people in. */
const WEB_TOKEN = /\beyJ[\w-]{8,}\.[\w-]+(?:\.[\w-]*)?/g;

/**
 * The text without secrets: known ones and web tokens are blotted out, and web addresses lose their
 * query, where upload tokens and signing links carry theirs.
 */
export function redact(text: string, secrets: readonly string[]): string {
	return secrets
		.filter((secret) => secret.trim() !== '')
		.reduce((redacted, secret) => redacted.replaceAll(secret, '***'), text)
		.replace(/(https?:\/\/[^\s?#"<>]*)[?#][^\s"<>]*/g, '$1?***')
		.replace(WEB_TOKEN, '***');
}

/** The same refusal with the number of the item (from 0), for work that several items share. */
export const ofItem = (error: unknown, item?: number): UserError =>
	isThrown(error, 'UserError')
		? new UserError(`${error.message} [item ${item}]`, { description: error.description })
		: new UserError(`${String(error)} [item ${item}]`);

/** What a composite had done before it failed: in words for the user, and as data for a next run. */
export interface Progress {
	steps: string[];
	data: IDataObject;
}

/** Joins what there is of some sentences. */
export const sentences = (...parts: Array<string | null | undefined>): string =>
	parts.filter(Boolean).join(' ');

/** The error as n8n shows it for a node: without secrets, and with what was done before. */
export function nodeError(
	node: INode,
	error: unknown,
	secrets: readonly string[] = [],
	work?: { progress: Progress },
): NodeApiError | NodeOperationError {
	const shown =
		isThrown(error, 'NodeApiError') || isThrown(error, 'NodeOperationError')
			? error
			: new NodeOperationError(node, withoutSecrets(error, secrets), { level: 'warning' });
	shown.message = readable(shown.message);
	if (shown.description) shown.description = readableSentence(shown.description);
	if (work && work.progress.steps.length > 0) {
		const before = readable(redact(work.progress.steps.join('; '), secrets));
		shown.description = sentences(shown.description, `Done before: ${before}.`);
	}
	return shown;
}

/** As `nodeError`, with the number of the item (from 0, as in the editor). */
export function itemError(
	item: number,
	...given: Parameters<typeof nodeError>
): ReturnType<typeof nodeError> {
	const shown = nodeError(...given);
	shown.context.itemIndex = item;
	if (!shown.message.includes('[item ')) shown.message += ` [item ${item}]`;
	return shown;
}

function withoutSecrets(error: unknown, secrets: readonly string[]): UserError {
	const message = redact(error instanceof Error ? error.message : String(error), secrets);
	const description = isThrown(error, 'UserError')
		? error.description
		: 'This was not expected. Please report it with the steps that led here.';
	return new UserError(message, { description: redact(sentences(description), secrets) });
}
