import { useGuarded, zip, type Pages } from './guardedNode';

// A web page or an error text in place of a file, with status 200, as a sign-in page is: nothing is output.

const { own, other, serve, fetchLink, ask, received } = useGuarded();

const NOTHING = 'Nothing was output. Try again later, or check where the file is asked from.';
const page = (type: string, body: unknown = '<html>Sign in</html>') => ({
	headers: { 'content-type': type },
	body,
});

it.each([
	'text/html',
	'text/html; charset=utf-8',
	'Text/HTML',
	'application/xhtml+xml; charset=utf-8',
])('a page of type %s is refused, wherever it comes from', async (type) => {
	const pages: Pages = { '/1.mp4': page(type), '/api/v3/medias/5/download': page(type) };
	serve(pages, pages);
	for (const link of [`${own()}/1.mp4`, `${other()}/1.mp4`]) {
		const { error, items } = await fetchLink(link);
		expect(error?.message).toBe('Sample sent a web page instead of a file for "1.mp4" [item 0]');
		expect(error?.description).toBe(NOTHING);
		expect(items).toEqual([]);
	}
	const { error, items } = await ask();
	expect(error?.message).toMatch(/^Sample sent a web page instead of a file for ".*" \[item 0\]$/);
	expect(items).toEqual([]);
});

it('an error text is refused with the vendor’s words, without the key', async () => {
	serve({ '/1.mp4': page('application/json', { error: 'No media for key-of-the-sample-vendor' }) });
	const { error, items } = await fetchLink(`${own()}/1.mp4`, 'call.mp4');
	expect(error?.message).toBe('Sample sent no file for "call.mp4": No media for *** [item 0]');
	expect(error?.description).toBe(NOTHING);
	expect(items).toEqual([]);
});

it('an empty file is refused', async () => {
	serve({ '/1.zip': { ...zip, body: '' } });
	const { error, items } = await fetchLink(`${own()}/1.zip`);
	expect(error?.message).toBe('The file "1.zip" is empty [item 0]');
	expect(items).toEqual([]);
});

it('a page after redirects is refused as well', async () => {
	serve({
		'/1.mp4': { status: 302, headers: { location: '/login' } },
		'/login': page('text/html'),
	});
	const { error, items } = await fetchLink(`${own()}/1.mp4`, 'call.mp4');
	expect(error?.message).toBe('Sample sent a web page instead of a file for "call.mp4" [item 0]');
	expect(items).toEqual([]);
});

it('redirects in a circle end', async () => {
	serve({ '/1': { status: 302, headers: { location: '/1' } } });
	const { error, items } = await fetchLink(`${own()}/1`);
	expect(error?.message).toBe('Sample redirects to no file [item 0]');
	expect(items).toEqual([]);
});

describe('in a session, a page is taken for its end', () => {
	/** A vendor whose sessions give so many files each, and a sign-in page after that. */
	function serveSessions(uses: number) {
		let signIns = 0;
		let left = 0;
		serve(({ path }) => {
			if (path !== '/api/v3/token') return left-- > 0 ? zip : page('text/html');
			left = uses;
			return { body: { token: `session ${++signIns}` } };
		});
	}

	it('which is opened again, and the file is asked for again', async () => {
		serveSessions(1);
		for (const name of ['1.zip', '2.zip']) {
			const { json } = await fetchLink(`${own()}/${name}`, '', 'password one');
			expect(json).toMatchObject([{ fileName: name, mimeType: 'application/zip' }]);
		}
		expect(received()).toEqual([
			'own GET /api/v3/token bare',
			'own GET /1.zip Bearer session 1',
			'own GET /2.zip Bearer session 1',
			'own GET /api/v3/token bare',
			'own GET /2.zip Bearer session 2',
		]);
	});

	it('but only once', async () => {
		serveSessions(1);
		await fetchLink(`${own()}/1.zip`, '', 'password two');
		serveSessions(0);
		const { error, items } = await fetchLink(`${own()}/2.zip`, '', 'password two');
		expect(error?.message).toBe('Sample sent a web page instead of a file for "2.zip" [item 0]');
		expect(items).toEqual([]);
		expect(received().map((line) => line.split(' ')[2])).toEqual([
			'/2.zip',
			'/api/v3/token',
			'/2.zip',
		]);
	});
});
