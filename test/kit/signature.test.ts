import fc from 'fast-check';
import { sameSecret } from '../../nodes/kit/signature';

const anyText = fc.string({ unit: 'binary' });

it('accepts the secret itself and nothing else, and no blank one', () => {
	fc.assert(
		fc.property(anyText, anyText, (expected, given) => {
			const isBlank = expected.trim() === '';
			expect(sameSecret(expected, given)).toBe(!isBlank && expected.trim() === given.trim());
			expect(sameSecret(expected, expected)).toBe(!isBlank);
			expect(sameSecret(expected, `${expected}x`)).toBe(false);
			expect(sameSecret(expected, expected.trim().slice(0, -1))).toBe(false);
		}),
	);
});

it('does not mind blanks around it, which a header loses on its way', () => {
	expect(sameSecret('long random text ', 'long random text')).toBe(true);
	expect(sameSecret('long random text', ' long random text')).toBe(true);
	expect(sameSecret('long random text', 'longrandomtext')).toBe(false);
});

it('accepts nothing when no secret is set, and no value that is not a text', () => {
	const notText = fc.anything().filter((value) => typeof value !== 'string');
	fc.assert(
		fc.property(fc.string({ minLength: 1 }), notText, (expected, given) => {
			expect(sameSecret('', given)).toBe(false);
			for (const value of [given, [expected], { toString: () => expected }]) {
				expect(sameSecret(expected, value)).toBe(false);
			}
		}),
	);
});
