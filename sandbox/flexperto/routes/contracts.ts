import type { FastifyInstance } from 'fastify';
import { DateTime } from 'luxon';
import { caller, requireAccess } from '../access';
import {
	createSession,
	openSession,
	SESSIONS,
	type NewSession,
	type SessionPath,
} from '../contractSessions';
import { Refusal } from '../errors';
import { now, type Platform } from '../platform';
import { email, noParameters, object, page, paging, text, type PagingQuery } from '../schemas';
import { handOver, presentDocuments } from '../signing';
import { nextUuid } from '../state';
import { signToken } from '../tokens';

const participant = object(
	{
		email,
		firstname: text,
		lastname: text,
		mobile: { type: 'string', pattern: '^\\+[1-9][0-9]{6,14}$' },
	},
	['email', 'firstname', 'lastname'],
);

/** Seed 000 and 001, Signing Documents: contract sessions. */
export function contractRoutes(app: FastifyInstance, platform: Platform): void {
	const impersonated = {
		preValidation: requireAccess(platform, 'impersonated'),
		schema: { querystring: noParameters },
	};

	/** Begins a session. Only one participant, although it is an array. */
	app.post<{ Body: NewSession }>(
		`${SESSIONS}/initiate`,
		{
			preValidation: impersonated.preValidation,
			schema: {
				querystring: noParameters,
				body: object(
					{
						name: text,
						method: { type: 'string', enum: ['aes', 'ves', 'qes'] },
						participants: { type: 'array', items: participant },
						meeting_id: { type: 'integer' },
					},
					['name', 'method', 'participants'],
				),
			},
		},
		async (request, reply) => {
			const { body } = request;
			if (body.participants.length !== 1) {
				throw new Refusal(422, 'participants must name exactly one person.');
			}
			const meeting = platform.state.meetings.get(body.meeting_id ?? 0);
			if (body.meeting_id !== undefined && meeting?.moderatorId !== caller(request).account.id) {
				throw new Refusal(422, `meeting_id ${body.meeting_id}: the expert has no such meeting.`);
			}
			const session = createSession(platform, caller(request).account, body);
			return reply.code(201).send(session.record);
		},
	);

	/**
	 * Lists sessions. Seed 000 tells to fetch the full list every night, without path and answer. Own
	 * choices: a path like the others, the envelope of the archives, and that acting as an expert shows
	 * their own only.
	 */
	app.get<{ Querystring: PagingQuery }>(
		SESSIONS,
		{
			preValidation: requireAccess(platform, 'any'),
			schema: { querystring: object(paging) },
		},
		async (request) => {
			const { account, restricted } = caller(request);
			const records = [...platform.state.sessions.values()].map(({ record }) => record);
			const visible = records.filter(({ expert_id }) => !restricted || expert_id === account.id);
			const { items, limit, offset, total } = page(visible, request.query, 100);
			return { items, limit, offset, total };
		},
	);

	/** Valid for an hour and for this session. The token has the claims of seed 001's sample. */
	app.get<SessionPath>(
		`${SESSIONS}/:sessionId/documents/upload-url`,
		impersonated,
		async (request) => {
			const { record } = openSession(platform, request);
			const expires = DateTime.fromMillis(now(platform), { zone: 'utc' }).plus({ hours: 1 });
			const { tenant } = platform;
			const token = signToken({
				aud: 'portunus',
				iss: `lws:${tenant}`,
				jti: nextUuid(platform.state, 'upload token'),
				exp: Math.floor(expires.toSeconds()),
				routingKey: `lws.${tenant}.file.uploaded.contract.original`,
				metadata: { contract_session_id: record.id },
				version: 'v1',
				owner: { account_id: record.expert_id, account_role: 'expert', tenant },
				tenant,
				availableUntil: expires.plus({ months: 1 }).toISO(),
			});
			return { url: `${platform.urls['upload']}/api/v1/files/upload?token=${token}` };
		},
	);

	/** A GET that changes state. Own choice: once only, and not without a document. */
	app.get<SessionPath>(`${SESSIONS}/:sessionId/handover`, impersonated, async (request) => {
		const session = openSession(platform, request);
		if (presentDocuments(platform, session.record.id).length === 0) {
			throw new Refusal(409, 'The session has no document to sign.');
		}
		handOver(platform, session);
		const signing = session.record.meta.foreign_session_id;
		return { url: `${platform.urls['api']}/signature/index?sessionid=${signing}&lang=de` };
	});
}
