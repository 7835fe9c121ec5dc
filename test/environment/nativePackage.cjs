const { createHash } = require('node:crypto');

/** What Jest runs instead of a package: Node itself loads it, once for all test files of a process. */
const codeFor = (path) => `module.exports = requireNatively(${JSON.stringify(path)});`;

module.exports = {
	process: (_source, path) => ({ code: codeFor(path) }),
	getCacheKey: (_source, path) => createHash('sha256').update(codeFor(path)).digest('hex'),
};
