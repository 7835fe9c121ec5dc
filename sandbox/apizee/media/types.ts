import type { GeographicPoint } from '../types';

/** Own choice: only `video` is in seed 003's samples. */
export const MEDIA_TYPES = ['video', 'image', 'document'] as const;

export type MediaType = (typeof MEDIA_TYPES)[number];

/**
 * Where a media's file lies: on the vendor's own host behind a sign-in (as in the samples), on
 * another origin that refuses credentials, or on the own host with a redirect to the other origin.
 */
export type MediaPlace = 'ownHost' | 'otherOrigin' | 'redirect';

/** A recording, a snapshot or a shared file of a ticket or a conference. */
export interface Media {
	id: number;
	enterpriseId: number;
	ticketId?: number;
	conferenceId?: number;
	ownerId: number;
	/** A UUID, the last part of its address. */
	hash: string;
	/** Milliseconds since the epoch. */
	created: number;
	title: string;
	description: string | null;
	filename: string;
	/** `completed`, or any other text a test sets. */
	status: string;
	mediaType: MediaType;
	sourceType: string;
	geoloc?: GeographicPoint;
	/** Bytes of a simulated large video; a small file when absent. */
	size?: number;
	place: MediaPlace;
}
