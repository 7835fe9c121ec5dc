/** A customer of the vendor; everything belongs to one. */
export interface Enterprise {
	id: number;
	name: string;
	/** IANA name of the zone of its statistics' wall times. */
	timeZone: string;
}

/** A user of the platform: an agent, or an account for the API. */
export interface User {
	id: number;
	enterpriseId: number;
	name: string;
	/** The login, an e-mail address in the samples of seed 003. */
	username: string;
	email: string;
	password: string;
	group: string;
	/** Accepted for `urn:ietf:params:oauth:grant-type:jwt-bearer`. */
	assertion: string;
}

/** An entry point such as "Conference" (seed 003, Get statistics). */
export interface Service {
	id: number;
	enterpriseId: number;
	key: string;
	name: string;
}

export interface Token {
	token: string;
	userId: number;
	/** Milliseconds since the epoch. */
	expiresAt: number;
}

export interface GeographicPoint {
	lat: number;
	lng: number;
}

/** An invitation the vendor would have sent. */
export interface Invitation {
	object: 'ticket' | 'conference';
	objectId: number;
	channel: 'email' | 'sms';
	to: string;
	/** ISO 8601. */
	sentAt: string;
}

/** A recorded session of a service (seed 003, Get statistics). */
export interface Session {
	id: string;
	serviceId: number;
	/** Milliseconds since the epoch. */
	start: number;
	end: number;
	participants: number;
	organizerId: number;
	type: string;
}
