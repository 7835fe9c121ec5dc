import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from './nodes';

/** Every file below a folder of the project, relative to the project. */
export function filesBelow(folder: string): string[] {
	return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => relative(root, join(entry.parentPath, entry.name)));
}
