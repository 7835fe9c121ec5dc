import { addConference } from './conferences/conference';
import { FIXTURES } from './fixtures';
import { addMedia } from './media/medias';
import type { Platform } from './platform';
import { addTicket } from './tickets/ticket';

const ids = FIXTURES;

/** Ready-made tickets and their medias; runs after the accounts at every start and reset. */
export function addSampleTickets(platform: Platform): void {
	const day = Date.UTC(2023, 1, 22, 21, 56, 34);
	const done = addTicket(platform, {
		id: ids.doneTicketId,
		agentId: ids.agentId,
		state: 'done',
		reference: ids.doneTicketReference,
		phone: '+33612345678',
		geoloc: { lat: 48.7, lng: -3.5 },
		created: day,
		start: day + 11_000,
		end: Date.UTC(2023, 1, 22, 22, 12, 18),
		figures: { calls: 1, seconds: 335 },
	});
	const location = { lat: 48.7703337, lng: -3.5149756 };
	const owner = { ticketId: done.id, ownerId: ids.agentId, created: day + 60_000 };
	addMedia(platform, {
		...owner,
		id: ids.ticketImageId,
		mediaType: 'image',
		title: 'diag_snapshot_1677103206155',
		geoloc: location,
	});
	addMedia(platform, {
		...owner,
		id: ids.ticketVideoId,
		mediaType: 'video',
		title: 'assistance-2552-477',
	});
	const invited = Date.UTC(2023, 6, 12, 15, 48, 11);
	addTicket(platform, {
		id: ids.invitedTicketId,
		agentId: ids.agentId,
		state: 'invited',
		reference: '1234',
		phone: '+33662682193',
		created: invited,
		start: invited + 1000,
	});
	addTicket(platform, {
		id: ids.foreignTicketId,
		agentId: ids.foreignAgentId,
		email: 'customer@foreign.example',
		created: invited,
	});
}

/** Ready-made conferences, their medias and a session. */
export function addSampleConferences(platform: Platform): void {
	const start = Date.UTC(2023, 6, 13, 16, 21, 57);
	const { id } = addConference(platform, {
		id: ids.conferenceId,
		organizerId: ids.agentId,
		name: 'Annual review',
		participants: ['customer@example.invalid'],
		created: start,
		start,
		startedAt: start + 89_000,
	});
	const owner = { conferenceId: id, ownerId: ids.agentId, created: start + 127_000 };
	const place = { lat: 48.7611333, lng: -3.4669605 };
	addMedia(platform, {
		...owner,
		id: ids.conferenceVideoId,
		mediaType: 'video',
		title: 'annual-review-composite',
		geoloc: place,
	});
	addMedia(platform, {
		...owner,
		id: ids.conferenceDocumentId,
		mediaType: 'document',
		title: 'contract-draft',
	});
	platform.state.sessions.push({
		id: '1057a6af-eb9e-4730-b570-b0df1cfb',
		serviceId: ids.conferenceServiceId,
		start: start + 89_000,
		end: start + 157_000,
		participants: 2,
		organizerId: ids.agentId,
		type: 'conference',
	});
	addConference(platform, {
		id: ids.foreignConferenceId,
		organizerId: ids.foreignAgentId,
		name: 'Foreign review',
		participants: ['customer@foreign.example'],
		created: start,
		start,
	});
}
