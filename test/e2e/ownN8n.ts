import { copyFileSync, existsSync, mkdtempSync, readdirSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { N8nClient } from '../../scripts/n8n/client';
import { forget, installPackage, startN8n, type N8nServer } from '../../scripts/n8n/server';
import { n8n } from './setup';

/** An n8n of a test file's own, away from this project, which can be restarted. */
export interface OwnN8n {
	client: N8nClient;
	logFile: string;
	/** The folder of the installed package. */
	packageFolder: string;
	/**
	 * Ends the process, by SIGTERM or by SIGKILL, and starts it again at the same address.
	 *
	 * @param meanwhile what happens while there is no n8n
	 */
	restart(signal: 'SIGTERM' | 'SIGKILL', meanwhile: () => Promise<unknown>): Promise<void>;
	/** Ends it; its log is kept with those of the other n8n. */
	close(): Promise<void>;
}

export async function startOwnN8n(): Promise<OwnN8n> {
	const { major } = n8n;
	const folder = mkdtempSync(join(realpathSync(tmpdir()), 'n8n-own-'));
	const tarball = readdirSync(n8n.folder).find((name) => name.endsWith('.tgz'));
	const packageFolder = installPackage(folder, tarball && join(n8n.folder, tarball));
	// The engine that lends descriptions has its own in this process, which all others would inherit.
	const env = {
		N8N_ENCRYPTION_KEY: 'the key of this n8n',
		N8N_STORAGE_PATH: join(folder, 'storage'),
	};
	let server: N8nServer = await startN8n({ major, folder, env });
	const { logFile, url } = server;
	return {
		client: await N8nClient.signIn(server),
		logFile,
		packageFolder,
		async restart(signal, meanwhile) {
			await (signal === 'SIGTERM' ? server.stop() : server.kill());
			await meanwhile();
			server = await startN8n({ major, folder, env, port: Number(new URL(url).port) });
		},
		async close() {
			await server.stop();
			if (existsSync(logFile)) copyFileSync(logFile, join(n8n.folder, 'own-n8n.log'));
			forget(folder);
		},
	};
}
