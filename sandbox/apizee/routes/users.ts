import { caller, requireEnterprise } from '../access/caller';
import { listAnswer, paging, type PagingQuery } from '../lists';
import { anyText, query } from '../parameters';
import type { ApiModule, Platform } from '../platform';
import type { User } from '../types';

/** The vendor's public reference names these two; own choice: the shape of a user. */
export const userRoutes: ApiModule = (app, platform, version) => {
	app.get('/users/me', { schema: { querystring: query({}) } }, async (request) =>
		ownView(platform, caller(request)),
	);

	app.get<{ Params: { enterpriseId: string }; Querystring: PagingQuery & { search?: string } }>(
		'/enterprises/:enterpriseId/users',
		{ schema: { querystring: query({ ...paging, search: anyText }) } },
		async (request) => {
			const enterpriseId = requireEnterprise(request, request.params.enterpriseId);
			const { search = '' } = request.query;
			const users = [...platform.state.users.values()].filter(
				(user) =>
					user.enterpriseId === enterpriseId &&
					`${user.name} ${user.username}`.toLowerCase().includes(search.toLowerCase()),
			);
			return listAnswer(version, users, request.query, listedUser);
		},
	);
};

function listedUser({ id, name, username, email }: User): object {
	return { id, name, username, email };
}

function ownView({ state }: Platform, user: User): object {
	if (state.settings.enterpriseOfUser === 'number') {
		return { ...listedUser(user), enterprise_id: user.enterpriseId };
	}
	const enterprise = state.enterprises.get(user.enterpriseId);
	return { ...listedUser(user), enterprise: { id: enterprise?.id, name: enterprise?.name } };
}
