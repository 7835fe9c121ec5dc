import { UserError } from 'n8n-workflow';

declare const checked: unique symbol;

/** A request path below the vendor's base URL in which every inserted segment is encoded. */
export type Path = string & { readonly [checked]: true };

const isSegment = (segment: string) => segment !== '' && !/^\.{1,2}$/.test(segment);

const isPath = (path: string): path is Path => path.startsWith('/');

/**
 * Template for paths: `path\`/users/${userId}/confirm\``. A segment that would change which call is
 * made (empty, `.` or `..`) is refused; everything else is encoded, slashes included.
 */
export function path(fixed: TemplateStringsArray, ...segments: string[]): Path {
	const refused = segments.find((segment) => !isSegment(segment));
	const built = String.raw({ raw: fixed }, ...segments.map(encodeURIComponent));
	if (refused !== undefined || !isPath(built)) {
		throw new UserError(`"${refused ?? built}" cannot be part of an address`, {
			description: 'Enter the ID alone, as the vendor shows it.',
		});
	}
	return built;
}
