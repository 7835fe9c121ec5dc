import { randomBytes } from 'node:crypto';
import { id } from '../../nodes/kit/field';
import { path } from '../../nodes/kit/path';
import { get } from '../../nodes/kit/request';
import { transfer } from '../../nodes/kit/transfer';
import { useSample } from './sampleNode';
import { sha256 } from './sha256';

// A file is handed to n8n in pieces of half a mebibyte.

const PIECE = 512 * 1024;

const download = transfer({
	name: 'Download',
	action: 'Download a thing',
	description: 'Download it',
	docs: 'none',
	fields: { size: id('Size') },
	repeatable: true,
	request: ({ size }) => get(path`/things/${size}`),
	file: () => ({ fileName: 'a.bin', mimeType: 'application/octet-stream', json: {} }),
});
const sample = useSample({ thing: { name: 'Thing', operations: { download } } });

it.each([1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE, 3 * PIECE + 7])(
	'a file of %i bytes arrives as it was sent',
	async (size) => {
		const { run, server, engine } = sample();
		const content = randomBytes(size);
		server.answers(() => ({ body: content }));
		const { items } = await run('thing.download', { inputs: { size: String(size) } });
		const [item] = items;
		expect(items.map(({ json }) => json)).toMatchObject([{ sha256: sha256(content) }]);
		expect(item && content.equals(await engine.buffer(item))).toBe(true);
	},
);
