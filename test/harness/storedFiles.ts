import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** How n8n calls what it knows of a file, beside the file. */
const METADATA = '.metadata';

/** What n8n has stored of files below a folder, but for their content: paths, names, types. */
export function filesIn(folder: string): string[] {
	if (!existsSync(folder)) return [];
	return readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((file) =>
		file.endsWith(METADATA) ? [file, readFileSync(join(folder, file), 'utf8')] : [file],
	);
}
