import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { installPackage, startPlayground, type Playground } from '../../../scripts/demoPlayground';
import type { FlexpertoControl } from '../../../sandbox/flexperto/control/client';
import type { Engine } from '../../harness/engine';
import { InstalledN8n } from '../installedN8n';
import { ARCHIVES, startQueueMode, type QueueMode } from './queueMode';

/** The example workflows and the simulated vendors, before an n8n in queue mode. */
export interface QueuePlayground {
	queueMode: QueueMode;
	playground: Playground;
	/** n8n, at its main process. */
	engine: InstalledN8n;
	vendor: FlexpertoControl;
	close(): Promise<void>;
}

/** Starts all of it but for the workers, with what the examples need: a folder and credentials. */
export async function startQueuePlayground(
	folder: string,
	installed: string,
): Promise<QueuePlayground> {
	const queueMode = await startQueueMode(folder, installed);
	try {
		const { client, mainLog, filesFolder, postgres } = queueMode;
		mkdirSync(join(filesFolder, 'flexperto', 'archives'), { recursive: true });
		let engine: InstalledN8n | undefined;
		const make = (parts: ConstructorParameters<typeof Engine>) =>
			(engine = new InstalledN8n(client, mainLog, parts));
		const playground = await startPlayground(filesFolder, installPackage('.e2e'), { make });
		if (!engine) throw new Error('The playground has made no engine.');
		const { sandbox } = playground;
		engine.credentials['Postgres account'] = {
			host: '127.0.0.1',
			port: postgres.port,
			database: ARCHIVES,
			user: postgres.user,
			password: 'none is asked for',
		};
		const close = async () => {
			await playground.close();
			await queueMode.stop();
		};
		return { queueMode, playground, engine, vendor: sandbox.control.flexperto, close };
	} catch (error) {
		await queueMode.stop();
		throw error;
	}
}
