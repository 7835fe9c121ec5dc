import { flag } from '../../kit/choice';
import { additionalFields, options } from '../../kit/collection';
import { checkId, text } from '../../kit/field';
import { textOf } from '../../kit/record';
import { task } from '../../kit/task';
import type { Tools } from '../../kit/tools';
import { inputFiles, propertyNames } from '../fields';
import {
	attachedData,
	attachedDocuments,
	attachFiles,
	checkFiles,
	missing,
	type SessionOfUser,
} from './documents';
import { handOver as handOverSession } from './handOver';
import { initiate } from './initiate';
import {
	checkSessionsPerRun,
	maxSessionsPerRun,
	newSession,
	newSessionDetails,
} from './newSession';
import {
	checkResumable,
	findSession,
	handOverAgain,
	isHandedOver,
	withoutAttached,
} from './resume';

const handOver = flag(
	'Hand Over',
	true,
	'Whether to hand the documents over for signature and return the signing link',
);

const resumeByName = flag(
	'Resume by Name',
	true,
	'Whether to go on with the session of this name, method, user and participant when an earlier run has begun it, instead of starting a second one. Do not run it twice at a time.',
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
		additionalFields: additionalFields({
			...newSessionDetails,
			handOver,
			resumeByName,
			resumeSessionId,
		}),
		options: options({ maxSessionsPerRun }),
	},
	joint: { oneSessionForAllItems },
	async check({ binaryPropertyName, options }, tools, sessions) {
		checkSessionsPerRun(options, sessions);
		checkFiles(await tools.files(propertyNames(binaryPropertyName)));
	},
	async run(values, tools) {
		const { actingUserId, name, method, binaryPropertyName, additionalFields } = values;
		const { handOver: wanted = true, resumeByName: byName, resumeSessionId } = additionalFields;
		const files = await tools.files(propertyNames(binaryPropertyName));
		const resumed = resumeSessionId ?? (byName ? await findSession(tools, values) : undefined);
		const sessionId = resumed ?? (await startSession(tools, values));
		const session = { sessionId, actingUserId };
		const attached = resumed ? await attachedDocuments(tools, session) : [];
		tools.done(`contract session ${sessionId} ${resumed ? 'is resumed' : 'was started'}`, {
			sessionId,
			resumeHint: `Set Additional Fields > Resume Session ID to ${sessionId} to go on`,
			...attachedData(attached),
		});
		const absent = withoutAttached(files, attached);
		checkResumable(session, absent, attached);
		checkFiles(absent, attached.length);
		const documents = [...attached, ...(await attachFiles(tools, session, absent, attached))];
		const wasHandedOver = isHandedOver(attached);
		const handed = wanted ? await link(tools, session, wasHandedOver) : {};
		const handedOver = wanted || wasHandedOver;
		const isResumed = resumed !== undefined;
		const json = { sessionId, name, method, documents, handedOver, resumed: isResumed, ...handed };
		return [{ json }];
	},
});

const link = async (tools: Tools, session: SessionOfUser, wasHandedOver: boolean) =>
	wasHandedOver ? await handOverAgain(tools, session) : await tools.call(handOverSession, session);

async function startSession(
	tools: Tools,
	values: Parameters<typeof initiate.request>[0],
): Promise<string> {
	const id = textOf((await tools.call(initiate, values)).id);
	if (id !== undefined) return id;
	const next = 'It may have been started: try again with Additional Fields > Resume by Name.';
	throw missing('ID for the contract session', next);
}
