import type { FastifyReply } from 'fastify';
import { htmlPage } from '../../html';
import { bearer } from '../access/caller';
import { isValid } from '../access/tokens';
import { Refusal } from '../errors';
import { fileOf } from '../media/files';
import type { Media } from '../media/types';
import type { Platform, RouteModule } from '../platform';
import type { User } from '../types';

/**
 * The vendor's portal: the files of medias, and pages for people. Own choice: downloads are no
 * requests of the API and have no part in its quota.
 */
export const portalRoutes: RouteModule = (app, platform) => {
	/** Seed 003, `url` of a media. */
	app.get<{ Params: { enterpriseId: string; hash: string } }>(
		'/media/showVideo/:enterpriseId/hash/:hash',
		async (request, reply) => {
			const user = validUser(platform, bearer(request));
			if (!user) return signIn(platform, reply);
			const media = completedMedia(platform, request.params.hash);
			if (media.place === 'otherOrigin' || media.enterpriseId !== user.enterpriseId) {
				throw new Refusal(403, 'The media is not yours to see.');
			}
			if (String(media.enterpriseId) !== request.params.enterpriseId) {
				throw new Refusal(404, 'There is no such media.');
			}
			if (media.place === 'redirect') {
				return reply.redirect(`${platform.urls['storage']}/files/${media.hash}`, 302);
			}
			return sendFile(reply, media);
		},
	);

	for (const [path, title] of [
		['/', 'Portal'],
		['/diag', 'Video assistance'],
		['/information/:key', 'Information'],
		['/meet/private/:owner/:key', 'Video meeting'],
		['/short/:key', 'Video meeting'],
		['/entrypoint/:button/tickets/:id', 'Video assistance'],
	] as const) {
		app.get(path, async (_request, reply) =>
			reply.type('text/html; charset=utf-8').send(htmlPage(title, 'Nothing is simulated here.')),
		);
	}
};

/** A media whose file can be fetched. @throws Refusal 404 */
export function completedMedia({ state }: Platform, hash: string): Media {
	const media = [...state.medias.values()].find((candidate) => candidate.hash === hash);
	if (media?.status !== 'completed') throw new Refusal(404, 'There is no such media.');
	return media;
}

/** Sent as it is produced, whatever its size. */
export function sendFile(reply: FastifyReply, media: Media): FastifyReply {
	const file = fileOf(media);
	return reply.type(file.mimeType).header('content-length', file.size).send(file.open());
}

function validUser(platform: Platform, text: string | undefined): User | undefined {
	const token = platform.state.tokens.get(text ?? '');
	return token && isValid(platform, token) ? platform.state.users.get(token.userId) : undefined;
}

/** Own choice: what a web portal answers to someone it does not know, status 200 included. */
function signIn({ state }: Platform, reply: FastifyReply): FastifyReply {
	if (state.settings.mediaWithoutToken === 'unauthorized') {
		throw new Refusal(401, 'Sign in to see the media.');
	}
	const form = '<form><label>User name <input name="username"></label></form>';
	return reply
		.type('text/html; charset=utf-8')
		.send(htmlPage('Sign in', 'Sign in to see this media.', form));
}
