import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
	build,
	FOLDERS,
	installPackage,
	makeFolders,
	needsBuild,
	startPlayground,
	type Playground,
} from '../../scripts/demoPlayground';
import type { WorkflowJson } from '../harness/run';

// n8n's built-in nodes are loaded, and the package may have to be built first.
jest.setTimeout(90_000);

/** The two users of Apizee in the examples. */
const APIZEE_ACCOUNTS = ['Apizee account', 'Apizee account 2'];

/**
 * The playground for a test file, with the package as its users install it. Before each test the
 * sandbox and the folders of the examples are emptied, and each workflow is one n8n never had.
 */
export function usePlayground(): () => Playground {
	let playground: Playground | undefined;
	let workflows = 0;
	let own: string | undefined;
	const output = mkdtempSync(join(tmpdir(), 'examples-'));
	const started = () => {
		if (!playground) throw new Error('The playground is not running.');
		return playground;
	};
	beforeAll(async () => {
		if (needsBuild()) build();
		// Test files run beside each other, so each has a place of its own.
		own = installPackage(`.examples-${process.pid}`);
		const { example, ...rest } = await startPlayground(output, own);
		// Many tests in one minute: their requests are counted, not slowed down.
		for (const name of APIZEE_ACCOUNTS) {
			Object.assign(rest.engine.credentials[name] ?? {}, { requestsPerMinute: 100_000 });
		}
		playground = {
			...rest,
			example: (name): WorkflowJson => ({ ...example(name), id: `${name}-${++workflows}` }),
		};
	});
	beforeEach(async () => {
		const { control } = started().sandbox;
		await control.reset();
		await control.apizee.setQuota({ enabled: false });
		for (const name of FOLDERS) rmSync(join(output, name), { recursive: true, force: true });
		makeFolders(output);
	});
	afterAll(async () => {
		await playground?.close();
		for (const folder of [output, ...(own ? [dirname(own)] : [])]) {
			rmSync(folder, { recursive: true, force: true });
		}
	});
	return started;
}
