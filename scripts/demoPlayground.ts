import { execFileSync } from 'node:child_process';
import {
	cpSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	realpathSync,
	rmSync,
	statSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { startSandbox, type Sandbox } from '../sandbox/server';
import type { CredentialStore } from '../test/harness/credentials';
import { createEngine, type Engine, type EngineOptions } from '../test/harness/engine';
import type { WorkflowJson } from '../test/harness/run';
import { secretWatch, watchSecrets, type SecretWatch } from '../test/harness/secrets';
import { accountsOf } from './accounts';
import { CASE_SYSTEM_KEY } from './demoCaseSystem';
import { CRM_KEY } from './demoCrm';

const root = resolve(__dirname, '..');
const playground = join(root, 'playground');
const packages = join(playground, 'node_modules');

/** The folder in the examples' Settings nodes: where n8n's Docker image may write by default. */
const FOLDER_OF_EXAMPLES = '/home/node/.n8n-files';

const EXAMPLE = '.workflow.json';

/** The example workflows with what they need: simulated vendors, n8n's engine and a folder. */
export interface Playground {
	sandbox: Sandbox;
	engine: Engine;
	/** Looks for secrets in all that the runs leave behind. */
	secrets: SecretWatch;
	/** Where the examples read and write files, in a folder for each vendor. */
	folder: string;
	/** An example as the editor would load it, with this folder in its Settings. */
	example(name: string): WorkflowJson;
	close(): Promise<void>;
}

/** The time of the latest change in a file or a folder, in milliseconds; 0 when it is missing. */
function changed(path: string): number {
	if (!existsSync(path)) return 0;
	const { mtimeMs } = statSync(path);
	if (!statSync(path).isDirectory()) return mtimeMs;
	return Math.max(mtimeMs, ...readdirSync(path).map((entry) => changed(join(path, entry))));
}

/** Whether a source is newer than what was built of it. */
export function needsBuild(): boolean {
	const sources = [
		'nodes',
		'credentials',
		'icons',
		'gulpfile.js',
		'tsconfig.json',
		'tsconfig.build.json',
	];
	const latest = Math.max(...sources.map((source) => changed(join(root, source))));
	return latest > changed(join(root, 'dist'));
}

/** Builds the package. Throws with the compiler's words when it cannot be built. */
export function build(): void {
	const gulp = join(root, 'node_modules', 'gulp', 'bin', 'gulp.js');
	try {
		execFileSync(process.execPath, [gulp, 'build'], { cwd: root, stdio: 'pipe' });
	} catch (error) {
		// What is there is incomplete, but newer than the sources.
		rmSync(join(root, 'dist'), { recursive: true, force: true });
		throw error;
	}
}

/**
 * Installs the built package in the playground, as its users do in their n8n.
 *
 * @param place folder below the playground's packages, for those who must not share one
 * @returns the folder of the installed package
 */
export function installPackage(place = ''): string {
	const target = join(packages, place, 'n8n-nodes-conferencing');
	rmSync(target, { recursive: true, force: true });
	for (const part of ['package.json', 'index.js', 'dist']) {
		cpSync(join(root, part), join(target, part), { recursive: true });
	}
	return target;
}

/**
 * Credentials by the names that the examples use: an administrator of each simulated vendor, two users
 * of Apizee, as its quota is for each user, and the keys of the case system and the CRM.
 */
export function credentialsOf(sandbox: Sandbox): CredentialStore {
	const { apizeeApi, flexpertoApi, iotumApi, vivoMeetingsApi } = accountsOf(sandbox);
	const { agent, secondAgent } = sandbox.apizee;
	const { email, password } = sandbox.vivoMeetings.companyAdmin;
	const apizeeUser = (user: typeof agent) => ({
		...apizeeApi,
		username: user.username,
		password: user.password,
		// The examples keep to the vendor's quota.
		requestsPerMinute: 10,
	});
	return {
		'Apizee account': apizeeUser(agent),
		'Apizee account 2': apizeeUser(secondAgent),
		'Case system': CASE_SYSTEM_KEY,
		CRM: CRM_KEY,
		'Flexperto account': flexpertoApi,
		'Iotum account': iotumApi,
		'Iotum signing token': { name: 'x-signing-token', value: iotumApi.signingToken },
		'VivoMeetings account': { ...vivoMeetingsApi, email, password },
	};
}

/** Where the examples read and write, below their folder; n8n makes no folders. */
export const FOLDERS = [
	'apizee/cases',
	'apizee/reports',
	'flexperto/archives',
	'flexperto/collected',
	'flexperto/contracts',
	'flexperto/reports',
	'flexperto/signed',
	'iotum/hosts',
	'iotum/recordings',
	'vivomeetings/calls',
];

export function makeFolders(folder: string): void {
	for (const name of FOLDERS) mkdirSync(join(folder, name), { recursive: true });
}

/** The names of the example workflows. */
export const exampleNames = (): string[] =>
	readdirSync(join(root, 'examples'))
		.filter((file) => file.endsWith(EXAMPLE))
		.map((file) => file.slice(0, -EXAMPLE.length));

/** An example as the editor would load it, with a folder of this machine in its Settings. */
export function readExample(name: string, folder: string): WorkflowJson {
	const text = readFileSync(join(root, 'examples', `${name}${EXAMPLE}`), 'utf8');
	return JSON.parse(text.replaceAll(FOLDER_OF_EXAMPLES, JSON.stringify(folder).slice(1, -1)));
}

/**
 * Starts the simulated vendors and n8n's engine with the package that is installed in `own`.
 *
 * @param options what the engine has otherwise than usual
 */
export async function startPlayground(
	output: string,
	own: string,
	options: EngineOptions = {},
): Promise<Playground> {
	makeFolders(output);
	// n8n does not write to paths with symbolic links in them.
	const folder = realpathSync(output);
	const ofTest = secretWatch();
	const secrets = ofTest ?? watchSecrets();
	const sandbox = await startSandbox();
	const engine = await createEngine({
		resolveFrom: playground,
		packages: [join(packages, 'n8n-nodes-base'), own],
		credentials: credentialsOf(sandbox),
		filesFolder: folder,
		...options,
	});
	return {
		sandbox,
		engine,
		secrets,
		folder,
		example: (name) => readExample(name, folder),
		async close() {
			// The engine's last look for secrets may throw.
			await engine.close().finally(async () => await sandbox.close());
			if (!ofTest) secrets.end();
		},
	};
}
