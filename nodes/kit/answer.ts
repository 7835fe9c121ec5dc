import type { IDataObject, IN8nHttpFullResponse } from 'n8n-workflow';

import type { Failure } from './failure';
import { isRecord } from './record';

/** A good answer: `body` is the parsed JSON, or the stream that was asked for. */
export interface Answer {
	status: number;
	headers: IDataObject;
	body: unknown;
}

/** What makes an answer good. */
export interface Expectation {
	/** A JSON record when missing; `json` is a list or a record, `anything` is anything but a web page. */
	expect?: 'record' | 'list' | 'stream' | 'json' | 'anything';
	/** Whether a JSON answer is the list that was asked for. */
	isList?(body: unknown): boolean;
	/** Statuses beside 2xx that the caller deals with itself. */
	accept?: readonly number[];
}

/** `isHeldBack` when the request was not sent. */
export type Outcome =
	| { answer: Answer; failure?: undefined; isHeldBack?: boolean }
	| { answer?: undefined; failure: Failure; isHeldBack?: boolean };

/** Tells a good answer from an unusable one. */
export function judge(
	{ statusCode: status, headers, body }: IN8nHttpFullResponse,
	expectation: Expectation,
): Outcome {
	const accepted = expectation.accept?.includes(status);
	const good = status >= 200 && status < 300;
	if (accepted || (good && expectation.expect === 'stream')) {
		return { answer: { status, headers, body } };
	}
	if (!good) return { failure: { kind: 'status', status, headers, body } };
	const why = flaw(headers, body, expectation);
	if (why) return { failure: { kind: 'unreadable', status, why } };
	return { answer: { status, headers, body } };
}

function flaw(headers: IDataObject, body: unknown, { expect = 'record', isList }: Expectation) {
	const isPage = String(headers['content-type'] ?? '').includes('text/html');
	if (isPage || (typeof body === 'string' && body.trimStart().startsWith('<'))) return 'page';
	if (expect === 'anything') return undefined;
	if (body === '' || body === undefined || body === null) return 'empty';
	if (typeof body === 'string') return 'incomplete';
	if (expect === 'json') return undefined;
	if (expect === 'list') return isList?.(body) ? undefined : 'noList';
	return isRecord(body) ? undefined : 'noRecord';
}

/** The failure of a request without an answer, by the code of the system or the HTTP client. */
export function withoutAnswer(error: unknown): Outcome {
	let code = 'no answer';
	for (let cause = error, depth = 0; cause instanceof Error && depth < 5; depth++) {
		if ('code' in cause && typeof cause.code === 'string') code = cause.code;
		cause = cause.cause;
	}
	return { failure: { kind: 'unreachable', code: code === 'ECONNABORTED' ? 'ETIMEDOUT' : code } };
}
