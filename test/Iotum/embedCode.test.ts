import type { INodeParameters } from 'n8n-workflow';

import { useIotum } from './setup';

const iotum = useIotum();

const ROOM = 'https://acme.callbridge.com/conf/call/123456';
const ALLOW_ROOM = 'camera;microphone;fullscreen;autoplay;display-capture';

/** The embed code for the inputs; whatever it is, nothing is sent for it. */
async function embed(inputs: INodeParameters) {
	const { run, control } = iotum();
	const { json, error } = await run('conference.getEmbedCode', { inputs });
	expect(await control.requests()).toEqual([]);
	return { json, error };
}

/** What a browser makes of the attributes of the only tag. */
function attributes(html: unknown): Record<string, string> {
	const [, inside = ''] = /^<iframe ([^<>]*)><\/iframe>$/.exec(String(html)) ?? [];
	const entity: Record<string, string> = { amp: '&', quot: '"', lt: '<', gt: '>' };
	const pairs = [...inside.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [
		name,
		value.replaceAll(/&(\w+);/g, (_, word: string) => entity[word] ?? ''),
	]);
	expect(inside).toBe(inside.trim());
	return Object.fromEntries(pairs);
}

it('shows a meeting room, with what a participant needs in it', async () => {
	const { json } = await embed({ embedKind: 'room', roomUrl: ROOM });
	const html = `<iframe src="${ROOM}" allow="${ALLOW_ROOM}"></iframe>`;
	expect(json).toEqual([{ embedKind: 'room', url: ROOM, html }]);
});

it('shows a livestream, which needs neither camera nor microphone', async () => {
	const { json } = await embed({ embedKind: 'livestream', roomUrl: '={{ 987654 }}' });
	const url = `${iotum().access.baseUrl}/livestream/987654`;
	const html = `<iframe src="${url}" allow="fullscreen;autoplay"></iframe>`;
	expect(json).toEqual([{ embedKind: 'livestream', url, html }]);
});

it('passes every option on by the vendor’s names, encoded for the address and for HTML', async () => {
	const { json } = await embed({
		embedKind: 'room',
		roomUrl: `${ROOM}?lang=de`,
		options: {
			afterCallUrl: 'https://bank.example/thanks?a=1&b="2"',
			moderatorToken: 'cnzrvyEeJp3H',
			mute: ['camera', 'mic'],
			name: 'Anna "<b>" & Søn',
			observer: true,
			skipJoin: false,
			stripLayout: true,
			view: 'gallery',
		},
	});
	const [{ url, html } = {}] = json;
	const { src = '', ...others } = attributes(html);
	expect(src).toBe(url);
	expect(others).toEqual({ allow: ALLOW_ROOM });
	expect(src.startsWith(`${ROOM}?`)).toBe(true);
	expect(Object.fromEntries(new URL(src).searchParams)).toEqual({
		lang: 'de',
		after_call_url: 'https://bank.example/thanks?a=1&b="2"',
		moderator_token: 'cnzrvyEeJp3H',
		mute: 'camera,mic',
		name: 'Anna "<b>" & Søn',
		observer: 'true',
		skip_join: 'false',
		strip_layout: 'true',
		view: 'gallery',
	});
});

it.each([
	'"><script>alert(1)</script>',
	"' onload='alert(1)",
	'&quot; onload=&quot;x',
	'</iframe>',
])('lets no HTML through: %s', async (name) => {
	const { json } = await embed({ embedKind: 'room', roomUrl: ROOM, options: { name } });
	const { src = '', ...others } = attributes(json[0]?.html);
	expect(new URL(src).searchParams.get('name')).toBe(name);
	expect(Object.keys(others)).toEqual(['allow']);
	expect(String(json[0]?.html).match(/</g)).toHaveLength(2);
});

it('leaves out what is left empty', async () => {
	const options = { name: ' ', mute: [], afterCallUrl: '' };
	const { json } = await embed({ embedKind: 'room', roomUrl: ROOM, options });
	expect(json).toMatchObject([{ url: ROOM }]);
});

it('warns that the moderator token makes everybody a moderator', () => {
	const { description } = iotum().engine.types.getByNameAndVersion('n8n-nodes-conferencing.iotum');
	expect(JSON.stringify(description.properties)).toContain(
		'Makes everybody who sees the page a moderator.',
	);
});

const NO_CODE = '"Room URL" is no access code, which a livestream needs';

it.each<[INodeParameters, string]>([
	[
		{ embedKind: 'room', roomUrl: 'javascript:alert(1)' },
		'"Room URL" is not an address with https://',
	],
	[
		{ embedKind: 'room', roomUrl: 'http://acme.example/conf' },
		'"Room URL" is not an address with https://',
	],
	[{ embedKind: 'room', roomUrl: '/conf/call/1' }, '"Room URL" is not an address with https://'],
	[{ embedKind: 'room', roomUrl: '={{ "" }}' }, '"Room URL" is empty'],
	[{ embedKind: 'livestream', roomUrl: '12' }, NO_CODE],
	[{ embedKind: 'livestream', roomUrl: '1234567890' }, NO_CODE],
	[{ embedKind: 'livestream', roomUrl: '12/../3' }, NO_CODE],
	[
		{ embedKind: 'livestream', roomUrl: '123456', options: { moderatorToken: 'let-me-in' } },
		'"Options" has more than "Name", which is all that a livestream knows',
	],
	[{ embedKind: 'page', roomUrl: ROOM }, '"Embed" is "page"'],
	[
		{ embedKind: 'room', roomUrl: ROOM, options: { afterCallUrl: 'javascript:alert(1)' } },
		'"After Call URL" is not a place to go to',
	],
	[{ embedKind: 'room', roomUrl: ROOM, options: { mute: ['all'] } }, '"Mute" contains "all"'],
	[{ embedKind: 'room', roomUrl: ROOM, options: { view: 'big' } }, '"View" is "big"'],
])('refuses %j', async (inputs, message) => {
	const { json, error } = await embed(inputs);
	expect(json).toEqual([]);
	expect(error).toMatchObject({
		message: `${message} [item 0]`,
		description: expect.stringMatching(/^(Enter|Use|Remove) /),
	});
});

it('does several items, of which one cannot be done', async () => {
	const { run } = iotum();
	const inputs = { embedKind: 'room', roomUrl: '={{ $json.url }}' };
	const items = [{ url: ROOM }, { url: 'nowhere' }];
	const all = await run('conference.getEmbedCode', { inputs, items, continueOnFail: true });
	expect(all.json).toMatchObject([
		{ url: ROOM },
		{
			error: '"Room URL" is not an address with https:// [item 1]',
			message: 'Enter the room_url of a conference or the meeting_url of a host.',
		},
	]);
	const { items: none, error } = await run('conference.getEmbedCode', { inputs, items });
	expect(none).toEqual([]);
	expect(error?.itemIndex).toBe(1);
});
