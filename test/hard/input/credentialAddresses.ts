import fc, { type Arbitrary } from 'fast-check';

/** Addresses that lead elsewhere at a second look, or do not at a first. */
export function addresses(own: string, elsewhere: string): Arbitrary<string> {
	const { host: there } = new URL(elsewhere);
	const { host: here, protocol } = new URL(own);
	const signs = [
		'@',
		'/@',
		'#@',
		'?@',
		'\\@',
		'%40',
		':',
		'/',
		'//',
		'/\\',
		'%2f',
		'\r\n',
		'\t',
		' ',
		';',
		'.',
	];
	const joined = fc
		.tuple(fc.constantFrom(here, there), fc.constantFrom(...signs), fc.constantFrom(here, there))
		.map(([one, sign, other]) => `${protocol}//${one}${sign}${other}`);
	const parts = [
		'/',
		'/..',
		'/../..',
		'/%2e%2e',
		'/x',
		'//',
		'?x=1',
		'#x',
		'/x?y',
		'/x/',
		'/\r\nX-A: 1',
		'/ ',
		'/😀',
	];
	const longer = fc
		.tuple(fc.constantFrom(own, elsewhere), fc.constantFrom(...parts))
		.map((all) => all.join(''));
	const schemes = [
		'ftp:',
		'file:',
		'javascript:',
		'ws:',
		'http:',
		'HTTPS:',
		'https:',
		'blob:https:',
		'',
	];
	const schemed = fc
		.tuple(
			fc.constantFrom(...schemes),
			fc.constantFrom(`//${there}`, `//${here}`, '//a.invalid', '///a.invalid'),
		)
		.map((all) => all.join(''));
	const hosts = [
		'127.0.0.1.nip.invalid',
		'127.1',
		'0x7f.1',
		'2130706433',
		'[::ffff:127.0.0.1]',
		'0.0.0.0',
		'localhost.',
		'LOCALHOST',
		'ⓛocalhost',
		'１27.0.0.1',
		'xn--a',
		'a。invalid',
		'аpizee.invalid',
		'a_b.invalid',
		'-.invalid',
		'a..invalid',
	];
	const port = new URL(elsewhere).port;
	const hosted = fc
		.tuple(
			fc.constantFrom('http://', 'https://'),
			fc.constantFrom(...hosts),
			fc.constantFrom('', `:${port}`, ':0', ':99999'),
		)
		.map((all) => all.join(''));
	return fc.oneof(
		joined,
		longer,
		schemed,
		hosted,
		fc.webUrl().map((url) => url.replace(/^\w+:\/\/[^/:?#]+/, '$&.invalid')),
	);
}

/** The hosts of this machine have several names. */
const placeOf = ({ hostname, port, protocol }: URL): string =>
	`${hostname === 'localhost' ? '127.0.0.1' : hostname}:${port || (protocol === 'https:' ? 443 : 80)}`;

/** Whether a request went to where the credential leads: to its host, and below its path. */
export function isConfigured(asked: string, at: string, baseUrl: string, prefix: string): boolean {
	if (!URL.canParse(baseUrl)) return false;
	const url = new URL(baseUrl);
	const { protocol, username, password, pathname } = url;
	if (username !== '' || password !== '') return false;
	const [method, target = ''] = asked.split(' ');
	if (method === 'CONNECT') return protocol === 'https:' && target === placeOf(url);
	const base = `${pathname.replace(/\/+$/, '')}${prefix}/`;
	return placeOf(new URL(at)) === placeOf(url) && target.startsWith(base);
}
