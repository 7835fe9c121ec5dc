import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import {
	createWriteStream,
	existsSync,
	mkdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import axios from 'axios';
import { places } from '../places.cjs';

const root = resolve(__dirname, '../..');

/** The major versions of n8n that the package is seen to work in. */
export type Major = '1' | '2';

/** How long n8n may take to start, in milliseconds: the first time it makes its database. */
const PATIENCE = 120_000;

/** n8n's own programs: what starts a server, what takes executions off it, what hears webhooks for it. */
type Program = 'start' | 'worker' | 'webhook';

export interface N8nOptions {
	major: Major;
	/** n8n's user folder; a folder that was used before has its workflows and credentials still. */
	folder: string;
	/** Default: a free one. */
	port?: number;
	program?: Program;
	/** Settings beside those of a quiet server on this machine. */
	env?: Record<string, string>;
}

/** A process of n8n. */
export interface N8nServer {
	url: string;
	major: Major;
	folder: string;
	process: ChildProcess;
	/** Where what it prints is kept. */
	logFile: string;
	/** Ends it as an operator would. */
	stop(): Promise<void>;
	/** Ends it as a crash would. */
	kill(): Promise<void>;
}

/** The version that `--n8n` chooses. Throws when it is none. */
export function majorOf(text: string | undefined): Major {
	if (text === '1' || text === '2') return text;
	throw new Error(`--n8n must be 1 or 2, not "${text ?? ''}".`);
}

/** The oldest major version of Node.js that n8n runs on, as its package.json says. */
const OLDEST_NODE: Record<Major, number> = { '1': 20, '2': 24 };

const isWindows = process.platform === 'win32';

/** The package with a Node.js for this system, which is installed beside n8n where there is one. */
const NODE_PACKAGE = `node-${isWindows ? 'win' : process.platform}-${process.arch}`;

/** The Node.js that n8n runs on: the one installed beside it, or this one. Throws when this is too old. */
function nodeFor(major: Major): string {
	const packages = join(places[`n8n${major}`].folder, 'node_modules');
	const own = join(packages, NODE_PACKAGE, 'bin', isWindows ? 'node.exe' : 'node');
	return existsSync(own) ? own : thisNode(major);
}

function thisNode(major: Major): string {
	const [present = 0] = process.versions.node.split('.').map(Number);
	const oldest = OLDEST_NODE[major];
	if (present >= oldest) return process.execPath;
	throw new Error(
		`n8n ${major} needs Node.js ${oldest} or later on this system, and this is ${process.version}.`,
	);
}

/** Throws when there will be no Node.js for n8n, before gigabytes are fetched in vain. */
export function checkNode(major: Major): void {
	if (!(NODE_PACKAGE in manifestOf(major).optionalDependencies)) thisNode(major);
}

/** The version of n8n that is installed, such as `2.41.1`. */
export const releaseOf = (major: Major): string => manifestOf(major).dependencies.n8n;

function manifestOf(major: Major): {
	dependencies: { n8n: string };
	optionalDependencies: Record<string, string>;
} {
	const folder = places[`n8n${major}`].manifest ?? '';
	return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}

/** A port that nobody uses. */
export async function freePort(): Promise<number> {
	return await new Promise((done, failed) => {
		const server = createServer().once('error', failed);
		server.listen(0, '127.0.0.1', () => {
			const address = server.address();
			const port = typeof address === 'object' && address ? address.port : 0;
			server.close(() => done(port));
		});
	});
}

/**
 * Packs the package and installs it in n8n's folder as n8n documents it for a manual installation.
 * Source: docs.n8n.io/integrations/community-nodes/installation, "Manually from the command line".
 *
 * @returns the folder that the package's and only the package's files lie in
 */
export function installPackage(folder: string, tarball = pack(folder)): string {
	const nodes = join(folder, '.n8n', 'nodes');
	mkdirSync(nodes, { recursive: true });
	const manifest = join(nodes, 'package.json');
	if (!existsSync(manifest))
		writeFileSync(manifest, '{ "name": "installed-nodes", "private": true }');
	npm(nodes, ['install', tarball, '--ignore-scripts']);
	return join(nodes, 'node_modules', 'n8n-nodes-conferencing');
}

/** Packs the built package as it would be published; gives the tarball's path. */
export function pack(folder: string): string {
	mkdirSync(folder, { recursive: true });
	const [name = ''] = npm(root, ['pack', '--silent', '--pack-destination', folder]).split('\n');
	return join(folder, name);
}

function npm(cwd: string, args: string[]): string {
	return execFileSync(isWindows ? 'npm.cmd' : 'npm', [...args, '--loglevel=error'], {
		cwd,
		shell: isWindows,
		encoding: 'utf8',
	});
}

/** Starts n8n and waits until it answers. Throws with the end of its log when it does not. */
export async function startN8n(options: N8nOptions): Promise<N8nServer> {
	const { major, folder, program = 'start', env = {} } = options;
	const port = options.port ?? (await freePort());
	const url = `http://127.0.0.1:${port}`;
	const logFile = join(folder, `${program}-${port}.log`);
	mkdirSync(folder, { recursive: true });
	const cli = join(places[`n8n${major}`].folder, 'node_modules', 'n8n', 'bin', 'n8n');
	const child = spawn(nodeFor(major), [cli, program], {
		cwd: folder,
		env: { ...process.env, ...(await quiet(folder, port)), ...env },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	// Nothing goes on running without the program that started it.
	const orphaned = () => child.kill('SIGKILL');
	process.once('exit', orphaned);
	child.once('exit', () => process.off('exit', orphaned));
	const log = createWriteStream(logFile, { flags: 'a' });
	child.stdout.pipe(log, { end: false });
	child.stderr.pipe(log, { end: false });
	const end = async (signal: NodeJS.Signals) => {
		if (child.exitCode !== null || child.signalCode !== null) return;
		const ended = new Promise((done) => child.once('exit', done));
		child.kill(signal);
		const last = setTimeout(() => child.kill('SIGKILL'), 20_000);
		await ended;
		clearTimeout(last);
	};
	const server: N8nServer = {
		url,
		major,
		folder,
		process: child,
		logFile,
		stop: async () => await end('SIGTERM'),
		kill: async () => await end('SIGKILL'),
	};
	try {
		await untilItAnswers(server, program);
		return server;
	} catch (error) {
		await server.kill();
		const text = readFileSync(logFile, 'utf8').slice(-3000);
		throw new Error(`n8n ${releaseOf(major)} did not start. ${String(error)}\n${text}`);
	}
}

/** Settings of a server that talks to nobody outside and asks its user nothing. */
async function quiet(folder: string, port: number): Promise<Record<string, string>> {
	return {
		// As n8n's own image has it; a test runner's value would change what n8n does.
		NODE_ENV: 'production',
		N8N_USER_FOLDER: folder,
		N8N_PORT: String(port),
		// The task runners' broker has a port of its own.
		N8N_RUNNERS_BROKER_PORT: String(await freePort()),
		N8N_RUNNERS_ENABLED: 'false',
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		WEBHOOK_URL: `http://127.0.0.1:${port}/`,
		N8N_EDITOR_BASE_URL: `http://127.0.0.1:${port}/`,
		N8N_SECURE_COOKIE: 'false',
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
		// n8n 2's default. With its one connection, n8n 1 fails when two things are stored at a time.
		DB_SQLITE_POOL_SIZE: '4',
		N8N_DEFAULT_BINARY_DATA_MODE: 'filesystem',
		N8N_RESTRICT_FILE_ACCESS_TO: join(folder, 'files'),
		N8N_LOG_LEVEL: 'info',
		// A worker has no pages, but tells whether it is ready.
		QUEUE_HEALTH_CHECK_ACTIVE: 'true',
		QUEUE_HEALTH_CHECK_PORT: String(port),
		N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
		NO_COLOR: '1',
		GENERIC_TIMEZONE: 'Europe/Berlin',
	};
}

async function untilItAnswers({ url, process: child }: N8nServer, program: Program): Promise<void> {
	const address = `${url}/${program === 'start' ? 'rest/settings' : 'healthz/readiness'}`;
	const until = Date.now() + PATIENCE;
	while (Date.now() < until) {
		if (child.exitCode !== null) throw new Error(`It ended with code ${child.exitCode}.`);
		const answer = await axios
			.get(address, { proxy: false, timeout: 5000, validateStatus: () => true })
			.catch(() => undefined);
		const isPage = typeof answer?.data === 'string' && answer.data.includes('starting up');
		if (answer?.status === 200 && !isPage) return;
		await new Promise((done) => setTimeout(done, 250));
	}
	throw new Error(`It did not answer within ${PATIENCE / 1000} seconds.`);
}

/** Deletes what a server left behind. */
export const forget = (folder: string): void => rmSync(folder, { recursive: true, force: true });
