const vm = require('node:vm');
const { TestEnvironment } = require('jest-environment-node');

const shared = new WeakSet();
const { compileFunction } = vm;

vm.compileFunction = (code, parameters, { parsingContext, ...options } = {}) =>
	compileFunction(code, parameters, {
		...options,
		...(!shared.has(parsingContext) && { parsingContext }),
	});

/**
 * Test files run in Node's own context instead of one each. n8n's packages take seconds to load: so
 * they are loaded once for all files of a process, and their errors and arrays are those of the tests.
 */
module.exports = class extends TestEnvironment {
	constructor(config, context) {
		super(config, context);
		shared.add(this.context);
		this.global = globalThis;
		this.global.requireNatively = require;
	}
};
