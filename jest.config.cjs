/** @type {import('jest').Config} */
module.exports = {
	testEnvironment: 'node',
	testMatch: ['<rootDir>/test/**/*.test.ts'],
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
	},
	modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/playground/node_modules'],
	collectCoverageFrom: ['nodes/**/*.ts', 'credentials/**/*.ts'],
	coverageThreshold: { global: { branches: 95, statements: 95, functions: 95, lines: 95 } },
	maxWorkers: 2,
	workerIdleMemoryLimit: '800MB',
};
