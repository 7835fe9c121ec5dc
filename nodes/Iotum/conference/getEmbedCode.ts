import { safeAddress } from '../../kit/address';
import { choice, flag, selection } from '../../kit/choice';
import { options } from '../../kit/collection';
import { refusal } from '../../kit/error';
import { text } from '../../kit/field';
import { iframe } from '../../kit/html';
import { local } from '../../kit/local';
import { ALLOW_LIVESTREAM, ALLOW_ROOM } from '../html';
import { checkDestination } from '../links';
import { wire } from '../wire';

const KINDS = { livestream: 'Livestream', room: 'Meeting Room' };

const VIEWS = {
	bottom_speaker: 'Speaker Below',
	gallery: 'Gallery',
	left_side_speaker: 'Speaker on the Left',
};

const ROOM_ADDRESS = 'Enter the room_url of a conference or the meeting_url of a host';

/** The address of a livestream, by the access code of its room. Source: seed 004, 9.2. */
function livestreamAddress(entry: string, origin: string): URL {
	if (/^\d{3,9}$/.test(entry)) return new URL(`${origin}/livestream/${entry}`);
	const next = 'Enter the access code of the room that is streamed, 3 to 9 digits';
	throw refusal('Room URL', 'is no access code, which a livestream needs', next);
}

export const getEmbedCode = local({
	name: 'Get Embed Code',
	action: 'Get the embed code of a conference',
	description: 'Get the HTML that shows a meeting room or a livestream in a page of your own',
	docs: 'seed 004, 9.0; VENDOR-FACTS.md, "Room URL parameters"',
	fields: {
		embedKind: choice('Embed', KINDS, { default: 'room' }),
		roomUrl: text('Room URL', {
			required: true,
			description:
				'The room_url of a conference or the meeting_url of a host; for a livestream the access code of the room',
			placeholder: 'e.g. https://acme.callbridge.com/conf/call/123456',
		}),
		options: options({
			afterCallUrl: text('After Call URL', {
				description: 'Where the participant goes after the call',
				check: checkDestination,
			}),
			moderatorToken: text('Moderator Token', {
				password: true,
				description: 'Makes everybody who sees the page a moderator. Leave it out of public pages.',
			}),
			mute: selection(
				'Mute',
				{ camera: 'Camera', mic: 'Microphone' },
				{
					default: [],
					description: 'What is off when the participant joins',
				},
			),
			name: text('Name', { description: 'The participant is not asked for a name then' }),
			observer: flag('Observer', true, 'Whether the participant has no tile and no camera'),
			skipJoin: flag('Skip Join', true, 'Whether to join without choosing camera and microphone'),
			stripLayout: flag('Strip Layout', true, 'Whether to show a thin bar instead of a whole page'),
			view: choice('View', VIEWS, { default: 'gallery' }),
		}),
	},
	output({ embedKind, roomUrl, options }, { origin }) {
		const isRoom = embedKind === 'room';
		const url = isRoom
			? safeAddress('Room URL', roomUrl, ROOM_ADDRESS)
			: livestreamAddress(roomUrl, origin);
		const { mute, ...others } = options;
		const shown = wire({ ...others, ...(mute && mute.length > 0 && { mute: mute.join(',') }) });
		if (!isRoom && Object.keys(shown).some((name) => name !== 'name')) {
			const problem = 'has more than "Name", which is all that a livestream knows';
			throw refusal('Options', problem, 'Remove the rest, or embed the meeting room');
		}
		for (const [name, value] of Object.entries(shown)) url.searchParams.set(name, String(value));
		const html = iframe(url.href, isRoom ? ALLOW_ROOM : ALLOW_LIVESTREAM);
		return [{ embedKind, url: url.href, html }];
	},
});
