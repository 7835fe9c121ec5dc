import { UserError } from 'n8n-workflow';

import { SAYS_NOTHING } from './readable';

declare const checked: unique symbol;

/** A request path below the vendor's base URL in which every inserted segment is encoded. */
export type Path = string & { readonly [checked]: true };

/** Whether a text can be one segment of a path. */
export const isSegment = (segment: string) =>
	segment !== '' &&
	!/^\.{1,2}$/.test(segment) &&
	!/\p{Surrogate}/u.test(segment) &&
	!SAYS_NOTHING.test(segment);

const isPath = (path: string): path is Path => path.startsWith('/');

/**
 * Template for paths: `path\`/users/${userId}/confirm\``. A segment that would change which call is
 * made (empty, `.` or `..`) is refused; everything else is encoded, slashes included.
 */
export function path(fixed: TemplateStringsArray, ...segments: string[]): Path {
	const refused = segments.find((segment) => !isSegment(segment));
	if (refused !== undefined) throw unusable(refused);
	const built = String.raw({ raw: fixed }, ...segments.map(encodeURIComponent));
	if (!isPath(built)) throw unusable(built);
	return built;
}

const unusable = (text: string) =>
	new UserError(`"${text}" cannot be part of an address`, {
		description: 'Enter the ID alone, as the vendor shows it.',
	});
