import { choice, flag, selection } from '../../kit/choice';
import { options } from '../../kit/collection';
import { isConfidential } from '../../kit/connection';
import { refusal } from '../../kit/error';
import { text, when } from '../../kit/field';
import { local } from '../../kit/local';
import { ALLOW_LIVESTREAM, ALLOW_ROOM, iframe } from '../html';
import { checkDestination } from '../links';
import { wire } from '../wire';

const KINDS = { livestream: 'Livestream', room: 'Meeting Room' };

const VIEWS = {
	bottom_speaker: 'Speaker Below',
	gallery: 'Gallery',
	left_side_speaker: 'Speaker on the Left',
};

function checkRoom(label: string, value: string): void {
	if (URL.canParse(value) && isConfidential(new URL(value))) return;
	throw refusal(label, 'is not an address with https://', 'Enter the room_url of a conference');
}

function checkAccessCode(label: string, value: string): void {
	if (/^\d{3,9}$/.test(value)) return;
	throw refusal(label, 'is not an access code', 'Enter 3 to 9 digits');
}

export const getEmbedCode = local({
	name: 'Get Embed Code',
	action: 'Get the embed code of a conference',
	description: 'Get the HTML that shows a meeting room or a livestream in a page of your own',
	docs: 'seed 004, 9.0; VENDOR-FACTS.md, "Room URL parameters"',
	fields: {
		embedKind: choice('Embed', KINDS, { default: 'room' }),
		roomUrl: when(
			{ embedKind: ['room'] },
			text('Room URL', {
				required: true,
				description: 'The room_url of a conference, or the meeting_url of a host',
				placeholder: 'e.g. https://acme.callbridge.com/conf/call/123456',
				check: checkRoom,
			}),
		),
		accessCode: when(
			{ embedKind: ['livestream'] },
			text('Access Code', {
				required: true,
				description: 'The access code of the room that is streamed',
				placeholder: 'e.g. 123456',
				check: checkAccessCode,
			}),
		),
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
	output({ embedKind, roomUrl, accessCode, options }, { origin }) {
		const isRoom = embedKind === 'room';
		const url = new URL(roomUrl ?? `${origin}/livestream/${accessCode}`);
		const { mute, ...others } = options;
		const shown = { ...others, ...(mute && mute.length > 0 && { mute: mute.join(',') }) };
		for (const [name, value] of Object.entries(wire(shown))) {
			url.searchParams.set(name, String(value));
		}
		const html = iframe(url.href, isRoom ? ALLOW_ROOM : ALLOW_LIVESTREAM);
		return [{ embedKind, url: url.href, html }];
	},
});
