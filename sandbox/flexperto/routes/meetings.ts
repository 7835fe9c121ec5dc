import type { FastifyInstance } from 'fastify';
import { DateTime } from 'luxon';
import { caller, requireAccess } from '../access';
import { Refusal } from '../errors';
import { htmlPage } from '../../html';
import { now, type Platform } from '../platform';
import { email, mailParameters, moment, object, text, type MailQuery } from '../schemas';
import { nextNumber } from '../state';
import { readToken, signToken } from '../tokens';
import type { Meeting, Participant } from '../types';
import { mail } from './users';

interface Reservation {
	access_link_not_before: string;
	access_link_valid_until: string;
	participants: Participant[];
}

/** Seed 000, Starting a Video-Call. */
export function meetingRoutes(app: FastifyInstance, platform: Platform): void {
	/**
	 * Reserves a meeting. A participant may be `{}`. The seed's sample window ends before it begins,
	 * which can only be a slip: own choice, such a window is refused.
	 */
	app.post<{ Body: Reservation; Querystring: MailQuery }>(
		'/api/v2/communication/meetings/reserve',
		{
			preValidation: requireAccess(platform, 'impersonated'),
			schema: {
				querystring: mailParameters,
				body: object(
					{
						access_link_not_before: moment,
						access_link_valid_until: moment,
						participants: {
							type: 'array',
							minItems: 1,
							items: object({ email, firstname: text, lastname: text }),
						},
					},
					['access_link_not_before', 'access_link_valid_until', 'participants'],
				),
			},
		},
		async (request, reply) => {
			const { body, query } = request;
			const notBefore = milliseconds('access_link_not_before', body.access_link_not_before);
			const validUntil = milliseconds('access_link_valid_until', body.access_link_valid_until);
			if (validUntil <= notBefore) {
				throw new Refusal(
					422,
					'access_link_valid_until must be later than access_link_not_before.',
				);
			}
			const meeting: Meeting = {
				id: nextNumber(platform.state, 'meeting'),
				moderatorId: caller(request).account.id,
				participants: body.participants,
				notBefore,
				validUntil,
			};
			platform.state.meetings.set(meeting.id, meeting);

			const participants = meeting.participants.map((participant, index) => {
				const link = joinLink(platform, meeting, { participant: index, ...participant });
				if (participant.email) {
					mail(platform, query, { kind: 'meeting invitation', to: participant.email, link });
				}
				return { ...participant, link, meta: {} };
			});
			const { firstName, lastName, email } = caller(request).account;
			const link = joinLink(platform, meeting, {
				moderator: true,
				email,
				firstname: firstName,
				lastname: lastName,
			});
			return reply.code(201).send({ id: meeting.id, moderator: { link }, participants });
		},
	);

	/** Seed 000: whoever opens a link is that person and in the meeting, within the window only. */
	app.get<{ Params: { token: string } }>('/join/:token', async ({ params }, reply) => {
		const claims = readToken(params.token, 'join');
		const meeting = platform.state.meetings.get(Number(claims?.['meeting']));
		reply.type('text/html; charset=utf-8');
		if (!claims || !meeting) {
			return reply.code(404).send(htmlPage('Unknown link', 'No meeting belongs to this link.'));
		}
		if (now(platform) < meeting.notBefore) {
			const from = new Date(meeting.notBefore).toISOString();
			return reply.code(403).send(htmlPage('Too early', `This link is not valid before ${from}.`));
		}
		if (now(platform) > meeting.validUntil) {
			const until = new Date(meeting.validUntil).toISOString();
			return reply.code(403).send(htmlPage('Too late', `This link was valid until ${until}.`));
		}
		const name = [claims['firstname'], claims['lastname']].filter(Boolean).join(' ') || 'a guest';
		const role = claims['moderator'] ? 'the moderator' : 'a participant';
		return htmlPage(`Meeting ${meeting.id}`, `You have joined as ${name}, ${role}.`);
	});
}

function milliseconds(field: string, value: string): number {
	const parsed = DateTime.fromISO(value);
	if (!parsed.isValid) throw new Refusal(400, `${field} is not a moment: ${value}`);
	return parsed.toMillis();
}

/** Seed 000: a compressed JSON Web Token that carries the person's data, signed but not secret. */
function joinLink(platform: Platform, meeting: Meeting, person: Record<string, unknown>): string {
	const token = signToken(
		{
			...person,
			aud: 'join',
			meeting: meeting.id,
			nbf: Math.floor(meeting.notBefore / 1000),
			exp: Math.floor(meeting.validUntil / 1000),
		},
		{ compressed: true },
	);
	return `${platform.urls['api']}/join/${token}`;
}
