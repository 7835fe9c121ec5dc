import { safeAddress } from '../../kit/address';
import { options } from '../../kit/collection';
import { text } from '../../kit/field';
import { iframe } from '../../kit/html';
import { local } from '../../kit/local';

/** What the room may use within another page. Source: seed 003, "Start the session". */
const ALLOW = 'microphone;camera;geolocation;display-capture';

/**
 * The query of an address with one more parameter, in place of an earlier one of that name. What else
 * is there stays as the vendor wrote it, and a blank becomes %20, which every way of reading knows.
 */
function named({ search }: URL, parameter: string, name: string): string {
	const others = search
		.slice(1)
		.split('&')
		.filter((entry) => entry !== '' && !new URLSearchParams(entry).has(parameter));
	return [...others, `${encodeURIComponent(parameter)}=${encodeURIComponent(name)}`].join('&');
}

export const getJoinLink = local({
	name: 'Get Join Link',
	action: 'Get the join link of a conference',
	description: 'Get the address that lets somebody join under a name, and the HTML that embeds it',
	docs: 'seed 003, "Start the session", "Setting up the conference URL"',
	fields: {
		url: text('URL', {
			required: true,
			description: 'The link of a conference, long or short',
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
		if (participantName !== undefined) url.search = named(url, nameParameter, participantName);
		return [{ url: url.href, html: iframe(url.href, ALLOW) }];
	},
});
