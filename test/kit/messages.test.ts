import fc from 'fast-check';
import { redact } from '../../nodes/kit/error';
import { vendorMessage } from '../../nodes/kit/readable';

const secret = fc.stringMatching(/^[A-Za-z0-9_.!$-]{8,40}$/);
const prose = fc.stringMatching(/^[A-Za-z ,;:()]{0,30}$/);

describe('redact', () => {
	it('leaves the blanks of a message, also where a blank is all that was entered as a secret', () => {
		expect(redact('"Password" is empty', [' ', '', 'pssst'])).toBe('"Password" is empty');
	});

	it('leaves no secret, however often and wherever it occurs', () => {
		fc.assert(
			fc.property(
				fc.array(secret, { minLength: 1, maxLength: 4 }),
				fc.array(prose),
				(secrets, words) => {
					const text = words
						.map((word, index) => `${word}${secrets[index % secrets.length]}`)
						.join('');
					const redacted = redact(text, secrets);
					for (const each of secrets) expect(redacted).not.toContain(each);
				},
			),
		);
	});

	it('leaves no query and no fragment of a web address, where links carry their tokens', () => {
		const url = fc.webUrl({
			withQueryParameters: true,
			withFragments: true,
			validSchemes: ['https', 'http'],
		});
		const around = fc.constantFrom('', ' ', '"', '(', '<', '\n');
		fc.assert(
			fc.property(url, around, secret, prose, (address, sign, token, words) => {
				const link = address.includes('?')
					? `${address}&token=${token}`
					: `${address}?token=${token}`;
				const redacted = redact(`${words}${sign}${link}${sign} and on`, []);
				expect(redacted).not.toContain(token);
				expect(redacted).toContain('?***');
				expect(redacted.startsWith(words)).toBe(true);
				expect(redacted.endsWith('and on')).toBe(true);
			}),
		);
	});

	it('leaves the rest as it is: the vendor’s words, and addresses without a query', () => {
		fc.assert(
			fc.property(prose, fc.webUrl(), (words, url) => {
				expect(redact(`${words} ${url}`, [])).toBe(`${words} ${url}`);
			}),
		);
		expect(redact('nothing to hide', [''])).toBe('nothing to hide');
	});

	it('does it to what is redacted already without a change', () => {
		fc.assert(
			fc.property(fc.string(), fc.array(secret), (text, secrets) => {
				const once = redact(text, secrets);
				expect(redact(once, secrets)).toBe(once);
			}),
		);
	});
});

describe('vendorMessage', () => {
	it('makes a text of any answer, and never throws', () => {
		fc.assert(
			fc.property(fc.oneof(fc.jsonValue(), fc.anything()), (body) => {
				expect(typeof vendorMessage(body)).toBe('string');
			}),
		);
	});

	it('survives an answer nested as deep as a server may send it', () => {
		const deep = JSON.parse(`${'{"error":'.repeat(5000)}"x"${'}'.repeat(5000)}`);
		expect(typeof vendorMessage(deep)).toBe('string');
	});

	it('finds the words in the usual places', () => {
		const place = fc.constantFrom('message', 'error', 'error_description', 'detail', 'errors');
		const words = fc.stringMatching(/^[A-Za-z][A-Za-z ]{0,50}$/);
		const wrap = fc.constantFrom<(body: unknown) => unknown>(
			(body) => body,
			(body) => [body],
			(body) => ({ error: body, status: 400 }),
			(body) => ({ code: 7, errors: [body] }),
		);
		fc.assert(
			fc.property(place, words, wrap, (name, said, wrapped) => {
				expect(vendorMessage(wrapped({ [name]: said }))).toBe(said);
			}),
		);
	});

	it.each(['undefined', 'null', ' NaN\n', '[object Object]'])('takes %j for no words', (body) => {
		expect(vendorMessage(body)).toBe('');
		expect(vendorMessage({ message: body, detail: 'Slow down' })).toBe('Slow down');
	});

	it('takes no web page for words', () => {
		fc.assert(
			fc.property(fc.constantFrom('', ' ', '\n'), fc.string(), (before, rest) => {
				expect(vendorMessage(`${before}<html>${rest}`)).toBe('');
				expect(vendorMessage({ message: `${before}<!doctype html>${rest}` })).toBe('');
			}),
		);
	});
});
