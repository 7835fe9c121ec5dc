import { task } from '../../kit/task';
import { inTurn } from '../../kit/turns';
import { contractSession, inputFiles, propertyNames, requiredActAsUser } from '../fields';
import { attachedDocuments, attachFiles, checkFiles } from './documents';
import { checkResumable } from './resume';

export const uploadDocument = task({
	name: 'Upload Document',
	action: 'Upload a document to a contract session',
	description: 'Upload files and attach them to the session, which must not be handed over yet',
	docs: 'seed 000, "Asynchronous Flow"',
	fields: { ...requiredActAsUser, ...contractSession, ...inputFiles },
	check: async ({ binaryPropertyName }, tools) =>
		checkFiles(await tools.files(propertyNames(binaryPropertyName))),
	async run({ actingUserId, sessionId, binaryPropertyName }, tools) {
		const session = { actingUserId, sessionId };
		// Items for the same session would not know of each other's files, nor keep their order.
		const turn = [tools.origin, 'contract session', sessionId];
		const documents = await inTurn(turn, async () => {
			const files = await tools.files(propertyNames(binaryPropertyName));
			const there = await attachedDocuments(tools, session);
			checkResumable(session, files, there);
			checkFiles(files, there.length);
			return await attachFiles(tools, session, files, there);
		});
		return documents.map((document) => ({ json: document }));
	},
});
