/** Packages that are loaded once for all test files of a process: large ones, and what they share. */
const SHARED = [
	'@fastify/.+',
	'@n8n/.+',
	'axios',
	'eslint',
	'fast-check',
	'fastify',
	'jszip',
	'luxon',
	'n8n-core',
	'n8n-workflow',
	'pdf-lib',
	'typescript',
];

/** @type {import('jest').Config} */
module.exports = {
	testEnvironment: '<rootDir>/test/environment/sharedContext.cjs',
	testEnvironmentOptions: { globalsCleanup: 'off' },
	testMatch: ['<rootDir>/test/**/*.test.ts'],
	setupFilesAfterEnv: ['<rootDir>/test/harness/secretsHook.ts'],
	transform: {
		'^.+\\.ts$': [
			'@swc/jest',
			{
				jsc: {
					target: 'es2022',
					parser: { syntax: 'typescript' },
					// Inlined interop code would count as branches of ours in the coverage.
					externalHelpers: true,
				},
				module: { type: 'commonjs' },
				sourceMaps: 'inline',
			},
		],
		[`/node_modules/(${SHARED.join('|')})/.+\\.c?js$`]:
			'<rootDir>/test/environment/nativePackage.cjs',
	},
	transformIgnorePatterns: [],
	modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/playground/node_modules'],
	collectCoverageFrom: ['nodes/**/*.ts', 'credentials/**/*.ts'],
	coverageThreshold: { global: { branches: 95, statements: 95, functions: 95, lines: 95 } },
	maxWorkers: 3,
	// Loading n8n takes longer than Jest's five seconds on a machine that is busy with something else.
	testTimeout: 20_000,
	workerIdleMemoryLimit: '800MB',
};
