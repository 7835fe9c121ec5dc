import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { forget, installPackage, pack } from '../../scripts/n8n/server';
import { fixed, type Bench, type Case } from '../case';

const root = resolve(__dirname, '../..');
const installed = join(root, 'playground/node_modules');
const ours = join(installed, 'n8n-nodes-conferencing');

/** The node with the most to describe, which the title names. */
const LARGEST = 'Iotum';

/** What installing, starting and showing the package costs; it is built and in the playground already. */
export function packageCases({ isQuick }: Bench): Case[] {
	const contender = 'this package';
	const rounds = isQuick ? 1 : 5;
	return [
		fixed(contender, {
			name: 'package-size',
			title: 'Packed size',
			unit: 'kB',
			atMost: 150,
			measure: async () => packedBytes() / 1000,
		}),
		fixed(contender, {
			name: 'package-dependencies',
			title: 'Packages that are installed with it',
			unit: 'packages',
			atMost: 0,
			measure: async () => dependencies(),
		}),
		{
			name: 'package-load',
			title: 'Loading all nodes and credentials when n8n starts',
			unit: 'ms',
			contenders: {
				ours: 'this package, 12 nodes and 6 credentials',
				httpRequest: "n8n's HTTP Request node alone",
			},
			rounds,
			measure: async (contender) =>
				(contender === 'ours'
					? load(ours)
					: load(join(installed, 'n8n-nodes-base'), 'HttpRequest.node.js')
				).milliseconds,
			targets: [{ contender: 'ours', atMost: 60 }],
		},
		fixed(contender, {
			name: 'package-description',
			title: `What the editor is told about the largest node, ${LARGEST}`,
			unit: 'kB',
			atMost: 400,
			measure: async () => largestDescription() / 1000,
		}),
		installCase(rounds),
	];
}

/** The tarball, installed in an n8n without other packages. */
function installCase(rounds: number): Case {
	let folder = '';
	let tarball = '';
	return {
		name: 'package-install',
		title: 'Installing it in n8n, which gives it n8n-workflow',
		unit: 's',
		contenders: { ours: 'npm install <tarball> in .n8n/nodes' },
		rounds,
		async prepare() {
			folder = mkdtempSync(join(tmpdir(), 'n8n-install-'));
			tarball = pack(folder);
		},
		async measure() {
			const empty = mkdtempSync(join(folder, 'n8n-'));
			const started = performance.now();
			installPackage(empty, tarball);
			return (performance.now() - started) / 1000;
		},
		finish: async () => forget(folder),
		targets: [{ contender: 'ours', atMost: 5 }],
	};
}

/** The size of the tarball that would be published. */
function packedBytes(): number {
	const isWindows = process.platform === 'win32';
	const npm = isWindows ? 'npm.cmd' : 'npm';
	const [packed]: Array<{ size: number }> = JSON.parse(
		execFileSync(npm, ['pack', '--dry-run', '--json', '--loglevel=error'], {
			cwd: root,
			shell: isWindows,
			encoding: 'utf8',
		}),
	);
	if (!packed) throw new Error('Nothing was packed');
	return packed.size;
}

function dependencies(): number {
	const { dependencies: needed, optionalDependencies: wished } = JSON.parse(
		readFileSync(join(ours, 'package.json'), 'utf8'),
	);
	return Object.keys({ ...needed, ...wished }).length;
}

interface Loading {
	milliseconds: number;
	/** How many nodes and credentials there were. */
	count: number;
	/** Bytes of JSON by the node's name. */
	descriptions: Record<string, number>;
}

/** Loads a package, or only some of its files, in a new process without anything but n8n's libraries. */
function load(folder: string, ...only: string[]): Loading {
	const program = join(__dirname, '../coldLoad.cjs');
	const loading: Loading = JSON.parse(
		execFileSync(process.execPath, [program, folder, ...only], { encoding: 'utf8' }),
	);
	if (loading.count === 0) throw new Error(`Nothing was loaded of ${folder}`);
	return loading;
}

/** Throws when the title names the wrong node. */
function largestDescription(): number {
	const byLength = Object.entries(load(ours).descriptions).sort(([, a], [, b]) => b - a);
	const [name, bytes] = byLength[0] ?? [];
	if (name === LARGEST && bytes !== undefined) return bytes;
	throw new Error(`The largest node is ${name}, not ${LARGEST}: name it in bench/cases/package.ts`);
}
