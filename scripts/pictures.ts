import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { startSandbox } from '../sandbox/server';
import { Editor } from '../test/e2e/browser/editor';
import { storeCredentials } from '../test/e2e/browser/workflows';
import { N8nClient } from './n8n/client';
import { forget, installPackage, startN8n } from './n8n/server';
import { viewport } from './pictures/studio';
import { pictures } from './pictures/subjects';

const target = resolve(__dirname, '../docs/images');

/** The simulated vendors' ports show in a picture, and so do their times. */
const SANDBOX_PORT = 4110;
const NOW = '2026-03-02T09:00:00Z';

/** What one picture and all pictures together may weigh, in bytes. */
const LARGEST = 60_000;
const LARGEST_SUM = 1_600_000;

/** Each picture with few colours, which is all that an editor has. */
async function compressed(picture: Buffer): Promise<Buffer> {
	return await sharp(picture).png({ palette: true, colours: 96, effort: 10 }).toBuffer();
}

/**
 * `npm run pictures`: makes the pictures of the documentation in a real n8n 2 with the simulated
 * vendors. Names after `--` choose some of them.
 */
async function main(): Promise<void> {
	const chosen = process.argv.slice(2);
	const folder = mkdtempSync(join(tmpdir(), 'pictures-'));
	installPackage(folder);
	const sandbox = await startSandbox({ port: SANDBOX_PORT });
	const server = await startN8n({ major: '2', folder });
	let editor: Editor | undefined;
	try {
		const client = await N8nClient.signIn(server);
		const credentials = await storeCredentials(client, sandbox);
		editor = await Editor.open({ url: server.url, cookie: client.cookie });
		await editor.page.setViewportSize(viewport);
		mkdirSync(target, { recursive: true });
		for (const [name, take] of Object.entries(pictures)) {
			if (chosen.length > 0 && !chosen.includes(name)) continue;
			await sandbox.control.reset();
			await sandbox.control.setClock(NOW, { frozen: true });
			const picture = await take({ editor, client, sandbox, credentials });
			writeFileSync(join(target, `${name}.png`), await compressed(picture));
			console.log(name);
		}
	} finally {
		await editor?.close();
		await server.stop();
		await sandbox.close();
		forget(folder);
	}
	weigh();
}

/** Says how heavy the pictures are; fails when they are too heavy. */
function weigh(): void {
	const sizes = Object.keys(pictures).map((name): [string, number] => [
		name,
		readFileSync(join(target, `${name}.png`)).length,
	]);
	const sum = sizes.reduce((total, [, size]) => total + size, 0);
	const heavy = sizes.filter(([, size]) => size > LARGEST);
	console.log(`${sizes.length} pictures in docs/images, ${Math.round(sum / 1000)} kB`);
	if (heavy.length > 0 || sum > LARGEST_SUM) {
		throw new Error(`Too heavy: ${heavy.map(([name, size]) => `${name} ${size}`).join(', ')}`);
	}
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
