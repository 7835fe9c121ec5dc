const {
	testEnvironment,
	testEnvironmentOptions,
	setupFilesAfterEnv,
	transform,
	transformIgnorePatterns,
	modulePathIgnorePatterns,
} = require('../../jest.config.cjs');

/** @type {import('jest').Config} */
module.exports = {
	rootDir: '../..',
	testMatch: ['<rootDir>/test/hard/**/*.hard.ts'],
	testEnvironment,
	testEnvironmentOptions,
	setupFilesAfterEnv,
	transform,
	transformIgnorePatterns,
	modulePathIgnorePatterns,
	testSequencer: require.resolve('./longestFirst.cjs'),
	maxWorkers: '100%',
};
