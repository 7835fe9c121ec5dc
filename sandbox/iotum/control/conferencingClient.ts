import type { ControlCall } from '../../control';
import type { ListShape } from '../conferencingState';
import type { ChatRoom } from '../chat/types';
import type { Arrival } from '../conferences/attendance';
import type { Attendee, Conference, ConferenceSettings, Recording } from '../conferences/types';
import { driveControl, type DriveControl } from './driveClient';
import { webhooksControl, type WebhooksControl } from './webhooksClient';

export interface ConferencesRequest
	extends Partial<Omit<ConferenceSettings, 'agenda' | 'time_zone' | 'disable_emails'>> {
	/** 1 by default; each begins an hour after the one before. */
	count?: number;
	/** `fixtures.hostId` by default. */
	hostId?: number;
	agenda?: string;
	/** Zone in which its times are shown, UTC by default. */
	time_zone?: string;
	/** ISO 8601. In a day by default; of the last one a day ago when they have been held. */
	start?: string;
	/** Contacts beside the organizer, none by default. */
	participants?: number[];
	/** None by default. */
	oneTimeAccessCode?: boolean;
	/** An RRULE: each is the master of a series. */
	schedule?: string;
	/** They have taken place, with the organizer present throughout; false by default. */
	held?: boolean;
	/** Guests with call records in each that has been held, none by default. */
	guests?: number;
	/** Published video recordings in each that has been held, none by default. */
	recordings?: number;
}

export interface RecordingsRequest {
	/** 1 by default. */
	count?: number;
	/** `video` by default. */
	type?: Recording['type'];
	/** `published` by default; nobody is told. */
	publishingState?: Recording['publishingState'];
	/** Bytes of the file; a large one is produced while it is sent. 8192 by default. */
	size?: number;
}

/** What tests and demos do to conferences, recordings, the drive and chats. */
export interface ConferencingControl extends DriveControl, WebhooksControl {
	/** Conferences without the API: none of its rules are checked, nobody is told. */
	addConferences(request?: ConferencesRequest): Promise<Conference[]>;
	/** All conferences, with what the API does not show; series as far as they are known. */
	conferences(): Promise<Conference[]>;
	conference(conferenceId: number): Promise<Conference>;

	// What people do in a conference. Each resolves after the webhooks have been told.
	/** The organizer comes in; begins what auto_record and auto_stream ask for. */
	startConference(conferenceId: number): Promise<Conference>;
	/** Everyone leaves; what was recorded is then `processing`. */
	endConference(conferenceId: number): Promise<Conference>;
	/** Somebody comes in, a contact or a guest; also into one that is over, for its call records. */
	join(conferenceId: number, arrival?: Arrival & { count?: number }): Promise<Attendee[]>;
	leave(conferenceId: number, participantId: number): Promise<Attendee>;
	startRecording(conferenceId: number, type?: Recording['type']): Promise<Conference>;
	stopRecording(conferenceId: number): Promise<Conference>;
	startStreaming(conferenceId: number): Promise<Conference>;
	stopStreaming(conferenceId: number): Promise<Conference>;
	enterLivestream(conferenceId: number): Promise<{ participantId: number }>;
	leaveLivestream(conferenceId: number, participantId: number): Promise<void>;
	/** Somebody writes into the conference's chat. */
	write(conferenceId: number, content: string): Promise<Conference>;
	/** Somebody uses its one-time access code again: another conference (section 8.0.1). */
	reuseAccessCode(conferenceId: number): Promise<Conference>;

	addRecordings(conferenceId: number, request?: RecordingsRequest): Promise<Recording[]>;
	/** `processing` is over: `published`, with a link, and `recording_ready` goes out. */
	publishRecording(recordingId: number): Promise<Recording>;
	/** A transcript of the given lines is there, and `transcription_ready` goes out. */
	completeTranscription(recordingId: number, lines?: string[]): Promise<Recording>;

	addChatRoom(room: Omit<ChatRoom, 'messages'>): Promise<ChatRoom>;
	/** With the messages sent to them. */
	chatRooms(): Promise<ChatRoom[]>;

	/** How lists with pages are answered; a bare array while there is one page by default. */
	setListShape(shape: Partial<ListShape>): Promise<ListShape>;
	/** Whether an update of a conference may leave fields out; false by default. */
	acceptPartialUpdates(accepted: boolean): Promise<void>;
}

export function conferencingControl(call: ControlCall, root: string): ConferencingControl {
	const at = (id: number, ...rest: (string | number)[]) =>
		[`${root}/conferences/${id}`, ...rest].join('/');
	const recording = (id: number, action: string) => `${root}/recordings/${id}/${action}`;

	return {
		...driveControl(call, root),
		...webhooksControl(call, root),
		addConferences: (body = {}) => call('POST', `${root}/conferences`, { body }),
		conferences: () => call('GET', `${root}/conferences`),
		conference: (id) => call('GET', at(id)),

		startConference: (id) => call('POST', at(id, 'start')),
		endConference: (id) => call('POST', at(id, 'end')),
		join: (id, body = {}) => call('POST', at(id, 'attendees'), { body }),
		leave: (id, participantId) => call('DELETE', at(id, 'attendees', participantId)),
		startRecording: (id, type) => call('POST', at(id, 'recording', 'start'), { body: { type } }),
		stopRecording: (id) => call('POST', at(id, 'recording', 'stop')),
		startStreaming: (id) => call('POST', at(id, 'streaming', 'start')),
		stopStreaming: (id) => call('POST', at(id, 'streaming', 'stop')),
		enterLivestream: (id) => call('POST', at(id, 'viewers')),
		leaveLivestream: (id, participantId) => call('DELETE', at(id, 'viewers', participantId)),
		write: (id, content) => call('POST', at(id, 'chat'), { body: { content } }),
		reuseAccessCode: (id) => call('POST', at(id, 'reuse')),

		addRecordings: (id, body = {}) => call('POST', at(id, 'recordings'), { body }),
		publishRecording: (id) => call('POST', recording(id, 'publish')),
		completeTranscription: (id, lines) =>
			call('POST', recording(id, 'transcribe'), { body: { lines } }),

		addChatRoom: (body) => call('POST', `${root}/chat-rooms`, { body }),
		chatRooms: () => call('GET', `${root}/chat-rooms`),
		setListShape: (body) => call('PUT', `${root}/list-shape`, { body }),
		acceptPartialUpdates: (accepted) =>
			call('PUT', `${root}/partial-updates`, { body: { accepted } }),
	};
}
