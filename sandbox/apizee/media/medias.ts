import { Refusal } from '../errors';
import { now, stamp, type Platform } from '../platform';
import { nextNumber, nextSecret, nextUuid } from '../state';
import { userOf } from '../tickets/ticket';
import { mimeType } from './files';
import type { Media, MediaType } from './types';

export type NewMedia = Partial<Media> & Pick<Media, 'mediaType' | 'ownerId'>;

const ENDINGS: Record<MediaType, string> = { video: 'mp4', image: 'jpg', document: 'pdf' };

/** Adds a media to a ticket or a conference without telling anyone. */
export function addMedia(platform: Platform, fields: NewMedia): Media {
	const { state } = platform;
	const { mediaType, ticketId, conferenceId } = fields;
	const holder =
		ticketId === undefined ? state.conferences.get(conferenceId ?? 0) : state.tickets.get(ticketId);
	if (!holder) throw new Refusal(404, 'There is no such ticket or conference.');
	const id = fields.id ?? nextNumber(state, 'media');
	const title = fields.title ?? defaultTitle(platform, mediaType, conferenceId !== undefined);
	const media: Media = {
		enterpriseId: holder.enterpriseId,
		hash: nextUuid(state, 'media hash'),
		created: now(platform),
		description: null,
		filename: `${title}.${ENDINGS[mediaType]}`,
		status: 'completed',
		sourceType: conferenceId !== undefined && mediaType === 'video' ? 'conf_record' : 'unknown',
		place: 'ownHost',
		...fields,
		id,
		title,
	};
	state.medias.set(id, media);
	return media;
}

/** Titles in the manner of seed 003's samples. */
function defaultTitle({ state }: Platform, mediaType: MediaType, inConference: boolean): string {
	const name = nextSecret(state, 'media title', 8);
	if (mediaType === 'image') return `diag_snapshot_${nextNumber(state, 'snapshot')}`;
	if (mediaType === 'document') return `document-${name}`;
	return inConference ? `${name}-composite` : `${name}-2552-477`;
}

/** Address of the file; of a media on the other origin only it is there, see `MediaPlace`. */
function mediaUrl({ urls }: Platform, { place, enterpriseId, hash }: Media): string {
	return place === 'otherOrigin'
		? `${urls['storage']}/files/${hash}`
		: `${urls['api']}/media/showVideo/${enterpriseId}/hash/${hash}`;
}

/** A media as in seed 003, "Get the recorded media for a given ticket". */
export function ticketMedia(platform: Platform, media: Media): object {
	const { id, title, hash, description, sourceType, geoloc } = media;
	return {
		id,
		title,
		type: mimeType(media.mediaType),
		hash,
		description,
		source_type: sourceType,
		...(geoloc && { location: { lat: geoloc.lat, lon: geoloc.lng } }),
		url: mediaUrl(platform, media),
	};
}

/** A media as in seed 003, "Get the recorded or shared files", and in the v3 list of medias. */
export function conferenceMedia(platform: Platform, media: Media, size: number): object {
	const { id, hash, title, description, filename, status, mediaType, sourceType, geoloc } = media;
	const owner = userOf(platform, media.ownerId);
	return {
		id,
		hash,
		created: stamp(media.created),
		owner: { id: owner.id, name: owner.name },
		title,
		description,
		filename,
		status,
		media_type: mediaType,
		url: mediaUrl(platform, media),
		filesize: size,
		source_type: sourceType,
		...(geoloc && { geoloc }),
		metadata: { ...(geoloc && { geoloc }) },
	};
}
