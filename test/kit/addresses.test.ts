import fc from 'fast-check';

import { apiAddress, origin, safeAddress } from '../../nodes/kit/address';

// Addresses that users enter: nothing secret goes to one that is neither https nor this machine.

const EXAMPLE = 'https://acme.example.com/api';
const api = (entry: unknown) => apiAddress('Base URL', entry, EXAMPLE);
const NEXT = 'Enter an address such as https://acme.example.com/api in the credential.';

it.each([
	['https://acme.example.com/api', 'https://acme.example.com/api'],
	['https://acme.example.com/api/v3/', 'https://acme.example.com/api/v3'],
	['https://acme.example.com//', 'https://acme.example.com'],
	[' HTTPS://ACME.example.com:443/API ', 'https://acme.example.com/API'],
	['https://acme.example.com:8443/a/b', 'https://acme.example.com:8443/a/b'],
	['http://127.0.0.1:8080/api', 'http://127.0.0.1:8080/api'],
	['http://localhost/api', 'http://localhost/api'],
	['http://[::1]:3000/', 'http://[::1]:3000'],
])('the address of an API "%s" is taken as "%s"', (entry, address) => {
	expect(api(entry)).toBe(address);
});

it.each([
	['', 'is not a web address'],
	['acme.example.com/api', 'is not a web address'],
	[undefined, 'is not a web address'],
	[7, 'is not a web address'],
	['http://acme.example.com/api', 'does not start with https://'],
	['http://127.0.0.1.example.com/api', 'does not start with https://'],
	['ws://localhost/api', 'does not start with https://'],
	['javascript:alert(1)', 'does not start with https://'],
	['https://ann:pass@acme.example.com/api', 'contains a user name or password'],
	['https://:pass@acme.example.com/api', 'contains a user name or password'],
	['https://acme.example.com/api?key=1', 'contains more than protocol, host, port and path'],
	['https://acme.example.com/api#top', 'contains more than protocol, host, port and path'],
	['https://acme.example.com/api/../b', 'contains signs that an address should not have'],
	['https://acme.example.com/api/%2E%2e', 'contains signs that an address should not have'],
	['https://acme.example.com/api//b', 'contains signs that an address should not have'],
	['https://acme.example.com\\@evil.example', 'contains signs that an address should not have'],
	['https://acme.example.com/a\r\npi', 'contains signs that an address should not have'],
	['https://acmé.example.com/api', 'contains signs that an address should not have'],
])('the address of an API %p %s', (entry, problem) => {
	const refused = { message: `"Base URL" ${problem}`, description: NEXT };
	expect(() => api(entry)).toThrow(expect.objectContaining(refused));
});

it('an address to open is one with https, or of this machine', () => {
	const open = (entry: string) => safeAddress('Logo', entry, 'Enter one with https://');
	expect(open('https://acme.example.com/a?b#c').href).toBe('https://acme.example.com/a?b#c');
	expect(open('http://localhost:1/a').href).toBe('http://localhost:1/a');
	const withUser = 'https://ann:pass@acme.example.com/';
	expect(() => open(withUser)).toThrow('"Logo" contains a user name or password');
	for (const entry of [
		'',
		'logo.png',
		'//acme.example.com',
		'http://acme.example.com',
		'data:,a',
	]) {
		expect(() => open(entry)).toThrow(
			expect.objectContaining({
				message: '"Logo" is not an address with https://',
				description: 'Enter one with https://.',
			}),
		);
	}
});

describe('whatever is entered', () => {
	const part = fc.constantFrom(
		...['http', 'https', 'HTTP', 'ftp', 'file', 'blob', 'data', 'javascript', ':', '/', '//', '\\'],
		...['localhost', '127.0.0.1', '[::1]', '127.1', '2130706433', '0x7f.0.0.1', '[::ffff:7f00:1]'],
		...['localhost.', 'evil.example', '.', '@', 'ann', ':80', ':443', '?', '#', '%2F', '%40', ' '],
		...['\t', '\n', '\u0000', '。', '／', 'ⓛocalhost', '/api', '/../', 'http://', 'https://'],
	);
	const entry = fc.oneof(
		fc.array(part, { maxLength: 9 }).map((parts) => parts.join('')),
		fc.webUrl({ validSchemes: ['http', 'https', 'ftp'], withQueryParameters: true }),
		fc.string({ unit: 'binary' }),
	);
	const isOurs = (url: URL) =>
		url.protocol === 'https:' ||
		/^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(url.origin);
	/** What was made of an entry, or nothing when it was refused in words for the user. */
	const made = <T>(make: () => T): T | undefined => {
		try {
			return make();
		} catch (error) {
			expect(error).toMatchObject({ message: expect.stringMatching(/^"Field" /) });
			return undefined;
		}
	};

	it('it is an address with https, one of this machine, or refused', () => {
		let taken = 0;
		fc.assert(
			fc.property(entry, (text) => {
				const opened = made(() => safeAddress('Field', text, 'Next'));
				const root = made(() => origin('Field', text));
				const address = made(() => apiAddress('Field', text, EXAMPLE));
				for (const url of [opened, root, address].filter((some) => some !== undefined)) {
					expect(isOurs(new URL(url))).toBe(true);
					expect(new URL(url).origin).toBe(new URL(text).origin);
					taken++;
				}
				for (const url of [root, address].filter((some) => some !== undefined)) {
					const { username, password, search, hash } = new URL(url);
					expect([username, password, search, hash]).toEqual(['', '', '', '']);
					expect(url.endsWith('/')).toBe(false);
				}
			}),
			{ numRuns: 2000 },
		);
		expect(taken).toBeGreaterThan(100);
	});
});
