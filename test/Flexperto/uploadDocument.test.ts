import type { INodeExecutionData } from 'n8n-workflow';

import { sha256 } from '../kit/sha256';
import { DOCUMENTS, SESSIONS } from './requests';
import { useFlexperto, type FlexpertoSetup } from './setup';
import { secondOfTwoItemsFails } from './twoItems';

const contract = Buffer.from(`%PDF-1.7 ${'contract '.repeat(20_000)}`);

/** An expert's session with some documents. */
async function session({ vendor }: FlexpertoSetup, documents = 0) {
	const { id: expertId } = await vendor.createUser();
	const [created] = await vendor.createSessions({ expertId, documents });
	return { actingUserId: `${expertId}`, sessionId: `${created?.session.id}` };
}

describe.each(['filesystem', 'default'] as const)('with binary data in mode %s', (binaryMode) => {
	const flexperto = useFlexperto({ binaryMode });

	const file = async (content: Buffer, fileName: string, property = 'data') =>
		await flexperto().engine.fileItem(content, { fileName, mimeType: 'application/pdf', property });

	/** What the upload host got. */
	const uploads = async () =>
		(await flexperto().control.requests({ host: 'upload' })).map(({ multipart }) => multipart);

	secondOfTwoItemsFails('contractSession.uploadDocument', flexperto, async (setup) => {
		const { actingUserId, sessionId } = await session(setup);
		const { apiKey, uploadUrl } = setup.sandbox.flexperto;
		const asked = (request: string) => ({ request, apiKey, actingUserId });
		const upload = `POST /api/v1/files/upload\\?token=.{100,}`;
		const each = [
			asked(`GET ${DOCUMENTS}?sessionId=${sessionId}&limit=100&offset=0`),
			asked(`GET ${SESSIONS}/${sessionId}/documents/upload-url`),
			// The token in the address is all the permission: neither key nor user.
			{ request: expect.stringMatching(`^${upload}$`) },
		];
		const body = { fileId: expect.stringMatching(/^[0-9a-f-]{36}$/) };
		return {
			inputs: { actingUserId, sessionId },
			items: [await file(contract, 'contract.pdf'), await file(Buffer.from('notes'), 'notes.txt')],
			outputs: [
				{
					id: 1,
					name: 'contract.pdf',
					status: 'ATTACHED',
					original_file_id: body.fileId,
					failure_reason: '',
					created_at: expect.any(String),
					updated_at: expect.any(String),
				},
			],
			error: {
				message:
					"Flexperto's file storage did not accept the request: notes.txt is not a PDF document.",
				description: `Check the inputs of this item. POST ${uploadUrl}/api/v1/files/upload?***: HTTP 422.`,
			},
			requests: [
				...each,
				{ ...asked(`POST ${SESSIONS}/${sessionId}/documents/attach`), body },
				...each,
			],
		};
	});

	it('sends the right bytes as form field "file", without a trace of the credential', async () => {
		const { run, control, sandbox } = flexperto();
		const items = [await file(contract, 'contract.pdf')];
		await run('contractSession.uploadDocument', { inputs: await session(flexperto()), items });
		const [upload] = await control.requests({ host: 'upload' });
		expect(upload?.multipart).toEqual({
			fields: ['file'],
			files: [
				{
					field: 'file',
					fileName: 'contract.pdf',
					mimeType: 'application/pdf',
					size: contract.length,
					sha256: sha256(contract),
				},
			],
		});
		const { headers = {} } = upload ?? {};
		for (const name of ['api-key', 'x-user-id', 'authorization', 'cookie']) {
			expect(headers).not.toHaveProperty(name);
		}
		expect(JSON.stringify(upload)).not.toContain(sandbox.flexperto.apiKey);
	});

	it('uploads several fields in the order given, each with its own upload URL', async () => {
		const { run, control } = flexperto();
		const contents = [contract, Buffer.from('%PDF-1.7 annex'), Buffer.from('%PDF-1.7 terms')];
		const item: INodeExecutionData = { json: {}, binary: {} };
		for (const [index, content] of contents.entries()) {
			const { binary } = await file(content, `${index}.pdf`, `file${index}`);
			Object.assign(item.binary ?? {}, binary);
		}
		const inputs = { ...(await session(flexperto())), binaryPropertyName: ' file2, file0 ,file1' };
		const { json, items } = await run('contractSession.uploadDocument', { inputs, items: [item] });
		expect(json.map(({ id, name }) => [id, name])).toEqual([
			[1, '2.pdf'],
			[2, '0.pdf'],
			[3, '1.pdf'],
		]);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([0, 0, 0].map(() => ({ item: 0 })));
		expect((await uploads()).map((upload) => upload?.files[0]?.sha256)).toEqual(
			[2, 0, 1].map((index) => sha256(contents[index] ?? Buffer.alloc(0))),
		);
		const tokens = (await control.requests({ host: 'upload' })).map(({ rawQuery }) => rawQuery);
		expect(new Set(tokens).size).toBe(3);
	});

	it.each([
		['umlauts', 'Verträge für Müller.pdf', 'Verträge für Müller.pdf'],
		['quotes', 'the "new" contract.pdf', 'the %22new%22 contract.pdf'],
		['line breaks', 'a\r\nX-Injected: yes\r\n\r\nb.pdf', 'a%0D%0AX-Injected: yes%0D%0A%0D%0Ab.pdf'],
		['other scripts and signs', '契約; filename=x 100%.pdf', '契約; filename=x 100%.pdf'],
	])('keeps the content whole when the file name has %s', async (_, name, sent) => {
		const items = [await file(contract, name)];
		const inputs = await session(flexperto());
		const { error } = await flexperto().run('contractSession.uploadDocument', { inputs, items });
		expect(error).toBeUndefined();
		expect(await uploads()).toMatchObject([
			{ fields: ['file'], files: [{ fileName: sent, sha256: sha256(contract) }] },
		]);
	});

	it('keeps the content whole when the MIME type has line breaks', async () => {
		const item = await file(contract, 'contract.pdf');
		Object.assign(item.binary?.data ?? {}, { mimeType: 'application/pdf\r\n\r\ninjected' });
		const inputs = await session(flexperto());
		await flexperto().run('contractSession.uploadDocument', { inputs, items: [item] });
		expect(await uploads()).toMatchObject([{ files: [{ sha256: sha256(contract) }] }]);
	});

	it('counts the files of all items for a session: of two that are too many together, the first goes in', async () => {
		const { run, vendor } = flexperto();
		const inputs = await session(flexperto(), 19);
		const { error, json } = await run('contractSession.uploadDocument', {
			inputs: { ...inputs, options: { batching: { values: { concurrentRequests: 2 } } } },
			items: [await file(contract, 'contract.pdf'), await file(contract, 'annex.pdf')],
			continueOnFail: true,
		});
		expect(error).toBeUndefined();
		expect(json).toMatchObject([
			{ name: 'contract.pdf' },
			{
				error: expect.stringMatching(/^"Input Binary Field" would make 21 documents.*\[item 1\]$/),
			},
		]);
		const [view] = await vendor.sessions();
		expect(view?.documents).toHaveLength(20);
	});

	it('sends nothing for a session that was handed over', async () => {
		const { run, vendor } = flexperto();
		const { id: expertId } = await vendor.createUser();
		const [handedOver] = await vendor.createSessions({ expertId, documents: 1, handedOver: true });
		const { error } = await run('contractSession.uploadDocument', {
			inputs: { actingUserId: `${expertId}`, sessionId: `${handedOver?.session.id}` },
			items: [await file(contract, 'contract.pdf')],
		});
		expect(error).toMatchObject({
			message: `Contract session ${handedOver?.session.id} has been handed over without all files [item 0]`,
			description:
				'Not in it: contract.pdf. Nothing can be added now: start another session for them.',
		});
		expect(await uploads()).toEqual([]);
	});
});
