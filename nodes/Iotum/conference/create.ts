import { records } from '../../kit/block';
import { flag } from '../../kit/choice';
import { additionalFields } from '../../kit/collection';
import { text } from '../../kit/field';
import { operation } from '../../kit/operation';
import { path } from '../../kit/path';
import { post } from '../../kit/request';
import { host, reference } from '../fields';
import { checkAddress } from '../links';
import { hostInitiatedRecording } from '../media';
import { hosts } from '../pickers';
import { wire } from '../wire';
import {
	appointment,
	checkSecurityPin,
	conferenceDetails,
	details,
	pinOf,
	SIMPLE,
	startIn,
	timed,
} from './fields';

export const secureUrl = flag(
	'Secure URL',
	true,
	'Whether the room’s address hides the access code; best with a one time access code',
);

const participantHosts = records(
	'Participant Hosts',
	{
		hostId: reference('Host', hosts, { required: true, placeholder: 'e.g. 9' }),
		moderator: flag('Moderator', false, 'Whether the host joins as a moderator'),
	},
	{ entry: 'Host', description: 'Other hosts of the same company who are invited' },
);

export const create = operation({
	name: 'Create',
	action: 'Create a conference',
	description: 'Schedule a conference, once or as a series',
	docs: 'seed 002, "Schedule Conference" and "Recurring Conferences" (conference/create)',
	fields: {
		...host,
		subject: text('Subject', { required: true }),
		...appointment,
		additionalFields: additionalFields({
			...details,
			broadcastStreamUrl: text('Broadcast Stream URL', {
				description: 'A public MP4 file that is streamed when the conference begins',
				placeholder: 'e.g. https://example.com/talk.mp4',
				check: checkAddress,
			}),
			hostInitiatedRecording,
			participantHosts,
			secureUrl,
		}),
	},
	simplify: SIMPLE,
	repeatable: false,
	request({ hostId, subject, start, timeZone, duration, additionalFields }) {
		const { participantEmails, participantHosts, participants, ...others } = additionalFields;
		checkSecurityPin(additionalFields, false);
		const invited = { participants, participantEmails, participantHosts };
		const some = Object.entries(invited).filter(([, list]) => list && list.length > 0);
		const body = {
			hostId,
			subject,
			// The seed calls these required.
			agenda: '',
			oneTimeAccessCode: false,
			...(some.length > 0 ? Object.fromEntries(some) : { participants: [] }),
			...conferenceDetails(others),
			start: startIn(start, timeZone),
			timeZone,
			duration,
		};
		return post(path`/conference/create`, { body: wire(body), secrets: pinOf(additionalFields) });
	},
	output: timed,
});
