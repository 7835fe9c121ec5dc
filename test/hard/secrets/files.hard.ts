import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { startSandbox, type Sandbox } from '../../../sandbox/server';
import { credentialsOf } from '../../../scripts/demoPlayground';
import { filesIn } from '../../../scripts/demoSecrets';
import { marksOf, secretsOfCredential } from '../../harness/secret';
import { counted } from '../figures';

// What is published holds no secret: neither one of the simulated vendors, with which the examples were
// made and the package was tested, nor what looks like one.

const root = resolve(__dirname, '../../..');

/** A signed web token, a private key, keys of registries and clouds. */
const LOOKS_SECRET = /eyJ[\w-]{20,}\.[\w-]{20,}\.[\w-]{20,}|-----BEGIN|npm_\w{36}|AKIA[A-Z\d]{16}/;

let sandbox: Sandbox;
let tarball: Buffer;
beforeAll(async () => {
	sandbox = await startSandbox();
	const folder = mkdtempSync(join(tmpdir(), 'packed-'));
	const pack = ['pack', '--ignore-scripts', '--pack-destination', folder];
	execFileSync('npm', pack, { cwd: root, stdio: 'pipe' });
	const [packed = ''] = readdirSync(folder);
	tarball = gunzipSync(readFileSync(join(folder, packed)));
	rmSync(folder, { recursive: true });
}, 120_000);
afterAll(async () => await sandbox.close());

/** Every way in which a secret of the simulated vendors may be written. */
function marks(): string[] {
	const { apizee, iotum, vivoMeetings } = sandbox;
	const accesses = [apizee.agent, apizee.secondAgent, iotum, vivoMeetings];
	const known = [...Object.values(credentialsOf(sandbox)), ...accesses].flatMap(
		secretsOfCredential,
	);
	return known.flatMap(({ text }) => marksOf(text));
}

const tells = (content: Buffer) =>
	LOOKS_SECRET.test(content.toString('latin1')) || marks().some((mark) => content.includes(mark));

it('this search can see a secret where there is one', () => {
	const { apiKey } = sandbox.flexperto;
	for (const secret of [apiKey, apiKey.slice(-100), sandbox.apizee.agent.password]) {
		expect(tells(Buffer.from(`{"note":"ask with ${secret}"}`))).toBe(true);
	}
	expect(tells(Buffer.from('-----BEGIN PRIVATE KEY-----'))).toBe(true);
	expect(tells(Buffer.from('{"note":"ask with your own key"}'))).toBe(false);
});

it.each(['examples', 'dist', 'docs'])('no file of %s holds one', (folder) => {
	const files = filesIn(join(root, folder));
	expect(files.length).toBeGreaterThan(10);
	const telling = files.filter((file) => tells(readFileSync(file)));
	counted('Secrets', 'files of the package, examples and docs searched', files.length);
	expect(telling).toEqual([]);
});

it('the packed package holds none', () => {
	// It holds everything that was built.
	expect(tarball.includes('package/dist/nodes/Flexperto/Flexperto.node.js')).toBe(true);
	expect(tells(tarball)).toBe(false);
	counted('Secrets', 'bytes of the packed package searched', tarball.length, { atLeast: 100_000 });
});
