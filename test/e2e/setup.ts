import { appendFileSync } from 'node:fs';
import { N8nClient } from '../../scripts/n8n/client';
import type { Major } from '../../scripts/n8n/server';
import type { EngineOptions } from '../harness/engine';
import { InstalledN8n } from './installedN8n';

// An exit takes the servers along that a test has started; the end by a signal would not.
if (process.listenerCount('SIGTERM') === 0) process.once('SIGTERM', () => process.exit(1));

// A real server on a machine that does other things as well.
jest.setTimeout(180_000);
// What fails once on a busy machine is tried once more; the report shows both.
jest.retryTimes(1, { logErrorsBeforeRetry: true });

/** What `npm run test:e2e` has started: an n8n with the package installed. */
interface Started {
	url: string;
	major: Major;
	/** n8n's user folder. */
	folder: string;
	/** The folder that "Read/Write Files from Disk" may use. */
	filesFolder: string;
	logFile: string;
	/** The session of n8n's owner. */
	cookie: string;
}

function started(): Started {
	const text = process.env.E2E_N8N;
	if (!text) throw new Error('Start these tests with: npm run test:e2e');
	return JSON.parse(text);
}

export const n8n = started();

/** n8n, as its owner who is signed in. */
export const client = new N8nClient(n8n, n8n.cookie);

/** For a setup of the other tests: everything happens in the n8n that was started. */
export const inInstalledN8n: EngineOptions = {
	make: (parts) => new InstalledN8n(client, n8n.logFile, parts),
};

/** What the closing table of the end-to-end tests has a column for. */
type Seen = 'installed' | 'test' | 'run' | 'picker' | 'trigger' | 'tool';

/** Notes for the closing table that something was seen to work with a node or a credential. */
export function see(what: Seen, name: string): void {
	const file = process.env.E2E_SEEN;
	if (file) appendFileSync(file, `${JSON.stringify({ major: n8n.major, what, name })}\n`);
}
