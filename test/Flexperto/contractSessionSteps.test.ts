import { SESSIONS } from './requests';
import { useFlexperto, type FlexpertoSetup } from './setup';
import { secondOfTwoItemsFails } from './twoItems';

const flexperto = useFlexperto();

/** Sessions of one expert: one with a document, and one that is handed over already. */
async function sessions({ vendor, sandbox }: FlexpertoSetup) {
	const { id: expertId } = await vendor.createUser();
	const [open] = await vendor.createSessions({ expertId, documents: 1 });
	const [closed] = await vendor.createSessions({ expertId, documents: 1, handedOver: true });
	if (!open || !closed) throw new Error('no sessions');
	const { apiKey, baseUrl } = sandbox.flexperto;
	const both = [open.session.id, closed.session.id];
	return { open, closed, both, apiKey, baseUrl, actingUserId: `${expertId}` };
}

const handedOverAlready =
	'Flexperto reports a conflict: The contract session has been handed over for signature already.';

secondOfTwoItemsFails('contractSession.getUploadUrl', flexperto, async (setup) => {
	const { both, apiKey, baseUrl, actingUserId } = await sessions(setup);
	const { uploadUrl } = setup.sandbox.flexperto;
	return {
		inputs: { actingUserId, sessionId: '={{ $json.session }}' },
		items: both.map((session) => ({ session })),
		outputs: [{ url: expect.stringMatching(`^${uploadUrl}/api/v1/files/upload\\?token=.{100,}`) }],
		error: {
			message: handedOverAlready,
			description: `Look at the current state before trying again. GET ${baseUrl}${SESSIONS}/${both[1]}/documents/upload-url: HTTP 409.`,
		},
		requests: both.map((session) => ({
			request: `GET ${SESSIONS}/${session}/documents/upload-url`,
			apiKey,
			actingUserId,
		})),
	};
});

secondOfTwoItemsFails('contractSession.attachDocument', flexperto, async (setup) => {
	const { open, apiKey, baseUrl, actingUserId } = await sessions(setup);
	const { session, documents } = open;
	const [{ id, original_file_id: fileId } = { id: 0, original_file_id: '' }] = documents;
	await setup.vendor.deleteDocument(id);
	const request = `POST ${SESSIONS}/${session.id}/documents/attach`;
	return {
		inputs: { actingUserId, sessionId: `${session.id}`, fileId: '={{ $json.file }}' },
		items: [{ file: fileId }, { file: 'unknown-file' }],
		outputs: [
			{
				id: id + 2,
				name: 'document-1.pdf',
				status: 'ATTACHED',
				original_file_id: fileId,
				failure_reason: '',
				created_at: expect.any(String),
				updated_at: expect.any(String),
			},
		],
		error: {
			message:
				'Flexperto did not accept the request: fileId: no such file has been uploaded for this session.',
			description: `Check the inputs of this item. POST ${baseUrl}${SESSIONS}/${session.id}/documents/attach: HTTP 422.`,
		},
		requests: [
			{ request, apiKey, actingUserId, body: { fileId } },
			{ request, apiKey, actingUserId, body: { fileId: 'unknown-file' } },
		],
	};
});

secondOfTwoItemsFails('contractSession.handOver', flexperto, async (setup) => {
	const { open, both, apiKey, baseUrl, actingUserId } = await sessions(setup);
	const signing = open.session.meta.foreign_session_id;
	return {
		inputs: { actingUserId, sessionId: '={{ $json.session }}' },
		items: both.map((session) => ({ session })),
		outputs: [
			{
				sessionId: `${both[0]}`,
				url: `${baseUrl}/signature/index?sessionid=${signing}&lang=de`,
			},
		],
		error: {
			message: handedOverAlready,
			description: `Look at the current state before trying again. GET ${baseUrl}${SESSIONS}/${both[1]}/handover: HTTP 409.`,
		},
		requests: both.map((session) => ({
			request: `GET ${SESSIONS}/${session}/handover`,
			apiKey,
			actingUserId,
		})),
	};
});

it('hands a session over: its documents are UPLOADED then', async () => {
	const { open, actingUserId } = await sessions(flexperto());
	const { run, vendor } = flexperto();
	const inputs = { actingUserId, sessionId: `${open.session.id}` };
	await run('contractSession.handOver', { inputs });
	const [handed] = await vendor.sessions();
	expect(handed).toMatchObject({ handedOver: true, documents: [{ status: 'UPLOADED' }] });
});

describe.each([
	['downloadArchive', 'documents-archive'],
	['downloadAuditReport', 'audit-report'],
])('the evidence of a signed session: %s', (operation, path) => {
	secondOfTwoItemsFails(`contractSession.${operation}`, flexperto, async (setup) => {
		const { both, closed, apiKey, baseUrl, actingUserId } = await sessions(setup);
		await setup.vendor.signSession(closed.session.id);
		const [open, signed] = both;
		const archive = operation === 'downloadArchive';
		return {
			inputs: { actingUserId, sessionId: '={{ $json.session }}' },
			items: [{ session: signed }, { session: open }],
			outputs: [
				{
					sessionId: `${signed}`,
					fileName: `contract-session-${signed}${archive ? '.zip' : '-audit-report.pdf'}`,
					mimeType: archive ? 'application/zip' : 'application/pdf',
					sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
				},
			],
			error: {
				message:
					'Flexperto reports a conflict: The contract session is not completed: signatures are missing.',
				description: `Look at the current state before trying again. GET ${baseUrl}${SESSIONS}/${open}/${path}: HTTP 409.`,
			},
			requests: [signed, open].map((session) => ({
				request: `GET ${SESSIONS}/${session}/${path}`,
				apiKey,
				actingUserId,
			})),
		};
	});
});
