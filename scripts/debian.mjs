import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';

const found = (paths) => paths.some((path) => existsSync(path));
const postgres = '/usr/lib/postgresql';

/** The programs that the end-to-end tests use, and the Debian packages that they come in. */
const PROGRAMS = {
	chromium: () => found(['/usr/bin/chromium']),
	'redis-server': () => found(['/usr/bin/redis-server']),
	postgresql: () =>
		existsSync(postgres) &&
		readdirSync(postgres).some((version) => found([`${postgres}/${version}/bin/postgres`])),
};

/** Installs what is missing; says what to do where that cannot be done. */
export function installDebianPackages() {
	const missing = Object.keys(PROGRAMS).filter((name) => !PROGRAMS[name]());
	if (missing.length === 0) return;
	console.log(`Installing with apt-get: ${missing.join(', ')}, about a minute`);
	const options = { stdio: ['ignore', 'ignore', 'inherit'] };
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	const install = ['install', '-y', '-qq', '--no-install-recommends', ...missing];
	// Without a question for a password, which nobody could answer in a build.
	const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n', '--preserve-env=DEBIAN_FRONTEND'];
	const done = [['update', '-qq'], install].every((args) => {
		const [command, ...rest] = [...asRoot, 'apt-get', ...args];
		return spawnSync(command, rest, { ...options, env }).status === 0;
	});
	if (done) return;
	console.error(
		`Install these Debian packages as root, then start again: ${missing.join(' ')}\n` +
			'On another system, run the end-to-end tests in a Debian container.',
	);
	process.exit(1);
}
