import fc from 'fast-check';
import { sameSecret } from '../../nodes/kit/signature';

const anyText = fc.string({ unit: 'binary' });

it('accepts the secret itself and nothing else', () => {
	fc.assert(
		fc.property(anyText, anyText, (expected, given) => {
			expect(sameSecret(expected, given)).toBe(expected !== '' && expected === given);
			expect(sameSecret(expected, expected)).toBe(expected !== '');
			expect(sameSecret(expected, `${expected}x`)).toBe(false);
			expect(sameSecret(expected, expected.slice(0, -1))).toBe(false);
		}),
	);
});

it('accepts nothing when no secret is set, and no value that is not a text', () => {
	fc.assert(
		fc.property(fc.anything(), (given) => {
			expect(sameSecret('', given)).toBe(false);
			if (typeof given !== 'string') expect(sameSecret(String(given), given)).toBe(false);
		}),
	);
});
