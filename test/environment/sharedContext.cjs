const vm = require('node:vm');
const { ModernFakeTimers } = require('@jest/fake-timers');
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
		this.console = globalThis.console;
		this.global.requireNatively = require;
		// Behind a proxy, as it would replace what Node's own `timers` modules have as well otherwise.
		this.fakeTimersModern = new ModernFakeTimers({
			config: config.projectConfig,
			global: new Proxy(globalThis, {}),
		});
	}

	async teardown() {
		await super.teardown();
		globalThis.console = this.console;
	}
};
