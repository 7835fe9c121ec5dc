const { homedir } = require('node:os');
const { join, resolve } = require('node:path');

const root = resolve(__dirname, '..');
const home = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
/**
 * Outside the repository: n8n is large and the same for every clone, and a package installed below the
 * repository would find packages of the project that its users do not have.
 */
const cache = join(home, 'n8n-nodes-conferencing');

const n8n = (major, release, size) => ({
	folder: join(cache, `n8n-${major}`),
	manifest: join(root, 'scripts', 'n8n', major),
	what: `n8n ${release} (kept in ${join(cache, `n8n-${major}`)})`,
	size,
	time: 'two to five minutes',
	native: 'sqlite3',
});

module.exports = {
	cache,
	/** Where the end-to-end tests run n8n, and leave logs, pictures and results. */
	endToEnd: resolve(process.env.E2E_OUTPUT ?? join(cache, 'e2e')),
	/** Where packages are installed, by the name that `node scripts/setup.mjs` takes. */
	places: {
		project: {
			folder: root,
			what: 'the project (n8n engine, compiler, tests)',
			size: '1 GB',
			time: 'one to three minutes',
		},
		playground: {
			folder: join(root, 'playground'),
			what: "the playground (n8n's built-in nodes for the example workflows)",
			size: '0.9 GB',
			time: 'one to three minutes',
		},
		n8n1: n8n('1', '1.123.81', '1.7 GB'),
		n8n2: n8n('2', '2.41.1', '2.8 GB'),
	},
};
