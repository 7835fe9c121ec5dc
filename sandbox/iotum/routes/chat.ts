import type { FastifyInstance } from 'fastify';
import { endpoint } from '../endpoint';
import { Refusal } from '../errors';
import type { Platform } from '../platform';
import { findCompany } from '../access/scope';

/** Seed 002, Chat. Own choice: the room is named by `id` or by `slug`, and by one of them only. */
export function chatRoutes(app: FastifyInstance, platform: Platform): void {
	endpoint<{ company_id: number; id?: number; slug?: string; message: string }>(
		app,
		platform,
		'chat/create',
		({ body: { company_id, id, slug, message }, caller }) => {
			const company = findCompany(platform, caller, company_id);
			if (id === undefined && slug === undefined) throw new Refusal(400, 'id is required');
			if (id !== undefined && slug !== undefined) {
				throw new Refusal(400, 'id and slug exclude each other');
			}
			const room = platform.state.chatRooms
				.filter(({ companyId }) => companyId === company.id)
				.find((candidate) => (slug === undefined ? candidate.id === id : candidate.slug === slug));
			if (!room) throw new Refusal(404, `No chat room ${id ?? slug}`);
			room.messages.push(message);
			return { message: 'OK' };
		},
	);
}
