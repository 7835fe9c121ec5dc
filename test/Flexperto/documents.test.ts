import axios from 'axios';

import { sha256 } from '../kit/sha256';
import { onlyItem } from './onlyItem';
import { DOCUMENTS, SESSIONS } from './requests';
import { useFlexperto } from './setup';
import { secondOfTwoItemsFails } from './twoItems';

describe.each(['filesystem', 'default'] as const)('with binary data in mode %s', (binaryMode) => {
	const flexperto = useFlexperto({ binaryMode });

	/** A signed session with two documents and an open one with one, of one expert. */
	async function sessions() {
		const { vendor } = flexperto();
		const { id: expertId } = await vendor.createUser();
		await vendor.createSessions({ expertId, documents: 2, signed: true });
		await vendor.createSessions({ expertId, documents: 1 });
		return `${expertId}`;
	}

	/** What the vendor gives a client for the same path. */
	async function fromVendor(path: string, actingUserId?: string): Promise<Buffer> {
		const { baseUrl, apiKey } = flexperto().sandbox.flexperto;
		const headers = { 'api-key': apiKey, ...(actingUserId && { 'x-user-id': actingUserId }) };
		const config = { responseType: 'arraybuffer' as const, headers, proxy: false as const };
		const { data } = await axios.get<ArrayBuffer>(`${baseUrl}${path}`, config);
		return Buffer.from(data);
	}

	secondOfTwoItemsFails('document.getAll', flexperto, async ({ vendor, sandbox }) => {
		const { apiKey, baseUrl } = sandbox.flexperto;
		const actingUserId = await sessions();
		const [signed] = await vendor.sessions();
		return {
			inputs: { sessionId: '={{ $json.session }}', options: { actingUserId } },
			items: [{ session: 1 }, { session: 999 }],
			outputs: (signed?.documents ?? []).map((document) => ({ ...document })),
			error: {
				message: 'Flexperto does not know what was asked for: No contract session 999.',
				description: `Check the IDs of this item. GET ${baseUrl}${DOCUMENTS}: HTTP 404.`,
			},
			requests: [1, 999].map((session) => ({
				request: `GET ${DOCUMENTS}?sessionId=${session}&limit=50&offset=0`,
				apiKey,
				actingUserId,
			})),
		};
	});

	secondOfTwoItemsFails('document.download', flexperto, async ({ sandbox }) => {
		const { apiKey, baseUrl } = sandbox.flexperto;
		await sessions();
		const path = `${DOCUMENTS}/1/download?signed=true`;
		return {
			inputs: { documentId: '={{ $json.document }}' },
			items: [{ document: 1 }, { document: 3 }],
			outputs: [
				{
					documentId: '1',
					signed: true,
					fileName: 'document-1-signed.pdf',
					mimeType: 'application/pdf',
					sha256: sha256(await fromVendor(path)),
				},
			],
			error: {
				message:
					'Flexperto reports a conflict: The document is ATTACHED: there is no signed version yet.',
				description: `Look at the current state before trying again. GET ${baseUrl}${DOCUMENTS}/3/download: HTTP 409.`,
			},
			requests: [1, 3].map((document) => ({
				request: `GET ${DOCUMENTS}/${document}/download?signed=true`,
				apiKey,
			})),
		};
	});

	it.each([
		[undefined, 'signed', 'true'],
		[true, 'signed', 'true'],
		[false, 'unsigned', 'false'],
	])('downloads a document (signed: %s) as the %s version', async (signed, version, query) => {
		const { run, engine } = flexperto();
		const actingUserId = await sessions();
		const options = { actingUserId, ...(signed !== undefined && { signed }) };
		const inputs = { documentId: '1', options };
		const item = onlyItem(await run('document.download', { inputs }));
		const expected = await fromVendor(`${DOCUMENTS}/1/download?signed=${query}`);
		expect(await engine.buffer(item)).toEqual(expected);
		expect(item.json).toMatchObject({ signed: signed ?? true, sha256: sha256(expected) });
		expect(item.binary?.data).toMatchObject({
			fileName: `document-1-${version}.pdf`,
			mimeType: 'application/pdf',
			fileExtension: 'pdf',
		});
	});

	it('downloads the unsigned version without its own field, into the field the user names', async () => {
		const { run, engine } = flexperto();
		await sessions();
		const options = { signed: false, outputBinaryPropertyName: 'contract' };
		const item = onlyItem(await run('document.download', { inputs: { documentId: '3', options } }));
		expect(Object.keys(item.binary ?? {})).toEqual(['contract']);
		const expected = await fromVendor(`${DOCUMENTS}/3/download?signed=false`);
		expect(await engine.buffer(item, 'contract')).toEqual(expected);
	});

	it.each([
		['downloadArchive', 'documents-archive', 'contract-session-1.zip'],
		['downloadAuditReport', 'audit-report', 'contract-session-1-audit-report.pdf'],
	])('contractSession.%s gives the file the vendor has', async (operation, path, fileName) => {
		const { run, engine } = flexperto();
		const actingUserId = await sessions();
		const inputs = { actingUserId, sessionId: '1' };
		const item = onlyItem(await run(`contractSession.${operation}`, { inputs }));
		const content = await engine.buffer(item);
		const expected = await fromVendor(`${SESSIONS}/1/${path}`, actingUserId);
		expect(sha256(content)).toBe(sha256(expected));
		expect(item.json).toMatchObject({ sha256: sha256(expected), fileName });
		expect(item.binary?.data).toMatchObject({ fileName });
	});
});
