import type { FastifyInstance, FastifyReply } from 'fastify';
import { acceptForms } from '../../forms';
import { htmlPage } from '../../html';
import { idOf } from '../../ids';
import { isPast } from '../conferences/moments';
import type { Platform } from '../platform';

interface SignIn {
	host_id?: string | number;
	login_token_public_key?: string;
	redirect_url?: string;
}

/**
 * What people open in a browser: a sign-in link (seed 004, section 10.1), a room, a meeting's summary
 * (section 6.7: `meeting_summary_url`), a password.
 */
export function pageRoutes(app: FastifyInstance, platform: Platform): void {
	app.register(async (forms) => {
		// Section 10.1 shows JSON, and has a page's form send it, which a browser does in its own way.
		acceptForms(forms);
		forms.get<{ Querystring: SignIn }>('/auth', async ({ query }, reply) =>
			signIn(platform, query, reply),
		);
		forms.post<{ Body?: SignIn | null }>('/auth', async ({ body }, reply) =>
			signIn(platform, body ?? {}, reply),
		);
	});

	app.get<{ Params: { code: string } }>('/conf/call/:code', async ({ params }, reply) =>
		reply
			.type('text/html; charset=utf-8')
			.send(htmlPage('Meeting room', `This would be the meeting room ${params.code}.`)),
	);

	app.get<{ Params: { id: string } }>('/conf/summary/:id', async ({ params }, reply) => {
		const conference = platform.state.conferences.get(idOf(params.id));
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

function signIn(
	platform: Platform,
	{ host_id = '', login_token_public_key, redirect_url }: SignIn,
	reply: FastifyReply,
): FastifyReply {
	const host = platform.state.hosts.get(idOf(host_id));
	if (!host || host.loginTokenPublicKey !== login_token_public_key || !redirect_url) {
		return reply
			.code(401)
			.type('text/html; charset=utf-8')
			.send(htmlPage('Not signed in', 'host_id, login_token_public_key or redirect_url is wrong.'));
	}
	return reply.redirect(new URL(redirect_url, platform.urls['api']).toString(), 302);
}
