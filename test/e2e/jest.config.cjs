const { transform } = require('../../jest.config.cjs');

/** @type {import('jest').Config} */
module.exports = {
	rootDir: '../..',
	testEnvironment: 'node',
	testMatch: ['<rootDir>/test/e2e/**/*.e2e.ts'],
	transform,
	modulePathIgnorePatterns: [
		'<rootDir>/dist',
		'<rootDir>/.cache',
		'<rootDir>/playground/node_modules',
	],
};
