import type { INodeParameters } from 'n8n-workflow';

import { useVivoMeetings } from '../Iotum/setup';

const vivoMeetings = useVivoMeetings();

const ROOM = 'https://acme.vivomeetings.example/conf/call/123456';
const ALLOW_ROOM = 'camera;microphone;fullscreen;autoplay;display-capture';

const embed = async (inputs: INodeParameters) => {
	const { run, control } = vivoMeetings();
	const result = await run('conference.getEmbedCode', { inputs });
	expect(await control.requests()).toEqual([]);
	return result;
};

const room = async (options: INodeParameters, roomUrl = ROOM) =>
	await embed({ embedKind: 'room', roomUrl, options });

it.each([
	['nothing more', {}, ''],
	['a name', { name: 'Steve Irwin', skipJoin: true }, '?name=Steve+Irwin&skip_join=true'],
	['the camera off', { mute: ['camera'] }, '?mute=camera'],
	['camera and microphone off', { mute: ['camera', 'mic'] }, '?mute=camera%2Cmic'],
	['an observer', { observer: true }, '?observer=true'],
	['another view', { view: 'bottom_speaker' }, '?view=bottom_speaker'],
	['the strip layout', { stripLayout: true, skipJoin: true }, '?skip_join=true&strip_layout=true'],
	['what is turned off', { skipJoin: false }, '?skip_join=false'],
])('embeds a meeting room with %s', async (_what, options, query) => {
	const { json } = await room(options);
	const [{ url, html, ...others } = {}] = json;
	const sorted = new URL(String(url));
	sorted.searchParams.sort();
	expect(others).toEqual({ embedKind: 'room' });
	expect(sorted.href).toBe(`${ROOM}${query}`);
	expect(html).toBe(
		`<iframe src="${String(url).replaceAll('&', '&amp;')}" allow="${ALLOW_ROOM}"></iframe>`,
	);
});

it('embeds the livestream player of the credential’s address', async () => {
	const { json } = await embed({ embedKind: 'livestream', roomUrl: 123456 });
	const url = `${vivoMeetings().access.baseUrl}/livestream/123456`;
	expect(json).toEqual([
		{
			embedKind: 'livestream',
			url,
			html: `<iframe src="${url}" allow="fullscreen;autoplay"></iframe>`,
		},
	]);
});

it('cannot be broken out of', async () => {
	const { json } = await room({ name: '"><script>alert(1)</script>' });
	const html = String(json[0]?.html);
	expect(html).not.toContain('<script');
	expect(html.match(/"/g)).toHaveLength(4);
});

it('never has what the handbook does not have', async () => {
	const { json } = await room({
		moderatorToken: 'moderator-1',
		afterCallUrl: 'https://example.com',
		autoClose: true,
	});
	expect(json).toMatchObject([{ url: ROOM }]);
});

it.each([
	[
		{ embedKind: 'room', roomUrl: 'acme.vivomeetings.example/conf/call/123456' },
		'"Room URL" is not an address with https://',
	],
	[
		{ embedKind: 'room', roomUrl: 'javascript:alert(1)' },
		'"Room URL" is not an address with https://',
	],
	[
		{ embedKind: 'livestream', roomUrl: '12/..' },
		'"Room URL" is no access code, which a livestream needs',
	],
	[{ embedKind: 'room', roomUrl: ROOM, options: { view: 'wall' } }, '"View" is "wall"'],
])('refuses %j', async (inputs, message) => {
	const { error } = await embed(inputs);
	expect(error?.message).toBe(`${message} [item 0]`);
});

it('goes on with the next item when one cannot be embedded', async () => {
	const { run } = vivoMeetings();
	const { json, items } = await run('conference.getEmbedCode', {
		inputs: { embedKind: 'room', roomUrl: '={{ $json.room }}' },
		items: [{ room: 'nowhere' }, { room: ROOM }],
		continueOnFail: true,
	});
	expect(json).toEqual([
		{
			error: '"Room URL" is not an address with https:// [item 0]',
			message: 'Enter the room_url of a conference or the meeting_url of a host.',
		},
		expect.objectContaining({ url: ROOM }),
	]);
	expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
});
