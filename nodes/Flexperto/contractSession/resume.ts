import type { IDataObject } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';

import { idOf, textOf } from '../../kit/record';
import type { Tools } from '../../kit/tools';
import { nameInForm, type InputFile } from '../../kit/upload';
import type { SessionOfUser } from './documents';
import { getAll } from './getAll';
import { handOver } from './handOver';

/** What tells a contract session from others, to those who do not know its ID. */
interface NewSession {
	actingUserId: string;
	name: string;
	method: string;
	participant: Array<{ email: string }>;
}

/**
 * The ID of the session that an earlier run has begun: of this name and method, for this employee and
 * this participant, not deleted. Refuses when there are several, as only a person can choose.
 */
export async function findSession(tools: Tools, wanted: NewSession): Promise<string | undefined> {
	const { actingUserId, name } = wanted;
	const { records } = await tools.all(getAll, { filters: {}, options: { actingUserId } });
	const ids = records
		.filter((session) => isMeant(session, wanted))
		.map(({ id }) => idOf(id, `Flexperto lists the contract session "${name}"`));
	if (ids.length <= 1) return ids[0];
	throw new UserError(`There are ${ids.length} contract sessions called "${name}"`, {
		description: `Their IDs are ${ids.join(', ')}. Enter the right one under Additional Fields > Resume Session ID, or give the new session another name.`,
	});
}

function isMeant(session: IDataObject, wanted: NewSession): boolean {
	const [signing] = wanted.participant;
	return (
		!session.deleted_at &&
		same(session.name, wanted.name) &&
		same(session.method, wanted.method) &&
		same(session.expert_id, wanted.actingUserId) &&
		same(session.customer_email, signing?.email)
	);
}

/** Whether two texts are the same but for blanks around them and capitals. */
const same = (one: unknown, other: unknown) =>
	textOf(one)?.trim().toLowerCase() === textOf(other)?.trim().toLowerCase();

/** The files that the session does not have yet, by name; the same name may occur several times. */
export function withoutAttached(files: InputFile[], attached: IDataObject[]): InputFile[] {
	const names = attached.map(({ name }) => name);
	return files.filter((file) => {
		const index = names.indexOf(nameInForm(file.name));
		if (index >= 0) names.splice(index, 1);
		return index < 0;
	});
}

/** Whether documents are with the customer already, so that no other can be added. */
export const isHandedOver = (documents: IDataObject[]): boolean =>
	documents.some(({ status }) => status !== 'ATTACHED');

/** Refuses to go on with a session that was handed over without some of the files. */
export function checkResumable(
	{ sessionId }: SessionOfUser,
	absent: InputFile[],
	attached: IDataObject[],
): void {
	if (!isHandedOver(attached) || absent.length === 0) return;
	throw new UserError(`Contract session ${sessionId} has been handed over without all files`, {
		description: `Not in it: ${absent.map(({ name }) => name).join(', ')}. Nothing can be added now: start another session for them.`,
	});
}

/** Asks for the link of a session that an earlier run handed over; the vendor may give it only once. */
export async function handOverAgain(tools: Tools, session: SessionOfUser): Promise<IDataObject> {
	const handed = await tools.callUnless([409], handOver, session);
	if (handed) return handed;
	throw new UserError(`Contract session ${session.sessionId} was handed over before`, {
		description:
			'All files are in it, and Flexperto does not give its signing link again. If the link has reached nobody, delete the session in Flexperto and run this again, or start one with another name.',
	});
}
