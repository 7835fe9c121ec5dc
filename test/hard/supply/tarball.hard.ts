import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import packageJson from '../../../package.json';
import { counted } from '../figures';

// Whoever builds a version gets the file that was published, byte for byte: in any folder, at any time, in any
// time zone and language. So it can be checked that what is installed comes from the sources.

const CHAPTER = 'Supply chain';
const root = join(__dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'supply-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const isWindows = process.platform === 'win32';
const npm = (cwd: string, args: string[], env: NodeJS.ProcessEnv = {}) =>
	execFileSync(isWindows ? 'npm.cmd' : 'npm', [...args, '--loglevel=error'], {
		cwd,
		env: { ...process.env, ...env },
		shell: isWindows,
		encoding: 'utf8',
	});

const git = (cwd: string, ...args: string[]) =>
	execFileSync('git', args, { cwd, encoding: 'utf8' }).trim();

/** The sources that are built, whatever is committed meanwhile. */
const commit = git(root, 'rev-parse', 'HEAD');

interface Packed {
	filename: string;
	files: Array<{ path: string }>;
}

/** Builds and packs the committed sources in a clone of their own. */
function pack(place: string, env: NodeJS.ProcessEnv) {
	const clone = join(folder, place);
	mkdirSync(join(clone, '..'), { recursive: true });
	git(root, 'clone', '--quiet', '--no-checkout', root, clone);
	git(clone, 'checkout', '--quiet', '--detach', commit);
	symlinkSync(join(root, 'node_modules'), join(clone, 'node_modules'), 'junction');
	const gulp = join(clone, 'node_modules', 'gulp', 'bin', 'gulp.js');
	execFileSync(process.execPath, [gulp, 'build', '--silent'], {
		cwd: clone,
		env: { ...process.env, ...env },
	});
	const [packed]: Packed[] = Object.values(JSON.parse(npm(clone, ['pack', '--json'], env)));
	if (!packed) throw new Error('npm has packed nothing');
	const bytes = readFileSync(join(clone, packed.filename.replace('@', '').replace('/', '-')));
	return { clone, bytes, paths: packed.files.map(({ path }) => path) };
}

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

test('two builds in different places are the same file', () => {
	const one = pack('one', { TZ: 'UTC', LANG: 'C' });
	const other = pack('another/deep folder', { TZ: 'Asia/Tokyo', LANG: 'de_DE.UTF-8' });
	const content = gunzipSync(one.bytes);
	for (const { clone } of [one, other]) expect(content.includes(clone)).toBe(false);
	expect(content.includes(root)).toBe(false);

	const inBoth = one.paths.filter((path) => other.paths.includes(path));
	expect([one.paths.length, other.paths.length]).toEqual([inBoth.length, inBoth.length]);
	for (const place of [...packageJson.n8n.nodes, ...packageJson.n8n.credentials]) {
		expect(inBoth).toContain(place);
	}
	const different = sha256(one.bytes) === sha256(other.bytes) ? 0 : 1;
	counted(CHAPTER, 'files in the package', one.paths.length, { atLeast: 200 });
	counted(CHAPTER, 'packages that differ between two builds of the same sources', different, {
		atMost: 0,
	});
}, 300_000);

test('what is published brings nothing that could be audited, and the audit finds nothing', () => {
	const { dependencies, vulnerabilities } = auditOfPublished();
	counted(CHAPTER, 'packages installed with the package', Math.max(0, dependencies.prod - 1), {
		atMost: 0,
	});
	counted(CHAPTER, 'known weaknesses in them', vulnerabilities.total, { atMost: 0 });
}, 120_000);

/** What npm says about everything that is no tool of the developers. */
function auditOfPublished(): {
	dependencies: { prod: number };
	vulnerabilities: { total: number };
} {
	return JSON.parse(npm(root, ['audit', '--omit=dev', '--json', '--audit=true'])).metadata;
}
