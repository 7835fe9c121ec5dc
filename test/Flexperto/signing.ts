import type { IBinaryKeyData, INodeExecutionData } from 'n8n-workflow';

import type { NodeRun } from '../harness/runNode';
import type { FlexpertoSetup } from './setup';

/** The person who signs. */
export const john = {
	email: 'john.doe@example.com',
	firstname: 'John',
	lastname: 'Doe',
	mobile: '+49176123456789',
};

/** The inputs of a new contract session, but for the acting user. */
export const newSession = {
	name: 'Task-123 / Contract',
	method: 'aes',
	participant: { values: [john] },
};

/** An item with a PDF for each file name, in the binary fields file0, file1 and so on. */
export async function pdfItem(
	{ engine }: FlexpertoSetup,
	...fileNames: string[]
): Promise<INodeExecutionData> {
	const binary: IBinaryKeyData = {};
	for (const [index, fileName] of fileNames.entries()) {
		const content = Buffer.from(`%PDF-1.7 content of ${fileName}`);
		const file = { fileName, mimeType: 'application/pdf', property: `file${index}` };
		Object.assign(binary, (await engine.fileItem(content, file)).binary);
	}
	return { json: {}, binary };
}

/** Prepares the files of an item for signature in the name of a user, without repetitions. */
export async function prepareFiles(
	{ run }: FlexpertoSetup,
	item: INodeExecutionData,
	additionalFields: { resumeByName?: boolean; resumeSessionId?: string; handOver?: boolean } = {},
	settings: Pick<NodeRun, 'continueOnFail' | 'onError'> = {},
) {
	const inputs = {
		...newSession,
		actingUserId: '2',
		binaryPropertyName: Object.keys(item.binary ?? {}).join(','),
		additionalFields,
		options: { maxRetries: 0 },
	};
	return await run('contractSession.prepare', { inputs, items: [item], ...settings });
}
