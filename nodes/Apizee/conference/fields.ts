import { flag, whole } from '../../kit/choice';
import { refusal } from '../../kit/error';
import { text } from '../../kit/field';
import { locator } from '../../kit/locator';
import { time } from '../../kit/time';
import { byLogin, ssoLink } from '../fields';
import { customParameters } from '../parameters';
import { agents } from '../pickers';

/** The entries of a conference that Simplify leaves. */
export const SIMPLE = [
	'id',
	'name',
	'status',
	'start_time',
	'end_time',
	'url',
	'sip_phone_number',
	'sip_dtmf_code',
	'moderator',
	'sso_url',
];

/** Refuses a text that is longer or shorter than the vendor takes. */
const within = (minimum: number, maximum: number) => (label: string, value: string) => {
	const { length } = [...value];
	if (length >= minimum && length <= maximum) return;
	const problem = `has ${length} characters`;
	throw refusal(label, problem, `Enter ${minimum} to ${maximum} characters`);
};

function checkPassword(label: string, value: string): void {
	if (/^[\d*#]{1,255}$/.test(value)) return;
	const next = 'Use digits and the signs * and # only, so that it can be dialled';
	throw refusal(label, 'has other signs than a telephone', next);
}

/** What may be said of a new conference. Source: VENDOR-FACTS.md, `POST /conferences`. */
export const details = {
	customParameters,
	duration: whole('Duration (Minutes)', {
		default: 60,
		minimum: 1,
		description: 'How long the conference is planned to take',
	}),
	entryMode: text('Entry Mode', {
		description: 'How participants come in, by the vendor’s word for it',
	}),
	invite: flag(
		'Invite',
		true,
		'Whether the vendor invites the participants by e-mail or SMS. Without this field nobody is invited.',
	),
	language: text('Language', {
		description: 'Language of the invitation, by the vendor’s code',
		placeholder: 'e.g. fr',
	}),
	message: text('Message', {
		description: 'Text of the invitation, up to 300 characters',
		check: within(1, 300),
	}),
	moderation: flag(
		'Moderation',
		true,
		'Whether participants wait until the moderator lets them in',
	),
	moderator: locator('Moderator', agents, {
		description: 'Who moderates the conference',
		...byLogin,
	}),
	name: text('Name', {
		description: 'Name by which it can be found, 2 to 255 characters',
		check: within(2, 255),
	}),
	open: flag(
		'Open to Everybody',
		true,
		'Whether the conference is open to whoever has its address',
	),
	password: text('Password', {
		description: 'Digits, * and # only',
		password: true,
		check: checkPassword,
	}),
	reminder: whole('Reminder (Minutes)', {
		default: 15,
		minimum: 1,
		maximum: 60,
		description: 'How many minutes before the start a reminder is sent by e-mail',
	}),
	ssoLink,
	startTime: time('Start Time', {
		description:
			'When it starts; left empty, now. Without an offset it is in the time zone of the workflow.',
	}),
	templateId: whole('Template ID', {
		default: 1,
		minimum: 1,
		description: 'The template of the notifications, by its number',
	}),
};
