import { safeAddress } from '../../kit/address';
import { options } from '../../kit/collection';
import { text } from '../../kit/field';
import { iframe } from '../../kit/html';
import { local } from '../../kit/local';

/** What the room may use within another page. Source: seed 003, "Start the session". */
const ALLOW = 'microphone;camera;geolocation;display-capture';

export const getJoinLink = local({
	name: 'Get Join Link',
	action: 'Get the join link of a conference',
	description: 'Get the address that lets somebody join under a name, and the HTML that embeds it',
	docs: 'seed 003, "Start the session", "Setting up the conference URL"',
	fields: {
		url: text('URL', {
			required: true,
			description: 'The url or short_url of a conference',
			placeholder: 'e.g. https://meet.apizee.com/private/7a3d/ae22',
		}),
		options: options({
			nameParameter: text('Name Parameter', {
				default: 'name',
				description: 'The parameter that carries the name, should the vendor call it otherwise',
			}),
			participantName: text('Participant Name', {
				description: 'The participant is not asked for a name then',
				placeholder: 'e.g. Nathan Smith',
			}),
		}),
	},
	output({ url: entry, options: { nameParameter = 'name', participantName } }) {
		const url = safeAddress('URL', entry, 'Enter the url of a conference');
		if (participantName !== undefined) url.searchParams.set(nameParameter, participantName);
		return [{ url: url.href, html: iframe(url.href, ALLOW) }];
	},
});
