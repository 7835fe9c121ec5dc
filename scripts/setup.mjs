// Installs what a command needs, so that every command of this project runs in a fresh clone:
// `node scripts/setup.mjs` the project's own packages, and by their names what lies elsewhere:
// `playground` n8n's built-in nodes, `n8n1` and `n8n2` n8n itself, `debian` a browser and databases.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installDebianPackages } from './debian.mjs';
import allPlaces from './places.cjs';

const { places } = allPlaces;

const asked = process.argv.slice(2);
const wanted = ['project', ...asked.filter((name) => name in places)];
const missing = wanted.filter((name) => !isInstalled(places[name]));
missing.forEach((name, index) => install(places[name], `${index + 1} of ${missing.length}`));
if (asked.includes('debian')) installDebianPackages();

function lockOf({ folder, manifest = folder }) {
	return createHash('sha256')
		.update(readFileSync(join(manifest, 'package-lock.json')))
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
	const { folder, manifest, what, size, time, native } = place;
	console.log(`Installing ${number}: ${what}, about ${size}, ${time}`);
	const started = Date.now();
	if (manifest) {
		mkdirSync(folder, { recursive: true });
		for (const file of ['package.json', 'package-lock.json']) {
			copyFileSync(join(manifest, file), join(folder, file));
		}
	}
	// `npm ci` refuses n8n's lock where the registry has no optional package for another system.
	npm(folder, [manifest ? 'install' : 'ci', '--ignore-scripts', '--no-audit', '--no-fund']);
	if (native) rebuild(folder, native);
	writeFileSync(stampOf(place), lockOf(place));
	console.log(`Installed in ${Math.round((Date.now() - started) / 1000)} s`);
}

/**
 * Fetches or compiles what depends on the machine, with the Node.js and its headers from the folder;
 * takes it from another place where it is there already.
 */
function rebuild(folder, name) {
	const built = (place) => join(place.folder, 'node_modules', name, 'build');
	const other = Object.values(places).find(
		(place) => place.native === name && isInstalled(place) && existsSync(built(place)),
	);
	if (other && versionOf(other.folder, name) === versionOf(folder, name)) {
		cpSync(built(other), built({ folder }), { recursive: true });
		return;
	}
	const node = join(folder, 'node_modules', `node-${process.platform}-${process.arch}`);
	const own = existsSync(node) ? [`--nodedir=${node}`] : [];
	npm(folder, ['rebuild', name, '--ignore-scripts=false', ...own], join(node, 'bin'));
}

function versionOf(folder, name) {
	return JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8'))
		.version;
}

function npm(cwd, args, path = '') {
	const isWindows = process.platform === 'win32';
	const { status, error } = spawnSync(
		isWindows ? 'npm.cmd' : 'npm',
		[...args, '--loglevel=error'],
		{
			cwd,
			stdio: 'inherit',
			shell: isWindows,
			env: { JOBS: 'max', ...process.env, PATH: `${path}${delimiter}${process.env.PATH}` },
		},
	);
	if (status === 0) return;
	console.error(error?.message ?? '');
	console.error('The installation failed. Check the connection to the npm registry and try again.');
	process.exit(1);
}
