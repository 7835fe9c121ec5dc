// `npm run release -- minor` (or `major`, `patch`, `0.2.0`): raises the version, gives what is unreleased
// in CHANGELOG.md that version and today's date, and keeps the workflows that users of it may save. It
// commits and publishes nothing: CONTRIBUTING.md says what follows. Without a word the version stays.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const [change] = process.argv.slice(2);

const run = (command, args) => execFileSync(command, args, { cwd: root, stdio: 'inherit' });
const tool = (...path) => join(root, 'node_modules', ...path);
const packageJson = () => JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

if (change) {
	const isWindows = process.platform === 'win32';
	execFileSync(isWindows ? 'npm.cmd' : 'npm', ['version', change, '--no-git-tag-version'], {
		cwd: root,
		stdio: 'inherit',
		shell: isWindows,
	});
}
const { version, homepage } = packageJson();
run(process.execPath, [
	tool('keep-a-changelog', 'bin.js'),
	'--release',
	'--version',
	version,
	'--format',
	'markdownlint',
	'--url',
	homepage.replace(/#.*/, ''),
]);
run(process.execPath, [tool('gulp', 'bin', 'gulp.js'), 'build', '--silent']);
run(process.execPath, [tool('tsx', 'dist', 'cli.mjs'), 'scripts/save-workflows.ts']);
console.log(
	`Ready for the release of ${version}: look at the changes, run the checks, commit and tag.`,
);
