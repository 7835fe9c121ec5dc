// Installs what a command needs, so that every command of this project runs in a fresh clone:
// `node scripts/setup.mjs` the project's own packages, `... playground` n8n's built-in nodes as well.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

const PLACES = {
	project: { folder: root, what: 'the project (n8n engine, compiler, tests)', size: '1 GB' },
	playground: {
		folder: join(root, 'playground'),
		what: "the playground (n8n's built-in nodes for the example workflows)",
		size: '0.9 GB',
	},
};

const wanted = ['project', ...process.argv.slice(2)];
const missing = wanted.filter((name) => !isInstalled(PLACES[name]));
missing.forEach((name, index) => install(PLACES[name], `${index + 1} of ${missing.length}`));

function lockOf({ folder }) {
	return createHash('sha256')
		.update(readFileSync(join(folder, 'package-lock.json')))
		.digest('hex');
}

/** Written after a complete installation; an interrupted one is done again. */
function stampOf({ folder }) {
	return join(folder, 'node_modules', '.installed');
}

function isInstalled(place) {
	try {
		return readFileSync(stampOf(place), 'utf8') === lockOf(place);
	} catch {
		return false;
	}
}

function install(place, number) {
	console.log(`Installing ${number}: ${place.what}, about ${place.size}, one to three minutes`);
	const started = Date.now();
	const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
	const { status, error } = spawnSync(npm, ['ci', '--loglevel=error'], {
		cwd: place.folder,
		stdio: 'inherit',
		shell: process.platform === 'win32',
	});
	if (status !== 0) {
		console.error(error?.message ?? '');
		console.error(
			'The installation failed. Check the connection to the npm registry and try again.',
		);
		process.exit(1);
	}
	writeFileSync(stampOf(place), lockOf(place));
	console.log(`Installed in ${Math.round((Date.now() - started) / 1000)} s`);
}
