import type { IDataObject, IHttpRequestMethods } from 'n8n-workflow';

import type { Path } from './path';

/** A request as an operation describes it; the client adds base URL, sign-in and error handling. */
export interface Request {
	method: IHttpRequestMethods;
	path: Path;
	/** Entries that are `undefined` are not sent. */
	query?: IDataObject;
	headers?: Record<string, string>;
	/** Sent as JSON; entries that are `undefined` are not sent. */
	body?: IDataObject;
	/** Sent as a form (application/x-www-form-urlencoded) instead. */
	form?: Record<string, string>;
	/** Values in it that must never be seen, should the vendor repeat them in a message. */
	secrets?: string[];
}

type Parts = Omit<Request, 'method' | 'path'>;

export const get = (path: Path, parts: Parts = {}): Request => ({ method: 'GET', path, ...parts });

export const post = (path: Path, parts: Parts = {}): Request => ({
	method: 'POST',
	path,
	...parts,
});

export const put = (path: Path, parts: Parts = {}): Request => ({ method: 'PUT', path, ...parts });

export const remove = (path: Path, parts: Parts = {}): Request => ({
	method: 'DELETE',
	path,
	...parts,
});
