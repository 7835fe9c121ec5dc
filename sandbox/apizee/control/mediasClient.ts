import type { ControlCall } from '../../control';
import type { Media, MediaPlace, MediaType } from '../media/types';
import type { GeographicPoint } from '../types';

export interface MediasRequest {
	/** One of the two; `fixtures.doneTicketId` when neither is given. */
	ticketId?: number;
	conferenceId?: number;
	/** 1 by default; several are a second apart, and the last is the newest. */
	count?: number;
	/** `video` by default. */
	mediaType?: MediaType;
	title?: string;
	/** From the title and the type by default. */
	filename?: string;
	description?: string;
	/** `completed` by default; the file of any other cannot be fetched. */
	status?: string;
	sourceType?: string;
	/** `ownHost` by default. */
	place?: MediaPlace;
	/** Bytes, from 1,024; for videos only. Produced while it is sent. */
	size?: number;
	geoloc?: GeographicPoint;
	/** ISO 8601; of the last one, now by default. */
	created?: string;
}

/** What tests and demos do to medias. Moments are milliseconds. */
export interface MediasControl {
	/** Adds medias and tells the webhooks. */
	addMedias(request?: MediasRequest): Promise<Media[]>;
	medias(): Promise<Media[]>;
	/** Tells the webhooks. */
	setMediaStatus(mediaId: number, status: string): Promise<Media>;
}

export function mediasControlClient(call: ControlCall, root: string): MediasControl {
	return {
		addMedias: (body = {}) => call('POST', `${root}/medias`, { body }),
		medias: () => call('GET', `${root}/medias`),
		setMediaStatus: (id, status) =>
			call('PUT', `${root}/medias/${id}/status`, { body: { status } }),
	};
}
