import { records } from '../../kit/block';
import { additionalFields, options } from '../../kit/collection';
import { email } from '../../kit/email';
import { refusal } from '../../kit/error';
import { text } from '../../kit/field';
import { operation } from '../../kit/operation';
import { path } from '../../kit/path';
import { post } from '../../kit/request';
import { time } from '../../kit/time';
import { requiredActAsUser, suppressEmailsOption, suppressMails } from '../fields';
import { asUser } from '../impersonation';

const participants = records(
	'Participants',
	{
		email: email('Email'),
		firstname: text('First Name', { placeholder: 'e.g. Nathan' }),
		lastname: text('Last Name', { placeholder: 'e.g. Smith' }),
	},
	{
		entry: 'Participant',
		description:
			'Who is expected beside the moderator. Each gets a link; without any there is one link.',
	},
);

export const reserve = operation({
	name: 'Reserve',
	action: 'Reserve a meeting',
	description:
		'Reserve a video call that the acting user moderates, and get a link for each person',
	docs: 'seed 000, "Starting a Video-Call"',
	fields: {
		...requiredActAsUser,
		accessLinkNotBefore: time('Links Valid From', {
			required: true,
			description: 'From when on the links open the call',
		}),
		accessLinkValidUntil: time('Links Valid Until', {
			required: true,
			description: 'Until when the links open the call',
		}),
		additionalFields: additionalFields({ participants }),
		options: options(suppressEmailsOption),
	},
	repeatable: false,
	request({ actingUserId, accessLinkNotBefore, accessLinkValidUntil, additionalFields, options }) {
		if (accessLinkNotBefore >= accessLinkValidUntil) {
			const order = `is not later than "Links Valid From" (${accessLinkNotBefore.toISO()})`;
			throw refusal('Links Valid Until', order, 'Enter a later time, or swap the two');
		}
		const { participants = [] } = additionalFields;
		return post(path`/communication/meetings/reserve`, {
			query: suppressMails(options),
			body: {
				access_link_not_before: accessLinkNotBefore.toUTC().toISO(),
				access_link_valid_until: accessLinkValidUntil.toUTC().toISO(),
				participants: participants.length > 0 ? participants : [{}],
			},
			...asUser(actingUserId),
		});
	},
});
