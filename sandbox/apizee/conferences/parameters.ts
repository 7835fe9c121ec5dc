import { Refusal } from '../errors';
import {
	digits,
	flag,
	isEmail,
	listed,
	query,
	readMoment,
	requireBetween,
	scope,
	text,
	utcMoment,
} from '../parameters';
import { now, stamp, type Platform } from '../platform';
import { findUser } from '../tickets/ticket';
import type { User } from '../types';
import type { NewConference } from './conference';

export interface ConferenceQuery {
	participants: string;
	name?: string;
	message?: string;
	password?: string;
	startTime?: string;
	duration?: string;
	reminder?: string;
	invite?: string;
	moderator?: string;
	scope?: string;
	[other: string]: string | undefined;
}

/** Bounds of the vendor's public reference. Own choice: any entry mode and language. */
export const creation = query(
	{
		participants: text,
		name: { type: 'string', minLength: 2, maxLength: 255 },
		message: { type: 'string', maxLength: 300 },
		password: { type: 'string', maxLength: 255, pattern: '^[0-9*#]*$' },
		moderation: flag,
		entryMode: text,
		startTime: utcMoment,
		open: flag,
		duration: digits,
		reminder: digits,
		templateId: digits,
		language: text,
		invite: flag,
		moderator: text,
		scope,
	},
	['participants'],
);

/** Seed 003's example has a national number. */
const PHONE = /^\+?[0-9]{6,15}$/;

/** The parameters that only control shows; a password stays unseen. */
const RECORDED = [
	'message',
	'moderation',
	'entryMode',
	'open',
	'duration',
	'reminder',
	'templateId',
	'language',
] as const;

/** What a query says about a conference. @throws Refusal 400 that names the parameter */
export function conferenceFields(
	platform: Platform,
	organizer: User,
	given: ConferenceQuery,
): NewConference {
	const participants = listed(given.participants);
	if (participants.length === 0) throw new Refusal(400, 'participants is required');
	for (const participant of participants) {
		if (!isEmail(participant) && !PHONE.test(participant)) {
			throw new Refusal(400, `participants: ${participant} is no e-mail address and no number`);
		}
	}
	requireBetween('duration', given.duration, 1, 525_600);
	requireBetween('reminder', given.reminder, 1, 60);
	const { moderator: login, startTime, duration } = given;
	const moderator =
		login === undefined ? organizer : findUser(platform, organizer.enterpriseId, login);
	if (!moderator) throw new Refusal(400, `moderator ${login} is not a user of the enterprise`);
	const start = startTime === undefined ? now(platform) : readMoment('startTime', startTime);
	return {
		organizerId: organizer.id,
		moderatorId: moderator.id,
		participants,
		name: given.name ?? `Conference-${stamp(start).slice(0, 19).replace('T', ' ')}`,
		start,
		...(duration !== undefined && { end: start + Number(duration) * 60_000 }),
		parameters: Object.fromEntries(
			RECORDED.flatMap((name) => {
				const value = given[name];
				return value === undefined ? [] : [[name, value]];
			}),
		),
	};
}
