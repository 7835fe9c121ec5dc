import { Refusal } from '../errors';
import type { RouteModule } from '../platform';
import { completedMedia, sendFile } from './portal';

/**
 * Files on another origin. Own choice: the address is the permission, and a request that carries a
 * credential is refused, as pre-signed addresses of object stores do.
 */
export const storageRoutes: RouteModule = (app, platform) => {
	app.get<{ Params: { hash: string } }>('/files/:hash', async (request, reply) => {
		const { authorization, cookie } = request.headers;
		if (authorization !== undefined || cookie !== undefined) {
			throw new Refusal(400, 'Only one authorization is allowed: the address.');
		}
		const media = completedMedia(platform, request.params.hash);
		if (media.place === 'ownHost') throw new Refusal(404, 'There is no such file.');
		return sendFile(reply, media);
	});
};
