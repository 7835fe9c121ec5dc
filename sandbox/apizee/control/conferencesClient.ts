import type { ControlCall } from '../../control';
import type { Conference } from '../conferences/types';
import type { Session } from '../types';

export interface ConferencesRequest {
	/** 1 by default; several are an hour apart, and the last is the latest. */
	count?: number;
	/** `Consultation` by default. */
	name?: string;
	/** The agent of the fixtures by default. */
	organizerId?: number;
	participants?: string[];
	/** ISO 8601; of the last one, now by default, two hours ago for `ended`. */
	start?: string;
	/** 60 by default. */
	minutes?: number;
	/** `scheduled` by default. */
	status?: 'scheduled' | 'ongoing' | 'ended';
}

export interface SessionsRequest {
	/** 1 by default; several are an hour apart, and the last is the latest. */
	count?: number;
	/** `fixtures.conferenceServiceId` by default. */
	serviceId?: number;
	/** ISO 8601; of the last one, an hour ago by default. */
	start?: string;
	/** 10 by default. */
	minutes?: number;
	/** 2 by default. */
	participants?: number;
}

/** What tests and demos do to conferences, beside using the API. Moments are milliseconds. */
export interface ConferencesControl {
	addConferences(request?: ConferencesRequest): Promise<Conference[]>;
	conferences(): Promise<Conference[]>;
	/** With the parameters that no answer of the API shows. */
	conference(conferenceId: number): Promise<Conference>;
	/** Someone comes in; tells the webhooks. */
	startConference(conferenceId: number): Promise<Conference>;
	/** Everyone leaves: adds a session, and a recording if asked for; tells the webhooks. */
	endConference(
		conferenceId: number,
		options?: { participants?: number; recording?: boolean },
	): Promise<Conference>;
	addSessions(request?: SessionsRequest): Promise<Session[]>;
	sessions(): Promise<Session[]>;
}

export function conferencesControlClient(call: ControlCall, root: string): ConferencesControl {
	return {
		addConferences: (body = {}) => call('POST', `${root}/conferences`, { body }),
		conferences: () => call('GET', `${root}/conferences`),
		conference: (id) => call('GET', `${root}/conferences/${id}`),
		startConference: (id) => call('POST', `${root}/conferences/${id}/start`),
		endConference: (id, body = {}) => call('POST', `${root}/conferences/${id}/end`, { body }),
		addSessions: (body = {}) => call('POST', `${root}/sessions`, { body }),
		sessions: () => call('GET', `${root}/sessions`),
	};
}
