import type { ScheduleRule } from '../schedule/rule';
import type { MediaChoice } from '../types';

export type MuteMode = 'conversation' | 'q&a' | 'presentation';

/** Settings the API takes and shows as they are (section 8.1). */
export interface ConferenceSettings {
	subject: string;
	agenda: string | null;
	time_zone: string;
	/** Minutes. */
	duration: number;
	auto_record: MediaChoice;
	auto_stream: MediaChoice;
	auto_transcribe: boolean;
	host_initiated_recording?: boolean;
	secure_url?: boolean;
	security_pin?: string;
	mute_mode: MuteMode;
	broadcast_stream_url?: string;
	disable_emails?: string[];
}

/** An invited person, by the contact that stands for it. */
export interface Invitation {
	contactId: number;
	moderator: boolean;
}

/** Its place in a series (section Recurring Conferences). */
export interface SeriesPlace {
	masterId: number;
	/** 0 is the master, which is the first of the series. */
	index: number;
	/** The master's only. */
	rule?: ScheduleRule;
	/** The master's only, once the series has been changed after it. */
	continuation?: Continuation;
	/** The master's only: what was to come has been cancelled, and nothing comes any more. */
	cancelled?: boolean;
}

/** What the conferences of a series have from their master. */
export type SeriesContent = Pick<
	Conference,
	'settings' | 'start' | 'invitations' | 'oneTimeAccessCode'
>;

/** What the conferences of a series are like from one of them on. `start` is the rule's first. */
export interface Continuation extends SeriesContent {
	/** Place of the first that is so. */
	from: number;
	/** Places in the series are this much higher than those in the rule. */
	offset: number;
}

export interface Conference {
	id: number;
	hostId: number;
	/** False for a reservationless one. */
	scheduled: boolean;
	settings: ConferenceSettings;
	/** Milliseconds since the epoch. */
	start: number;
	/** The one-time access code, absent where the host's dedicated one is used. */
	oneTimeAccessCode?: string;
	moderatorToken: string;
	/** The organizer first. */
	invitations: Invitation[];
	series?: SeriesPlace;
	/** Milliseconds since the epoch; absent while nobody has been in it. */
	startedAt?: number;
	endedAt?: number;
	cancelled: boolean;
	/** What is being recorded at present, since when (milliseconds since the epoch). */
	recording?: { type: Recording['type']; start: number };
	streaming: boolean;
	broadcastState: null | 'NEW' | 'STARTED' | 'STOPPED' | 'FAILED';
	/** Participants who watch the livestream. */
	viewers: number[];
	recordings: Recording[];
	attendees: Attendee[];
	chat: ChatMessage[];
	/** Drive files uploaded over its chat. */
	documents: UploadedDocument[];
	/** System messages sent through the API (section 8, message/create). */
	systemMessages: string[];
	dialouts: Dialout[];
}

export interface Recording {
	id: number;
	type: 'audio' | 'video';
	publishingState: 'processing' | 'published';
	/** Milliseconds since the epoch. */
	start: number;
	end: number;
	/** Path of its file on the storage host, without the ending. */
	key: string;
	/** Bytes; small by default. */
	size?: number;
	transcription: TranscriptionSegment[];
}

/** Own choice: the documents show the list of segments empty. */
export interface TranscriptionSegment {
	/** Seconds from the recording's start. */
	start_time: number;
	end_time: number;
	participant_id: number;
	text: string;
}

/** Somebody who was in a conference, and the one call made for it (section 6.8). */
export interface Attendee {
	participantId: number;
	cdrId: number;
	name: string;
	email: string | null;
	/** Absent for somebody who is no contact of the host. */
	contactId?: number;
	/** Milliseconds since the epoch; `left` is absent while the person is in the call. */
	joined: number;
	left?: number;
	from: string;
	to: string;
}

export interface ChatMessage {
	id: number;
	content: string;
	participantId: number;
	/** Milliseconds since the epoch. */
	createdAt: number;
}

export interface UploadedDocument {
	driveFileId: number;
	participantId: number;
	chatMessageId: number;
}

/** A telephone call out of a conference (section 8, dial_number). */
export interface Dialout {
	conferenceId: number;
	country_code: string;
	phone_number: string;
	name: string;
	invitation_text: string;
}
