import type { FastifyInstance } from 'fastify';
import { endpoint } from '../endpoint';
import type { Platform } from '../platform';

interface Descendant {
	id: number;
	domain: string;
	display_name: string;
	descendants: Descendant[];
}

/**
 * Seed 002, section 2. The sample answers one child as an object. Own choice: any other number of
 * children is a list of such objects.
 */
export function domainRoutes(app: FastifyInstance, platform: Platform): void {
	endpoint(app, platform, 'domain/descendants', ({ caller }) => {
		const children = descendants(platform, caller.company.resellerId);
		return children.length === 1 ? children[0] : children;
	});
}

function descendants(platform: Platform, resellerId: number): Descendant[] {
	return [...platform.state.resellers.values()]
		.filter(({ parentId }) => parentId === resellerId)
		.map(({ id, domain, displayName }) => ({
			id,
			domain,
			display_name: displayName,
			descendants: descendants(platform, id),
		}));
}
