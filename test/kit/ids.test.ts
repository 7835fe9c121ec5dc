import fc from 'fast-check';
import { UserError } from 'n8n-workflow';
import { checkId, isId } from '../../nodes/kit/field';
import { path } from '../../nodes/kit/path';

// Whatever a user, an expression or a vendor's record gives as an ID must not change which call is made.

/** Any text at all, halves of surrogate pairs included, and what attackers try. */
const anyText = fc.oneof(
	fc.string({ unit: 'binary' }),
	fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes)),
	fc.constantFrom(
		...['', '.', '..', '../me', '..%2fme', '%2e%2e', '/', '\\', 'a/b', 'a?b=c', 'a#b', ' ', '\r\n'],
		...[
			'\u0000',
			'undefined',
			'null',
			'NaN',
			'[object Object]',
			'...',
			'%',
			'%zz',
			'//evil.example',
			'a;b',
		],
	),
);

/** The result, or the refusal that the user would read. Anything else is a defect. */
function refusable<T>(act: () => T): { value?: T; refused?: UserError } {
	try {
		return { value: act() };
	} catch (error) {
		if (error instanceof UserError) return { refused: error };
		throw error;
	}
}

it('a segment of a path stays one segment and decodes to what was given, or is refused', () => {
	fc.assert(
		fc.property(anyText, anyText, (first, second) => {
			const { value, refused } = refusable(
				() => path`/users/${first}/documents/${second}/download`,
			);
			if (refused) return expect(refused.description).toBeTruthy();
			const url = new URL(`https://vendor.example${value}`);
			const segments = url.pathname.split('/').map(decodeURIComponent);
			expect(segments).toEqual(['', 'users', first, 'documents', second, 'download']);
			expect([url.host, url.search, url.hash]).toEqual(['vendor.example', '', '']);
		}),
	);
});

it.each(['', '.', '..', 'undefined', 'null', 'NaN', '[object Object]'])(
	'a segment "%s" is always refused',
	(segment) => {
		expect(() => path`/users/${segment}`).toThrow(`"${segment}" cannot be part of an address`);
	},
);

it('an ID that is accepted needs no encoding at all to be one segment, unless for a sign or two', () => {
	fc.assert(
		fc.property(anyText, (text) => {
			const { refused } = refusable(() => checkId('Archive', text));
			expect(refused === undefined).toBe(isId(text));
			if (refused) {
				expect(refused.message).toBe('"Archive" is not an ID');
				expect(refused.description).toMatch(/^Enter the ID alone/);
			} else {
				const { pathname } = new URL(path`/archives/${text}`, 'https://vendor.example');
				expect(pathname.split('/').map(decodeURIComponent)).toEqual(['', 'archives', text]);
				expect(text).not.toMatch(/[\s/\\?#%&"'<>]/);
			}
		}),
	);
});

it('the kinds of IDs that vendors use are accepted', () => {
	const word = fc.stringMatching(/^[A-Za-z0-9][\w.~:@=+-]{0,40}$/);
	const accepted = fc.oneof(
		fc.nat().map(String),
		fc.uuid(),
		fc.base64String({ minLength: 4 }),
		word,
	);
	fc.assert(
		fc.property(accepted, (id) => {
			fc.pre(!id.includes('/') && !['undefined', 'null', 'NaN'].includes(id));
			expect(isId(id)).toBe(true);
		}),
	);
});

it('a text is no ID when servers would break off an address with it', () => {
	expect(isId('a'.repeat(255))).toBe(true);
	expect(isId('a'.repeat(256))).toBe(false);
});
