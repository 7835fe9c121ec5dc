import { to, useGuarded, zip } from './guardedNode';

// Files that the vendor gives only to those who are signed in: the token goes to its own host alone.

const { own, other, serve, fetchLink, ask, received, contentOf } = useGuarded();

const SIGNED = 'Bearer key-of-the-sample-vendor';

it('a link to the vendor’s own host is fetched with the token', async () => {
	serve({ '/files/1.zip': zip });
	const { items, json } = await fetchLink(`${own()}/files/1.zip`);
	expect(json).toMatchObject([{ from: 'a link', fileName: '1.zip', mimeType: 'application/zip' }]);
	expect(await contentOf(items[0])).toBe('PK a file');
	expect(received()).toEqual([`own GET /files/1.zip ${SIGNED}`]);
});

it('a link to another host is fetched bare', async () => {
	serve({}, { '/1.zip?signature=s': zip });
	const { items } = await fetchLink(`${other()}/1.zip?signature=s`);
	expect(await contentOf(items[0])).toBe('PK a file');
	expect(received()).toEqual(['other GET /1.zip?signature=s bare']);
});

it.each([301, 302, 303, 307, 308])(
	'a redirect (%i) from the own host to another one leaves the token behind',
	async (status) => {
		serve({ '/files/1': to(`${other()}/stored/1`, status) }, { '/stored/1': zip });
		const { items } = await fetchLink(`${own()}/files/1`);
		expect(await contentOf(items[0])).toBe('PK a file');
		expect(received()).toEqual([`own GET /files/1 ${SIGNED}`, 'other GET /stored/1 bare']);
	},
);

it('a redirect from another host to the own one is fetched with the token', async () => {
	serve({ '/files/1': zip }, { '/short': to(`${own()}/files/1`) });
	const { items } = await fetchLink(`${other()}/short`);
	expect(await contentOf(items[0])).toBe('PK a file');
	expect(received()).toEqual([`own GET /files/1 ${SIGNED}`, 'other GET /short bare']);
});

it('there and back again: each hop as its host wants it', async () => {
	serve(
		{ '/a': to(`${other()}/b`), '/c': to(`${other()}/d`) },
		{ '/b': to(`${own()}/c`), '/d': zip },
	);
	const { items } = await fetchLink(`${own()}/a`);
	expect(await contentOf(items[0])).toBe('PK a file');
	expect(received()).toEqual([
		`own GET /a ${SIGNED}`,
		`own GET /c ${SIGNED}`,
		'other GET /b bare',
		'other GET /d bare',
	]);
});

it('relative hops lead on from the hop before, on whatever host that was', async () => {
	serve(
		{ '/files/1/start': to('../2/next'), '/files/2/next': to(`${other()}/x/y`) },
		{ '/x/y': to('z.zip'), '/x/z.zip': zip },
	);
	const { json } = await fetchLink(`${own()}/files/1/start`);
	expect(json).toMatchObject([{ fileName: 'z.zip' }]);
	expect(received()).toEqual([
		`own GET /files/1/start ${SIGNED}`,
		`own GET /files/2/next ${SIGNED}`,
		'other GET /x/y bare',
		'other GET /x/z.zip bare',
	]);
});

it.each([
	['a path', '/files/1.zip', '/files/1.zip'],
	['a relative address', 'files/1.zip', '/api/v3/medias/5/files/1.zip'],
	['a relative address one level up', '../1.zip', '/api/v3/medias/1.zip'],
])('a request that is answered with %s leads on from its own address', async (_what, given, at) => {
	serve({ '/api/v3/medias/5/download': to(given), [at]: zip });
	const { json } = await ask();
	expect(json).toMatchObject([{ from: 'a request', fileName: '1.zip' }]);
	expect(received()).toEqual([
		`own GET /api/v3/medias/5/download ${SIGNED}`,
		`own GET ${at} ${SIGNED}`,
	]);
});

describe('an address that is no https', () => {
	beforeEach(() => serve({}));
	const refused = {
		message: 'Sample gave a link that is not safe to use [item 0]',
		description: 'Only links that start with https:// are followed. Ask the vendor about it.',
	};

	it.each(['http://files.example.com/1', 'ftp://127.0.0.1/1', 'file:///etc/hosts'])(
		'"%s" is not opened, as a link and as a redirect from either host',
		async (unsafe) => {
			serve({ '/files/1': to(unsafe) }, { '/stored/1': to(unsafe) });
			for (const link of [unsafe, `${own()}/files/1`, `${other()}/stored/1`]) {
				const { error, items } = await fetchLink(link);
				expect(error).toMatchObject(refused);
				expect(items).toEqual([]);
			}
			expect(received()).toEqual([`own GET /files/1 ${SIGNED}`, 'other GET /stored/1 bare']);
		},
	);

	it('nor one that only begins like that of the own host, or names no host', async () => {
		for (const link of [`${own()}@files.example.com/1`, '/files/1.zip', '1.zip']) {
			expect((await fetchLink(link)).error).toMatchObject(refused);
		}
		expect(received()).toEqual([]);
	});
});

it('a link with a user name in it is not opened, on whatever host', async () => {
	const withUser = (url: string) => `${url.replace('//', '//ann:hunter2@')}/1.zip`;
	serve({ '/1.zip': zip, '/2': to(withUser(own())) }, { '/1.zip': zip });
	for (const link of [withUser(own()), withUser(other()), `${own()}/2`]) {
		const result = await fetchLink(link);
		expect(result.error?.message).toBe('Sample gave a link that is not safe to use [item 0]');
		expect(`${result.error?.message} ${result.error?.description}`).not.toContain('hunter2');
	}
	expect(received()).toEqual([`own GET /2 ${SIGNED}`]);
});

it('the same machine under another name is another host', async () => {
	serve({ '/1.zip': zip });
	await fetchLink(own().replace('127.0.0.1', 'localhost') + '/1.zip');
	expect(received()).toEqual(['own GET /1.zip bare']);
});

it('refusals are told of the vendor on its own host, of its storage elsewhere', async () => {
	serve({ '/1': { status: 403 } }, { '/1': { status: 403 } });
	const texts = [(await fetchLink(`${own()}/1`)).error, (await fetchLink(`${other()}/1`)).error];
	expect(texts.map((error) => error?.message)).toEqual([
		'Sample does not allow this [item 0]',
		"Sample's file storage does not allow this [item 0]",
	]);
});
