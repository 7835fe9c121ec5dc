import type { Delivery } from '../delivery';
import type { ChatRoom } from './chat/types';
import type { Conference } from './conferences/types';
import type { DriveFile } from './drive/types';
import type { Webhook } from './webhooks/types';

/** How lists of conferences are answered; the documents show bare arrays and no envelope. */
export interface ListShape {
	/** `array`: a bare array while everything fits one page; `envelope`: never a bare array. */
	shape: 'array' | 'envelope';
	/** Name of the list in the envelope. */
	key: string;
}

/** What the installation knows about conferences, recordings, the drive and chats. */
export interface ConferencingState {
	conferences: Map<number, Conference>;
	driveFiles: Map<number, DriveFile>;
	/** Whether uploads are redirected once, as `curl -L` in seed 002 expects. */
	redirectsUploads: boolean;
	chatRooms: ChatRoom[];
	webhooks: Webhook[];
	deliveries: Delivery[];
	listShape: ListShape;
	/** Whether an update of a conference may leave out what it does not change. */
	acceptsPartialUpdates: boolean;
}

export function emptyConferencing(): ConferencingState {
	return {
		conferences: new Map(),
		driveFiles: new Map(),
		redirectsUploads: false,
		chatRooms: [],
		webhooks: [],
		deliveries: [],
		listShape: { shape: 'array', key: 'conferences' },
		acceptsPartialUpdates: false,
	};
}
