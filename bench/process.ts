import { join } from 'node:path';
import { Worker, type JestWorkerFarm } from 'jest-worker';
import type { Sandbox } from '../sandbox/server';
import type * as jobs from './jobs';
import type * as simulation from './vendors';

/** Where the simulated vendors are, and what signs in there. */
export type VendorAccess = Pick<Sandbox, 'url' | 'flexperto' | 'iotum'>;

/** A process with n8n's engine that does jobs; it is warm from its second one on. */
export type EngineProcess = JestWorkerFarm<typeof jobs>;

const workers = new Set<Pick<Worker, 'end'>>();

/** A process whose methods are the functions of a file. */
function start(file: string): Worker {
	const worker = new Worker(join(__dirname, file), { numWorkers: 1 });
	worker.getStderr().pipe(process.stderr);
	workers.add(worker);
	return worker;
}

/** Starts the simulated vendors in a process of their own, so that what they cost is not counted. */
export async function startVendors(): Promise<VendorAccess> {
	const vendors = start('vendors.ts') as JestWorkerFarm<typeof simulation>;
	return await vendors.simulate();
}

export const startEngine = (): EngineProcess => start(join('jobs', 'index.ts')) as EngineProcess;

export async function stop(worker: Pick<Worker, 'end'>): Promise<void> {
	workers.delete(worker);
	await worker.end();
}

/** Ends whatever still runs. */
export async function stopAll(): Promise<void> {
	await Promise.all([...workers].map(stop));
}
