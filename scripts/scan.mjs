// n8n's own scanner, offline: on the sources as it reads them from the repository, and on the packed
// tarball as it reads it from the npm registry. Zero findings are wanted in both.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
	analyzePackage,
	SOURCE_FILE_PATTERNS,
} from '@n8n/scan-community-package/scanner/scanner.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'scan-'));

try {
	const packed = execFileSync('npm', ['pack', '--json', '--pack-destination', folder], {
		cwd: root,
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'ignore'],
	});
	const [{ filename }] = JSON.parse(packed);
	const tarball = join(folder, filename);
	execFileSync('tar', ['-xzf', tarball, '-C', folder]);
	const kilobytes = (statSync(tarball).size / 1000).toFixed(1);
	const passed = [
		await scan('sources', root, SOURCE_FILE_PATTERNS),
		await scan(`tarball (${kilobytes} kB)`, join(folder, 'package'), ['**/*.js', 'package.json']),
	];
	process.exitCode = passed.every(Boolean) ? 0 : 1;
} finally {
	rmSync(folder, { recursive: true });
}

async function scan(what, directory, patterns) {
	const { passed, message, details } = await analyzePackage(directory, patterns);
	console.log(passed ? `Scan of the ${what}: no findings` : `Scan of the ${what}: ${message}`);
	if (details) console.log(details);
	return passed;
}
