import { Agent, get } from 'node:http';
import { nodeOf, type Contender } from '../contenders';
import type { VendorAccess } from '../process';
import { measured, type Measured } from './measured';
import { n8n, runStep } from './n8n';

interface Reading {
	contender: Contender;
	vendors: VendorAccess;
	/** The archives that exist; they are read again and again. */
	ids: string[];
	/** How many are read. */
	items: number;
}

/** Reads the record of an archive for each item. */
export async function readArchives({ contender, ...reading }: Reading): Promise<Measured> {
	return contender === 'floor' ? await bare(reading) : await inWorkflow(contender, reading);
}

const idOf = (ids: string[], item: number): string => ids[item % ids.length] ?? '';

async function inWorkflow(
	contender: Exclude<Contender, 'floor'>,
	{ vendors, ids, items }: Omit<Reading, 'contender'>,
): Promise<Measured> {
	const engine = await n8n(vendors);
	const step = nodeOf(contender, vendors);
	const given = Array.from({ length: items }, (_, item) => ({
		json: { id: idOf(ids, item) },
	}));
	return await measured(async () => {
		const { output: read, error } = await runStep(engine, step, given);
		if (read.length === items && read.at(-1)?.json.id === given.at(-1)?.json.id) return;
		throw new Error(`${contender} read ${read.length} of ${items}: ${error?.message}`);
	});
}

/** Ten requests at a time over connections that are kept. */
async function bare({ vendors, ids, items }: Omit<Reading, 'contender'>): Promise<Measured> {
	const { baseUrl, apiKey } = vendors.flexperto;
	const agent = new Agent({ keepAlive: true });
	const read = async (id: string) =>
		await new Promise<unknown>((resolve, reject) => {
			const url = `${baseUrl}/api/v2/communication/archives/archives/${id}`;
			get(url, { agent, headers: { 'api-key': apiKey } }, (answer) => {
				if (answer.statusCode !== 200) {
					reject(new Error(`floor got ${answer.statusCode} for ${id}`));
					return;
				}
				const chunks: Buffer[] = [];
				answer.on('data', (chunk) => chunks.push(chunk));
				answer.on('end', () => resolve(JSON.parse(Buffer.concat(chunks).toString())));
				answer.on('error', reject);
			}).on('error', reject);
		});
	return await measured(async () => {
		let next = 0;
		const records: unknown[] = [];
		const worker = async () => {
			for (let item = next++; item < items; item = next++)
				records.push(await read(idOf(ids, item)));
		};
		await Promise.all(Array.from({ length: 10 }, worker)).finally(() => agent.destroy());
		if (records.length !== items) throw new Error(`floor read ${records.length} of ${items}`);
	});
}
