import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import type { SessionView } from '../../../sandbox/flexperto/control/client';
import { withSettings } from '../../examples/changes';
import type { Place } from './place';

export const sha256 = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');

/** Bytes of the annex in each contract, so that an upload takes a while. */
const ANNEX = 300_000;

/** Contracts in the folder of the workflow; gives their checksums by name. */
export async function writeContracts({ files, random }: Place, names: string[]) {
	const checksums: Record<string, string> = {};
	for (const name of names) {
		const document = await PDFDocument.create();
		document.addPage();
		const annex = Uint8Array.from({ length: ANNEX }, () => Math.floor(random() * 256));
		await document.attach(annex, 'annex.bin');
		const content = await document.save();
		writeFileSync(join(files, 'flexperto', 'contracts', name), content);
		checksums[name] = sha256(content);
	}
	return checksums;
}

/** A contract between an adviser and a customer whom Flexperto does not know yet. */
export interface Contract {
	name: string;
	adviser: string;
	customer: string;
}

export const contractOf = (number: number): Contract => ({
	name: `Task-${number} / Account opening`,
	adviser: `adviser-${number}@bank.example`,
	customer: `customer-${number}@example.com`,
});

/** The workflow after someone has entered the contract in its Settings. */
export const workflowFor = (place: Place, { name, adviser, customer }: Contract) =>
	withSettings(place.workflow('request-signature'), {
		sessionName: name,
		adviserEmail: adviser,
		customerEmail: customer,
	});

/** What the vendor has of a contract. */
export async function stateOf({ control }: Place, { name, adviser, customer }: Contract) {
	const sessions = (await control.flexperto.sessions()).filter(
		({ session }) => session.name === name,
	);
	const users = await control.flexperto.users();
	const accounts = (email: string) => users.filter((user) => user.email === email);
	return { sessions, advisers: accounts(adviser), customers: accounts(customer) };
}

/** Requests that a run still has to make, about. */
export function remaining(view: SessionView | undefined, documents: number): number {
	if (!view) return 3 * documents + 5;
	return 3 * (documents - view.documents.length) + (view.handedOver ? 3 : 4);
}

/** The checksums of what the vendor has as documents of a session, by name. */
export async function checksumsAt({ sandbox }: Place, { session, documents }: SessionView) {
	const { apiKey, baseUrl } = sandbox.flexperto;
	const path = '/api/v2/collaboration/contracts/contracts/documents';
	const checksums: Array<[string, string]> = [];
	for (const { id, name } of documents) {
		const headers = { 'api-key': apiKey, 'x-user-id': String(session.expert_id) };
		const answer = await fetch(`${baseUrl}${path}/${id}/download`, { headers });
		checksums.push([name, sha256(new Uint8Array(await answer.arrayBuffer()))]);
	}
	return checksums.sort();
}
