import { SESSIONS } from './requests';
import { useFlexperto } from './setup';
import { john, newSession, pdfItem } from './signing';
import { secondOfTwoItemsFails } from './twoItems';

const flexperto = useFlexperto();

const asExpert = async () => {
	const { id } = await flexperto().vendor.createUser();
	return { ...newSession, actingUserId: `${id}`, binaryPropertyName: 'file0,file1' };
};
const upload = expect.stringMatching(/^POST \/api\/v1\/files\/upload\?token=.{100,}$/);
const fileId = expect.stringMatching(/^[0-9a-f-]{36}$/);

secondOfTwoItemsFails('contractSession.prepare', flexperto, async (setup) => {
	const inputs = await asExpert();
	const { actingUserId } = inputs;
	const { apiKey, baseUrl, uploadUrl } = setup.sandbox.flexperto;
	const asked = (request: string, body?: unknown) => ({ request, apiKey, actingUserId, body });
	const initiate = asked(`POST ${SESSIONS}/initiate`, {
		name: newSession.name,
		method: 'aes',
		participants: [john],
	});
	const uploadUrlOf = (session: number) => asked(`GET ${SESSIONS}/${session}/documents/upload-url`);
	const attach = asked(`POST ${SESSIONS}/1/documents/attach`, { fileId });
	const broken = await setup.engine.fileItem(Buffer.from('notes'), {
		fileName: 'notes.txt',
		mimeType: 'text/plain',
		property: 'file0',
	});
	Object.assign(broken.binary ?? {}, (await pdfItem(setup, 'none.pdf', 'b.pdf')).binary, {
		...broken.binary,
	});
	return {
		inputs: { ...inputs, options: { maxSessionsPerRun: 2 } },
		items: [await pdfItem(setup, 'a.pdf', 'b.pdf'), broken],
		outputs: [
			{
				sessionId: '1',
				name: newSession.name,
				method: 'aes',
				documents: ['a.pdf', 'b.pdf'].map((name, index) => ({
					id: index + 1,
					name,
					status: 'ATTACHED',
					original_file_id: fileId,
					failure_reason: '',
					created_at: expect.any(String),
					updated_at: expect.any(String),
				})),
				handedOver: true,
				resumed: false,
				url: expect.stringMatching(`^${baseUrl}/signature/index\\?sessionid=\\w+&lang=de$`),
			},
		],
		error: {
			message:
				"Flexperto's file storage did not accept the request: notes.txt is not a PDF document.",
			description: `Check the inputs of this item. POST ${uploadUrl}/api/v1/files/upload?***: HTTP 422. Done before: contract session 2 was started.`,
			details: {
				sessionId: '2',
				resumeHint: 'Set Additional Fields > Resume Session ID to 2 to go on',
				attached: [],
			},
		},
		requests: [
			initiate,
			uploadUrlOf(1),
			{ request: upload },
			attach,
			uploadUrlOf(1),
			{ request: upload },
			attach,
			asked(`GET ${SESSIONS}/1/handover`),
			initiate,
			uploadUrlOf(2),
			{ request: upload },
		],
	};
});

it('leaves the session open when the user does not want to hand it over', async () => {
	const { run, vendor, control } = flexperto();
	const inputs = { ...(await asExpert()), additionalFields: { handOver: false } };
	const items = [await pdfItem(flexperto(), 'a.pdf', 'b.pdf')];
	const { json } = await run('contractSession.prepare', { inputs, items });
	expect(json).toMatchObject([{ sessionId: '1', handedOver: false }]);
	expect(json[0]).not.toHaveProperty('url');
	expect(await control.requests({ path: '*/handover' })).toEqual([]);
	expect(await vendor.sessions()).toMatchObject([{ handedOver: false }]);
});

it('starts the session during a meeting of the expert', async () => {
	const { run, control } = flexperto();
	const inputs = await asExpert();
	await run('meeting.reserve', {
		inputs: {
			actingUserId: inputs.actingUserId,
			accessLinkNotBefore: '2026-03-01T10:00Z',
			accessLinkValidUntil: '2026-03-01T11:00Z',
		},
	});
	const items = [await pdfItem(flexperto(), 'a.pdf', 'b.pdf')];
	const inMeeting = { ...inputs, additionalFields: { meetingId: '1' } };
	await run('contractSession.prepare', { inputs: inMeeting, items });
	expect(await control.requests({ path: '*/initiate' })).toMatchObject([
		{ body: { meeting_id: 1 } },
	]);
});
