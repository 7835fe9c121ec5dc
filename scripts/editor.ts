import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { addSamples } from '../sandbox/samples';
import { startSandbox, type Sandbox } from '../sandbox/server';
import type { WorkflowJson } from '../test/harness/run';
import { writeContracts } from './demoContracts';
import { writeHostList } from './demoHosts';
import {
	build,
	credentialsOf,
	exampleNames,
	makeFolders,
	needsBuild,
	readExample,
} from './demoPlayground';
import { N8nClient, OWNER } from './n8n/client';
import { checkNode, installPackage, majorOf, releaseOf, startN8n, type Major } from './n8n/server';
import { cache } from './places.cjs';

const root = resolve(__dirname, '..');

/** n8n's usual port, and the sandbox's. */
const N8N_PORT = 5678;
const SANDBOX_PORT = 4010;

/** `npm run editor`: n8n with the package, the simulated vendors, credentials and the examples. */
async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			n8n: { type: 'string', default: '2' },
			port: { type: 'string', default: String(N8N_PORT) },
		},
	});
	const major = majorOf(values.n8n);
	const port = Number(values.port);
	if (!Number.isInteger(port) || port < 1 || port > 65_535) {
		throw new Error(`The port must be a number from 1 to 65535, not "${values.port}".`);
	}
	checkNode(major);
	setUp(major);
	const started = performance.now();
	if (needsBuild()) {
		console.log('Building the package, a quarter of a minute ...');
		build();
	}
	// Each clone has its own, with its own package in it.
	const clone = createHash('sha256').update(root).digest('hex').slice(0, 8);
	const folder = join(cache, 'editor', clone, `n8n-${major}`);
	const filesFolder = join(folder, 'files');
	makeFolders(filesFolder);
	await writeContracts(join(filesFolder, 'flexperto', 'contracts'));
	writeHostList(join(filesFolder, 'iotum', 'hosts'));
	if (!isInstalled(folder)) installPackage(folder);
	const sandbox = await startSandbox({ port: SANDBOX_PORT });
	await addSamples(sandbox.control);
	console.log(`Starting n8n ${releaseOf(major)} ...`);
	const server = await startN8n({ major, folder, port });
	const client = await N8nClient.signIn(server);
	await fill(client, sandbox, filesFolder);
	const seconds = Math.round((performance.now() - started) / 1000);
	console.log(`
n8n ${releaseOf(major)} is ready (${seconds} s), with the example workflows and their credentials.

  Editor     ${server.url}
  E-mail     ${OWNER.email}
  Password   ${OWNER.password}

  Vendors    ${sandbox.url} (simulated)
  Files      ${filesFolder}
  Log        ${server.logFile}

Press Ctrl+C to stop. What you change in n8n is there the next time; the vendors begin anew.`);
	const stop = async () => {
		console.log('\nStopping ...');
		await server.stop();
		await sandbox.close();
		process.exit(0);
	};
	process.once('SIGINT', () => void stop());
	process.once('SIGTERM', () => void stop());
}

/** Installs n8n when it is not there. */
function setUp(major: Major): void {
	const setup = [join(root, 'scripts', 'setup.mjs'), `n8n${major}`];
	const { status } = spawnSync(process.execPath, setup, { cwd: root, stdio: 'inherit' });
	if (status !== 0) throw new Error('n8n could not be installed.');
}

/** Whether what was built last is what n8n has. */
function isInstalled(folder: string): boolean {
	const lock = join(folder, '.n8n', 'nodes', 'node_modules', '.package-lock.json');
	const built = join(root, 'dist', 'nodes');
	return existsSync(lock) && statSync(lock).mtimeMs > statSync(built).mtimeMs;
}

/** Adds the credentials and examples that n8n does not have yet. */
async function fill(client: N8nClient, sandbox: Sandbox, filesFolder: string): Promise<void> {
	const data = credentialsOf(sandbox);
	const stored = await client.credentials();
	const present = (await client.workflows()).map(({ name }) => name);
	for (const example of exampleNames().map((name) => readExample(name, filesFolder))) {
		for (const [type, name] of credentialsIn(example)) {
			const values = data[name];
			if (!values || stored.some((credential) => credential.name === name)) continue;
			stored.push(await client.createCredential(name, type, values));
		}
		if (present.includes(example.name ?? '')) continue;
		const nodes = example.nodes.map((node) => {
			const own = Object.entries(node.credentials ?? {}).map(([type, { name }]) => {
				const id = stored.find((credential) => credential.name === name)?.id ?? null;
				return [type, { id, name }];
			});
			return { ...node, ...(own.length > 0 && { credentials: Object.fromEntries(own) }) };
		});
		await client.importWorkflow({ ...example, nodes });
	}
}

/** The types and names of a workflow's credentials. */
const credentialsIn = ({ nodes }: WorkflowJson): Array<[type: string, name: string]> =>
	nodes.flatMap(({ credentials = {} }) =>
		Object.entries(credentials).map(([type, { name }]): [string, string] => [type, name]),
	);

main().catch((error: unknown) => {
	const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
	console.error(error instanceof Error ? error.message : error);
	if (taken)
		console.error(`Stop what uses the ports from ${SANDBOX_PORT} on, such as npm run sandbox.`);
	process.exit(1);
});
