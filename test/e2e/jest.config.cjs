const {
	testEnvironment,
	testEnvironmentOptions,
	transform,
	transformIgnorePatterns,
} = require('../../jest.config.cjs');

/** @type {import('jest').Config} */
module.exports = {
	rootDir: '../..',
	testMatch: ['<rootDir>/test/e2e/**/*.e2e.ts'],
	testEnvironment,
	testEnvironmentOptions,
	transform,
	transformIgnorePatterns,
	modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/playground/node_modules'],
};
