import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { CredentialClass, NodeClass } from '../../test/harness/nodeTypes';

const root = join(__dirname, '../..');

/** The folders of the vendors, in the order in which users read of them. */
export const FOLDERS = ['Flexperto', 'Iotum', 'VivoMeetings', 'Apizee'];

/**
 * The class that a source file is named after. The file is named with its ending: without it, the
 * description that lies beside each node would be found.
 */
async function classIn<Class>(file: string): Promise<Class> {
	const classes: Record<string, Class> = await import(file);
	const name = basename(file).split('.')[0] ?? '';
	const found = classes[name];
	if (!found) throw new Error(`${file} has no class ${name}`);
	return found;
}

/** The classes of a vendor's nodes: the action node, the polling trigger, the trigger. */
export async function nodesOf(folder: string): Promise<NodeClass[]> {
	const place = join(root, 'nodes', folder);
	const names = ['', 'trigger'].flatMap((below) =>
		readdirSync(join(place, below))
			.filter((name) => name.endsWith('.node.ts'))
			.map((name) => join(place, below, name)),
	);
	return await Promise.all(names.map(async (file) => await classIn<NodeClass>(file)));
}

/** The classes of all credentials. */
export async function credentialClasses(): Promise<CredentialClass[]> {
	const place = join(root, 'credentials');
	const files = readdirSync(place).filter((name) => name.endsWith('.credentials.ts'));
	return await Promise.all(
		files.map(async (file) => await classIn<CredentialClass>(join(place, file))),
	);
}
