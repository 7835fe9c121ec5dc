import js from '@eslint/js';
import tseslint from 'typescript-eslint';

// The package itself is linted by n8n's stock eslint.config.mjs; this is for what is not published.
export default tseslint.config(
	{ ignores: ['**/node_modules', 'dist', 'coverage'] },
	{
		files: ['**/*.ts'],
		extends: [js.configs.recommended, tseslint.configs.strict],
		rules: { 'no-undef': 'off' },
	},
	{
		files: ['**/*.cjs'],
		extends: [js.configs.recommended],
		languageOptions: {
			sourceType: 'commonjs',
			globals: {
				module: 'writable',
				process: 'readonly',
				require: 'readonly',
				__dirname: 'readonly',
			},
		},
	},
	{
		files: ['**/*.mjs'],
		extends: [js.configs.recommended],
		languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
	},
);
