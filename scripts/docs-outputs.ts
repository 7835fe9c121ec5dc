// Writes the outputs that the pages under docs show anew, by running the operations and triggers on
// n8n's engine against the sandbox. `npx tsx scripts/docs-outputs.ts`
import { join } from 'node:path';
import { write } from './docs/write';
import { playOutputs } from './docs/outputs';

async function main(): Promise<void> {
	const folder = join(__dirname, '..');
	for (const [page, markdown] of Object.entries(await playOutputs())) {
		await write(folder, page, 'outputs', markdown);
	}
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
