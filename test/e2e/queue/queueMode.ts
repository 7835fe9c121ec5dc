import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { N8nClient } from '../../../scripts/n8n/client';
import { freePort, startN8n, type N8nOptions, type N8nServer } from '../../../scripts/n8n/server';
import { startPostgres, type Postgres } from './postgres';
import { startRedis } from './redis';

/** n8n in several processes, as it is run where much has to be done. */
export interface QueueMode {
	/** The owner, at the main process. */
	client: N8nClient;
	/** What the main process prints. */
	mainLog: string;
	postgres: Postgres;
	/** Production webhooks are heard here alone: `<webhookUrl>/webhook/<path>`. */
	webhookUrl: string;
	/** What "Read/Write Files from Disk" may use in every process. */
	filesFolder: string;
	/** The processes that run, by their names. */
	processes: Map<string, N8nServer>;
	/** Adds a worker: worker 1, worker 2 and so on. */
	startWorker(): Promise<string>;
	/** Ends a process as a crash would. */
	kill(name: string): Promise<void>;
	/** How many executions a process has taken over so far, and how many it is at, by its log. */
	executions(name: string): { taken: number; running: number };
	stop(): Promise<void>;
}

/** n8n's own database, and the one that a workflow writes to. */
export const DATABASE = 'n8n';
export const ARCHIVES = 'archives';

/** The largest file that n8n keeps in its database, in MiB. By default 512. */
export const LARGEST_FILE = 8;

/**
 * A worker that is killed is missed when it has not renewed the locks of its executions: after 60
 * seconds by default, looked for every 30. Here sooner.
 */
const SOONER = {
	QUEUE_WORKER_LOCK_DURATION: '20000',
	QUEUE_WORKER_LOCK_RENEW_TIME: '4000',
	QUEUE_WORKER_STALLED_INTERVAL: '5000',
};

/**
 * Starts Redis, PostgreSQL, n8n's main process and its webhook process; workers come later. Each
 * process has a folder of its own with the package in it, as on machines of their own.
 *
 * @param folder where the processes' folders are made
 * @param installed user folder of an n8n that has the package
 */
export async function startQueueMode(folder: string, installed: string): Promise<QueueMode> {
	const stops: Array<() => Promise<void>> = [];
	const stop = async () => {
		for (const end of stops.splice(0).reverse()) await end();
	};
	const processes = new Map<string, N8nServer>();
	const filesFolder = join(folder, 'files');
	mkdirSync(filesFolder, { recursive: true });
	const begin = async (name: string, options: Pick<N8nOptions, 'program' | 'port' | 'env'>) => {
		const own = join(folder, name.replace(' ', '-'));
		const nodes = join('.n8n', 'nodes');
		cpSync(join(installed, nodes), join(own, nodes), { recursive: true });
		const server = await startN8n({ major: '2', folder: own, ...options });
		stops.push(async () => await server.stop());
		processes.set(name, server);
		return server;
	};
	const found = (name: string) => {
		const server = processes.get(name);
		if (!server) throw new Error(`There is no process "${name}"`);
		return server;
	};
	try {
		const postgres = await startPostgres();
		stops.push(async () => await postgres.stop());
		const redis = await startRedis();
		stops.push(async () => await redis.stop());
		for (const name of [DATABASE, ARCHIVES]) await postgres.createDatabase(name);
		const port = await freePort();
		const webhookUrl = `http://127.0.0.1:${port}`;
		const env = {
			EXECUTIONS_MODE: 'queue',
			OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
			QUEUE_BULL_REDIS_HOST: '127.0.0.1',
			QUEUE_BULL_REDIS_PORT: String(redis.port),
			...SOONER,
			DB_TYPE: 'postgresdb',
			DB_POSTGRESDB_HOST: '127.0.0.1',
			DB_POSTGRESDB_PORT: String(postgres.port),
			DB_POSTGRESDB_DATABASE: DATABASE,
			DB_POSTGRESDB_USER: postgres.user,
			N8N_ENCRYPTION_KEY: 'the-one-key-of-all-processes',
			N8N_DEFAULT_BINARY_DATA_MODE: 'database',
			N8N_BINARY_DATA_DATABASE_MAX_FILE_SIZE: String(LARGEST_FILE),
			N8N_RESTRICT_FILE_ACCESS_TO: filesFolder,
			N8N_DISABLE_PRODUCTION_MAIN_PROCESS: 'true',
			WEBHOOK_URL: webhookUrl,
		};
		// The main process makes the tables that the others need.
		const main = await begin('main', { env });
		await begin('webhook', { program: 'webhook', port, env });
		let workers = 0;
		return {
			client: await N8nClient.signIn(main),
			mainLog: main.logFile,
			postgres,
			webhookUrl,
			filesFolder,
			processes,
			stop,
			async startWorker() {
				const name = `worker ${++workers}`;
				await begin(name, { program: 'worker', env });
				return name;
			},
			async kill(name) {
				await found(name).kill();
				processes.delete(name);
			},
			executions(name) {
				const log = readFileSync(found(name).logFile, 'utf8');
				const count = (what: string) => log.split(`Worker ${what} execution`).length - 1;
				const taken = count('started');
				return { taken, running: taken - count('finished') };
			},
		};
	} catch (error) {
		await stop();
		throw error;
	}
}
