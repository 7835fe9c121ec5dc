import { useApizee } from './setup';

const apizee = useApizee();

const ROOM = 'https://meet.apizee.com/private/7a3d/ae22';
const ALLOW = 'microphone;camera;geolocation;display-capture';

/** The join link of a room. */
const join = async (url: string, options = {}) =>
	await apizee().run('conference.getJoinLink', {
		inputs: { url: '={{ $json.url }}', options },
		items: [{ url }],
	});

/** The address of the join link. */
const linkOf = async (url: string, options = {}) => {
	const { json, error } = await join(url, options);
	expect(error).toBeUndefined();
	return String(json[0]?.url);
};

afterEach(async () => expect(await apizee().control.requests()).toEqual([]));

it('gives the address and the HTML that embeds it, without a request', async () => {
	const { json } = await join(ROOM, { participantName: 'Nathan' });
	const url = `${ROOM}?name=Nathan`;
	expect(json).toEqual([{ url, html: `<iframe src="${url}" allow="${ALLOW}"></iframe>` }]);
});

it('leaves the address as it is without a name', async () => {
	for (const options of [{}, { participantName: '' }, { nameParameter: 'nickname' }]) {
		expect(await linkOf(ROOM, options)).toBe(ROOM);
	}
});

describe('the name', () => {
	it.each([
		'Nathan Smith',
		'Ärztin Dr. Zoë',
		'A&B=C?D#E/F%20+1',
		'王小明',
		'"><script>',
		"O'Neil 🙂",
	])('%s reaches the room as it is', async (participantName) => {
		const url = new URL(await linkOf(ROOM, { participantName }));
		expect(url.searchParams.get('name')).toBe(participantName);
		// A room that does not read the query as a form reads the same.
		expect(decodeURIComponent(url.search.replace('?name=', ''))).toBe(participantName);
		expect(url.href.split('?', 1)).toEqual([ROOM]);
	});

	it('goes under another parameter when the vendor calls it so', async () => {
		const options = { participantName: 'Nathan', nameParameter: 'nickname' };
		expect(await linkOf(ROOM, options)).toBe(`${ROOM}?nickname=Nathan`);
		const empty = { participantName: 'Nathan', nameParameter: '' };
		expect(await linkOf(ROOM, empty)).toBe(`${ROOM}?name=Nathan`);
		const odd = { participantName: 'Nathan', nameParameter: 'guest name&x' };
		expect(new URL(await linkOf(ROOM, odd)).searchParams.get('guest name&x')).toBe('Nathan');
	});

	it('is another for each item', async () => {
		const { json, items } = await apizee().run('conference.getJoinLink', {
			inputs: { url: ROOM, options: { participantName: '={{ $json.who }}' } },
			items: [{ who: 'Ada' }, { who: 'Bob' }],
		});
		expect(json.map(({ url }) => url)).toEqual([`${ROOM}?name=Ada`, `${ROOM}?name=Bob`]);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
	});
});

describe('what the address has already', () => {
	it('stays: query and fragment', async () => {
		const url = `${ROOM}?pwd=12%2A%23&lang=fr#chat`;
		expect(await linkOf(url)).toBe(url);
		expect(await linkOf(url, { participantName: 'Nathan' })).toBe(
			`${ROOM}?pwd=12%2A%23&lang=fr&name=Nathan#chat`,
		);
	});

	it('stays as it is encoded, as its room may read it in its own way', async () => {
		const query = 'title=Annual%20review&flag&key=a~b!(c)';
		expect(await linkOf(`${ROOM}?${query}`, { participantName: 'Nathan' })).toBe(
			`${ROOM}?${query}&name=Nathan`,
		);
	});

	it('gives way to the new name when there is one', async () => {
		const url = `${ROOM}?name=Ada&lang=fr&name=Bob`;
		const { searchParams } = new URL(await linkOf(url, { participantName: 'Nathan' }));
		expect([...searchParams].sort()).toEqual([
			['lang', 'fr'],
			['name', 'Nathan'],
		]);
	});
});

it('escapes the address in the HTML', async () => {
	const { json } = await join(`${ROOM}?a=1&b="'<`, {
		participantName: '"><script>alert(1)</script>',
	});
	const html = String(json[0]?.html);
	expect(html).toMatch(/^<iframe src="[^"<>]+" allow="[^"<>]+"><\/iframe>$/);
	const [, src = ''] = /src="([^"]+)"/.exec(html) ?? [];
	expect(src).not.toMatch(/&(?!amp;|quot;|lt;|gt;)/);
	expect(src.replaceAll('&amp;', '&')).toBe(json[0]?.url);
});

it('takes a room of this machine', async () => {
	const room = `${apizee().access.url}/meet/private/7a3d/ae22`;
	expect(await linkOf(room)).toBe(room);
});
