import { createRequire } from 'node:module';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { LogMetadata } from 'n8n-workflow';

/** One line a node or n8n itself wrote with `this.logger`. */
export interface LogLine {
	level: 'error' | 'warn' | 'info' | 'debug';
	message: string;
	metadata: LogMetadata;
}

/** n8n's own modules, loaded from wherever the engine under test is installed. */
export interface N8n {
	core: typeof import('n8n-core');
	workflow: typeof import('n8n-workflow');
	container: (typeof import('@n8n/di'))['Container'];
	/** Everything logged since the engine was created. */
	logs: LogLine[];
}

export interface N8nSettings {
	/** A directory from which `n8n-core` and `n8n-workflow` are required. */
	resolveFrom: string;
	/** n8n's user folder: its configuration, its binary data. */
	folder: string;
	/** The only folder that "Read/Write Files from Disk" may use. */
	filesFolder: string;
	binaryMode: 'default' | 'filesystem';
}

/**
 * Loads n8n-core from `resolveFrom` and prepares what the n8n process prepares at its start:
 * configuration, logging and binary data. n8n keeps these in process-wide singletons, so there is
 * one engine at a time.
 */
export async function loadN8n(settings: N8nSettings): Promise<N8n> {
	mkdirSync(settings.filesFolder, { recursive: true });
	Object.assign(process.env, {
		N8N_USER_FOLDER: settings.folder,
		N8N_ENCRYPTION_KEY: 'encryption key of a local engine without secrets',
		N8N_DEFAULT_BINARY_DATA_MODE: settings.binaryMode,
		N8N_STORAGE_PATH: join(settings.folder, 'storage'),
		N8N_RESTRICT_FILE_ACCESS_TO: settings.filesFolder,
		N8N_LOG_LEVEL: 'silent',
		N8N_DIAGNOSTICS_ENABLED: 'false',
	});

	const fromProject = createRequire(join(settings.resolveFrom, 'package.json'));
	// The packages n8n-core itself uses: the same copies, hence the same singletons.
	const fromCore = createRequire(fromProject.resolve('n8n-core'));
	const { Container }: typeof import('@n8n/di') = fromCore('@n8n/di');
	const backend: typeof import('@n8n/backend-common') = fromCore('@n8n/backend-common');
	const config: typeof import('@n8n/config') = fromCore('@n8n/config');
	Container.reset();

	const logs: LogLine[] = [];
	class CapturingLogger extends backend.Logger {
		override error(message: string, metadata: LogMetadata = {}) {
			logs.push({ level: 'error', message, metadata });
		}

		override warn(message: string, metadata: LogMetadata = {}) {
			logs.push({ level: 'warn', message, metadata });
		}

		override info(message: string, metadata: LogMetadata = {}) {
			logs.push({ level: 'info', message, metadata });
		}

		override debug(message: string, metadata: LogMetadata = {}) {
			logs.push({ level: 'debug', message, metadata });
		}

		override scoped() {
			return this;
		}
	}
	const logger = new CapturingLogger(
		Container.get(config.GlobalConfig),
		Container.get(config.InstanceSettingsConfig),
	);
	Container.set(backend.Logger, logger);

	const core: typeof import('n8n-core') = fromProject('n8n-core');
	const workflow: typeof import('n8n-workflow') = fromProject('n8n-workflow');
	await Container.get(core.BinaryDataService).init();
	return { core, workflow, container: Container, logs };
}
