import type { FastifyInstance } from 'fastify';
import { htmlPage } from '../../html';
import { isPast } from '../conferences/moments';
import type { Platform } from '../platform';

interface SignIn {
	host_id?: string | number;
	login_token_public_key?: string;
	redirect_url?: string;
	after_call_url?: string;
}

/**
 * What people open in a browser: a sign-in link (seed 004, section 10.1), a room, a meeting's summary
 * (section 6.7: `meeting_summary_url`), a password.
 */
export function pageRoutes(app: FastifyInstance, platform: Platform): void {
	app.route<{ Querystring: SignIn; Body: SignIn | undefined }>({
		method: ['GET', 'POST'],
		url: '/auth',
		handler: async ({ query, body }, reply) => {
			const { host_id, login_token_public_key, redirect_url } = body ?? query;
			const host = platform.state.hosts.get(Number(host_id));
			if (!host || host.loginTokenPublicKey !== login_token_public_key || !redirect_url) {
				return reply
					.code(401)
					.type('text/html; charset=utf-8')
					.send(
						htmlPage('Not signed in', 'host_id, login_token_public_key or redirect_url is wrong.'),
					);
			}
			return reply.redirect(new URL(redirect_url, platform.urls['api']).toString(), 302);
		},
	});

	app.get<{ Params: { code: string } }>('/conf/call/:code', async ({ params }, reply) =>
		reply
			.type('text/html; charset=utf-8')
			.send(htmlPage('Meeting room', `This would be the meeting room ${params.code}.`)),
	);

	app.get<{ Params: { id: string } }>('/conf/summary/:id', async ({ params }, reply) => {
		const conference = platform.state.conferences.get(Number(params.id));
		reply.type('text/html; charset=utf-8');
		if (!conference || !isPast(platform, conference)) {
			const message = 'There is no past conference with this number.';
			return reply.code(404).send(htmlPage('No summary', message));
		}
		const message = `This would be the summary of conference ${conference.id}.`;
		return reply.send(htmlPage('Meeting summary', message));
	});

	app.get('/password/:token', async (_request, reply) =>
		reply
			.type('text/html; charset=utf-8')
			.send(
				htmlPage('Choose a password', 'The vendor would ask the new host for a password here.'),
			),
	);
}
