import { createHmac } from 'node:crypto';
import type { Platform } from '../platform';
import type { DriveFile } from './types';

/** Own choice: how long an upload URL works, in seconds. */
const VALIDITY = 60 * 60;

const SECRET = 'storage';

/** The pre-signed URL of an upload (seed 002, Drive). */
export function uploadLink({ urls }: Platform, { key }: DriveFile, issuedAt: number): string {
	const path = `/drive_files/upload/${key}`;
	const expires = String(Math.floor(issuedAt / 1000) + VALIDITY);
	const link = new URL(path, urls['storage']);
	link.searchParams.set('Expires', expires);
	link.searchParams.set('Signature', signature(path, expires));
	return link.href;
}

export interface SignedQuery {
	Expires?: string;
	Signature?: string;
}

/** What is wrong with a pre-signed URL, undefined for a good one. */
export function linkProblem(
	path: string,
	{ Expires = '', Signature = '' }: SignedQuery,
	present: number,
): string | undefined {
	if (Signature !== signature(path, Expires)) return 'The link is not signed for this request.';
	return present > Number(Expires) * 1000 ? 'The link has expired.' : undefined;
}

function signature(path: string, expires: string): string {
	return createHmac('sha256', SECRET).update(`PUT ${path} ${expires}`).digest('hex');
}
