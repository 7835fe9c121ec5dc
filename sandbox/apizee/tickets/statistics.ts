import { DateTime } from 'luxon';
import type { Platform } from '../platform';
import { userOf } from './ticket';
import type { Ticket, TicketState } from './types';

/** Own choice, but for `Fermé`, which seed 003's sample has for a ticket that is over. */
const STATES: Record<TicketState, string> = {
	new: 'Nouveau',
	open: 'Ouvert',
	invited: 'Invité',
	inprogress: 'En cours',
	done: 'Fermé',
	closed: 'Fermé',
	rejected: 'Rejeté',
	declined: 'Décliné',
	expired: 'Expiré',
	cancelled: 'Annulé',
};

/** A row of seed 003, "Get detailed ticket statistics": times of the enterprise's own zone. */
export function statisticsRow(platform: Platform, ticket: Ticket): Record<string, unknown> {
	const { state } = platform;
	const { calls, seconds, device, system, browser } = ticket.figures;
	const agent = userOf(platform, ticket.agentId);
	const invitations = state.invitations.filter(
		({ object, objectId }) => object === 'ticket' && objectId === ticket.id,
	);
	const sent = (channel: 'email' | 'sms') =>
		invitations.filter((invitation) => invitation.channel === channel).length;
	const medias = (type: string) =>
		[...state.medias.values()].filter(
			({ ticketId, mediaType }) => ticketId === ticket.id && mediaType === type,
		).length;
	const zone = state.enterprises.get(ticket.enterpriseId)?.timeZone ?? 'utc';
	const wallTime = (moment: number) =>
		DateTime.fromMillis(moment, { zone }).toFormat('yyyy-MM-dd HH:mm:ss');
	const { reference } = ticket;
	return {
		ID: ticket.id,
		Ref: reference !== null && /^[0-9]{1,15}$/.test(reference) ? Number(reference) : reference,
		Description: ticket.description ?? '',
		Priorité: ticket.start - ticket.created > 60_000 ? 'Planifié' : 'Immédiat',
		Demandeur: ticket.name ?? '',
		Contact: ticket.phone ?? ticket.email ?? '',
		Etat: STATES[ticket.state],
		'Assigné à': agent.name,
		Groupe: agent.group,
		Type: ticket.type === '' ? null : ticket.type,
		'Date de début de session': wallTime(ticket.start),
		'Date de fin': wallTime(ticket.end),
		Répondues: calls > 0 ? 'oui' : 'non',
		"Nombre d'invitations": invitations.length,
		"Nombre d'invitations email": sent('email'),
		"Nombre d'invitations SMS": sent('sms'),
		'Nombre Appels': calls,
		'Durée totale des appels (secondes)': seconds,
		Photos: medias('image'),
		Vidéos: medias('video'),
		Identifiant: agent.username,
		Service: state.services.get(ticket.serviceId)?.name ?? '',
		Scans: medias('document'),
		Appareil: device,
		"Système d'exploitation": system,
		Navigateur: browser,
		...state.settings.extraColumns,
	};
}
