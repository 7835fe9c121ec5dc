import { execFile, execFileSync, spawn, type SpawnOptions } from 'node:child_process';
import { chownSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '../../../scripts/n8n/server';
import { until } from './until';

const run = promisify(execFile);

/** Where Debian puts the programs of each version. */
const INSTALLED = '/usr/lib/postgresql';
const [version = ''] = readdirSync(INSTALLED).sort().reverse();
const program = (name: string) => join(INSTALLED, version, 'bin', name);

/** A PostgreSQL server of its own, whose data is forgotten with it. */
export interface Postgres {
	port: number;
	/** Its one user, who needs no password on this machine. */
	user: string;
	createDatabase(name: string): Promise<void>;
	/** The rows of a query. */
	rows<Row>(database: string, query: string): Promise<Row[]>;
	stop(): Promise<void>;
}

/** Starts one on a free port. PostgreSQL refuses to run as root: root starts it as Debian's user. */
export async function startPostgres(): Promise<Postgres> {
	const folder = mkdtempSync(join(tmpdir(), 'postgres-'));
	const options: SpawnOptions = { cwd: folder, stdio: 'ignore', ...account() };
	if (options.uid && options.gid) chownSync(folder, options.uid, options.gid);
	const user = 'postgres';
	const data = join(folder, 'data');
	execFileSync(
		program('initdb'),
		['--no-sync', '--auth=trust', `--username=${user}`, '--encoding=UTF8', '-D', data],
		options,
	);
	const port = await freePort();
	const settings = ['-h', '127.0.0.1', '-p', String(port), '-k', folder];
	const server = spawn(program('postgres'), ['-D', data, ...settings], options);
	const ended = new Promise((done) => server.once('exit', done));
	const stop = async () => {
		// Ends all connections, and does not wait for them.
		server.kill('SIGINT');
		await ended;
		rmSync(folder, { recursive: true, force: true });
	};
	const psql = async (database: string, query: string) => {
		const address = ['-h', '127.0.0.1', '-p', String(port), '-U', user, '-d', database];
		const { stdout } = await run(program('psql'), [...address, '-X', '-A', '-t', '-c', query], {
			maxBuffer: 256 * 1024 * 1024,
		});
		return stdout;
	};
	try {
		await until('PostgreSQL answers', async () => {
			if (server.exitCode !== null) throw new Error('PostgreSQL ended at once.');
			return await psql(user, 'SELECT 1').catch(() => undefined);
		});
	} catch (error) {
		await stop();
		throw error;
	}
	return {
		port,
		user,
		stop,
		createDatabase: async (name) => void (await psql(user, `CREATE DATABASE ${name}`)),
		rows: async (database, query) =>
			JSON.parse(await psql(database, `SELECT coalesce(json_agg(t), '[]') FROM (${query}) t`)),
	};
}

/** Whom PostgreSQL runs as: the user of this process, or Debian's user where that is root. */
function account(): Pick<SpawnOptions, 'uid' | 'gid'> {
	if (process.getuid?.() !== 0) return {};
	const id = (option: string) =>
		Number(execFileSync('id', [option, 'postgres'], { encoding: 'utf8' }));
	return { uid: id('-u'), gid: id('-g') };
}
