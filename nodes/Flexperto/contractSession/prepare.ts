import type { IDataObject } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';

import { flag } from '../../kit/choice';
import { additionalFields, options } from '../../kit/collection';
import { checkId, text } from '../../kit/field';
import { task } from '../../kit/task';
import type { Tools } from '../../kit/tools';
import { nameInForm, type InputFile } from '../../kit/upload';
import { inputFiles, propertyNames } from '../fields';
import { attachedData, attachedDocuments, attachFiles, checkFiles, missing } from './documents';
import { handOver as handOverSession } from './handOver';
import { initiate } from './initiate';
import {
	checkSessionsPerRun,
	maxSessionsPerRun,
	newSession,
	newSessionDetails,
} from './newSession';

const handOver = flag(
	'Hand Over',
	true,
	'Whether to hand the documents over for signature and return the signing link',
);

const resumeSessionId = text('Resume Session ID', {
	description:
		'A session that an earlier run left half done: files whose names it has already are not attached again',
	placeholder: 'e.g. 13',
	check: checkId,
});

const oneSessionForAllItems = flag(
	'One Session for All Items',
	false,
	'Whether the files of all input items go into one session, with the inputs of the first item',
);

export const prepare = task({
	name: 'Prepare for Signature',
	action: 'Prepare a contract session for signature',
	description: 'Start a contract session, attach all files and hand it over in one step',
	docs: 'seed 000, "Asynchronous Flow"',
	humanOnly: true,
	fields: {
		...newSession,
		...inputFiles,
		additionalFields: additionalFields({ ...newSessionDetails, handOver, resumeSessionId }),
		options: options({ maxSessionsPerRun }),
	},
	joint: { oneSessionForAllItems },
	async check({ binaryPropertyName, options }, tools, sessions) {
		checkSessionsPerRun(options, sessions);
		checkFiles(await tools.files(propertyNames(binaryPropertyName)));
	},
	async run(values, tools) {
		const { actingUserId, name, method, binaryPropertyName, additionalFields } = values;
		const { handOver: wanted = true, resumeSessionId: resumed } = additionalFields;
		const files = await tools.files(propertyNames(binaryPropertyName));
		const sessionId = resumed ?? (await startSession(tools, values));
		const session = { sessionId, actingUserId };
		const attached = resumed ? await attachedDocuments(tools, session) : [];
		tools.done(`contract session ${sessionId} ${resumed ? 'is resumed' : 'was started'}`, {
			sessionId,
			resumeHint: `Set Additional Fields > Resume Session ID to ${sessionId} to go on`,
			...attachedData(attached),
		});
		const absent = withoutAttached(files, attached);
		checkResumable(sessionId, absent, attached);
		checkFiles(absent, attached.length);
		const documents = [...attached, ...(await attachFiles(tools, session, absent, attached))];
		const handed = wanted ? await tools.call(handOverSession, session) : {};
		const json = { sessionId, name, method, documents, handedOver: wanted, ...handed };
		return [{ json }];
	},
});

async function startSession(
	tools: Tools,
	values: Parameters<typeof initiate.request>[0],
): Promise<string> {
	const { id } = await tools.call(initiate, values);
	if (typeof id === 'number' || typeof id === 'string') return String(id);
	const next = 'It may have been started: look for it by its name with Get Many, then resume it.';
	throw missing('ID for the contract session', next);
}

/** The files that the session does not have yet, by name; the same name may occur several times. */
function withoutAttached(files: InputFile[], attached: IDataObject[]): InputFile[] {
	const names = attached.map(({ name }) => name);
	return files.filter((file) => {
		const index = names.indexOf(nameInForm(file.name));
		if (index >= 0) names.splice(index, 1);
		return index < 0;
	});
}

function checkResumable(sessionId: string, absent: InputFile[], attached: IDataObject[]): void {
	const closed = attached.find(({ status }) => status !== 'ATTACHED');
	if (!closed || absent.length === 0) return;
	throw new UserError(`Contract session ${sessionId} has been handed over without all files`, {
		description: `Not in it: ${absent.map(({ name }) => name).join(', ')}. Nothing can be added now: start another session for them.`,
	});
}
