import { DOCUMENTS, SESSIONS } from './requests';
import { useFlexperto } from './setup';

const flexperto = useFlexperto();

const again =
	'Nothing was output. Download it again; if it stays so, ask the vendor before anything is deleted there.';
const noFile = 'Nothing was output. Try again later, or check where the file is asked from.';

describe.each([
	['document.download', `${DOCUMENTS}/1/download`, 'document-1-signed.pdf'],
	['contractSession.downloadArchive', `${SESSIONS}/1/documents-archive`, 'contract-session-1.zip'],
	[
		'contractSession.downloadAuditReport',
		`${SESSIONS}/1/audit-report`,
		'contract-session-1-audit-report.pdf',
	],
] as const)('%s outputs nothing', (operation, path, fileName) => {
	/** Downloads from a signed session, after one fault of the vendor. */
	async function download(fault: Parameters<ReturnType<typeof flexperto>['control']['fault']>[0]) {
		const { run, vendor, control } = flexperto();
		const { id: expertId } = await vendor.createUser();
		await vendor.createSessions({ expertId, documents: 1, signed: true });
		await control.fault({ ...fault, path });
		const options = { maxRetries: 0 };
		const inputs = { actingUserId: `${expertId}`, sessionId: '1', documentId: '1', options };
		const { items, error } = await run(operation, { inputs });
		expect(items).toEqual([]);
		return error;
	}

	it('when a web page comes instead of the file', async () => {
		expect(await download({ kind: 'html' })).toMatchObject({
			message: `Flexperto sent a web page instead of a file for "${fileName}" [item 0]`,
			description: noFile,
		});
	});

	it('when a message comes instead of the file, and gives the message', async () => {
		const body = { message: 'The session is being packed' };
		expect(await download({ kind: 'status', status: 200, body })).toMatchObject({
			message: `Flexperto sent no file for "${fileName}": The session is being packed [item 0]`,
			description: noFile,
		});
	});

	it('when the file is empty', async () => {
		const headers = { 'content-type': 'application/octet-stream' };
		const fault = { kind: 'status', status: 200, headers, body: '' } as const;
		expect(await download(fault)).toMatchObject({
			message: `The file "${fileName}" is empty [item 0]`,
			description: again,
		});
	});

	it.each(['cutBody', 'resetMidBody'] as const)(
		'when the transfer breaks off (%s)',
		async (kind) => {
			const error = await download({ kind, bytes: 100 });
			expect(error?.message).toContain(`The transfer of "${fileName}" broke off`);
			expect(error?.description).toBe('Nothing was output. Try again later.');
		},
	);
});
