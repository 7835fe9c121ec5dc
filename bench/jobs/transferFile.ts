import { truncate, writeFile } from 'node:fs/promises';
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { Engine } from '../../test/harness/engine';
import type { VendorAccess } from '../process';
import { isUpload, transferNode, type Transfer } from '../transfers';
import { measured, type Measured } from './measured';
import { n8n, runStep } from './n8n';

interface FileTransfer {
	transfer: Transfer;
	vendors: VendorAccess;
	/** The fields of the item. */
	item: IDataObject;
	/** Size of the file that is sent, in bytes, or what the one that is received has at least. */
	bytes: number;
}

/** Has a node move one file between n8n's storage and a vendor; n8n's storage is empty afterwards. */
export async function transferFile({
	transfer,
	vendors,
	item,
	bytes,
}: FileTransfer): Promise<Measured> {
	const engine = await n8n(vendors);
	const given = isUpload(transfer) ? await inputItem(engine, item, bytes) : { json: item };
	let moved: INodeExecutionData[] = [];
	const work = async () => {
		const { output, error } = await runStep(engine, transferNode(transfer), [given]);
		moved = output;
		if (moved.length !== 1)
			throw new Error(`${transfer}: ${error?.message}, ${error?.description}`);
	};
	try {
		const cost = await measured(work);
		const stored = moved[0]?.binary?.data?.bytes ?? 0;
		if (isUpload(transfer) || stored >= bytes) return cost;
		throw new Error(`${transfer}: received ${stored} bytes instead of ${bytes} or more`);
	} finally {
		await deleteFiles(engine, [given, ...moved]);
	}
}

/**
 * An item with a file that both vendors take for a PDF. It is made small, and made longer where n8n
 * has put it: to write all of it through n8n would give the process 30 MiB, which the transfer then
 * uses again instead of growing.
 */
async function inputItem(engine: Engine, json: IDataObject, bytes: number) {
	const file = { fileName: 'contract.pdf', mimeType: 'application/pdf', json };
	const item = await engine.fileItem(Buffer.from('%PDF-1.7\n'), file);
	const id = item.binary?.data?.id ?? '';
	const files = binaryFiles(engine);
	const path = files.getPath(id);
	const metadata = { ...(await files.getMetadata(id)), fileSize: bytes };
	await truncate(path, bytes);
	await writeFile(`${path}.metadata`, JSON.stringify(metadata));
	return item;
}

async function deleteFiles(engine: Engine, items: INodeExecutionData[]): Promise<void> {
	const ids = items.flatMap(({ binary = {} }) => Object.values(binary).map(({ id }) => id ?? []));
	await binaryFiles(engine).deleteManyByBinaryDataId(ids.flat());
}

const binaryFiles = ({ n8n }: Engine) => n8n.container.get(n8n.core.BinaryDataService);
