import { RESERVE, SESSIONS, USERS } from './requests';
import { useFlexperto } from './setup';
import { newSession, pdfItem } from './signing';

const flexperto = useFlexperto();

const unknown = 'Whether Flexperto carried it out is unknown: look before running it again.';

/** An expert with a session, a file uploaded to it, and whatever the steps need. */
async function inputs() {
	const { vendor } = flexperto();
	const { id: expertId } = await vendor.createUser();
	const [created] = await vendor.createSessions({ expertId, documents: 1 });
	return {
		...newSession,
		actingUserId: `${expertId}`,
		sessionId: `${created?.session.id}`,
		fileId: `${created?.documents[0]?.original_file_id}`,
		binaryPropertyName: 'file0',
		accessLinkNotBefore: '2026-03-01T10:00Z',
		accessLinkValidUntil: '2026-03-01T11:00Z',
		email: 'nathan@example.com',
		firstName: 'Nathan',
		lastName: 'Smith',
		roles: ['EXPERT'],
	};
}

const lostAnswers = [
	{ kind: 'reset', when: 'after' },
	{ kind: 'status', status: 502, when: 'after' },
	{ kind: 'cutJson', when: 'after' },
	{ kind: 'html', when: 'after' },
] as const;

const steps = [
	['user.create', USERS],
	['meeting.reserve', RESERVE],
	['contractSession.initiate', `${SESSIONS}/initiate`],
	['contractSession.attachDocument', `${SESSIONS}/1/documents/attach`],
	['contractSession.handOver', `${SESSIONS}/1/handover`],
	['contractSession.prepare', `${SESSIONS}/initiate`],
	['contractSession.prepare', `${SESSIONS}/2/documents/attach`],
	['contractSession.prepare', `${SESSIONS}/2/handover`],
	['contractSession.prepare', '/api/v1/files/upload'],
	['contractSession.uploadDocument', `${SESSIONS}/1/documents/attach`],
] as const;

describe.each(steps)('%s when the answer of %s is lost', (operation, path) => {
	it.each(lostAnswers)(
		'sends it exactly once and says that the outcome is unknown (%o)',
		async (fault) => {
			const { run, control } = flexperto();
			const items = [await pdfItem(flexperto(), 'a.pdf')];
			const given = await inputs();
			if (operation === 'contractSession.attachDocument') {
				await flexperto().vendor.deleteDocument(1);
			}
			await control.fault({ ...fault, path });
			const { error } = await run(operation, { inputs: given, items });
			expect(error?.description).toContain(
				path.startsWith('/api/v2')
					? unknown
					: unknown.replace('Flexperto', "Flexperto's file storage"),
			);
			expect(error?.description).not.toContain('attempts');
			const sent = await control.requests({ path });
			expect(sent).toHaveLength(1);
		},
	);
});

it('names the session whose document may or may not be attached, and resumes without a double', async () => {
	const { run, control, vendor } = flexperto();
	const item = await pdfItem(flexperto(), 'a.pdf', 'b.pdf');
	const given = { ...(await inputs()), binaryPropertyName: 'file0,file1' };
	await control.fault({ kind: 'reset', when: 'after', path: '*/attach', after: 1 });
	const { error } = await run('contractSession.prepare', { inputs: given, items: [item] });
	expect(error?.description).toContain(
		'Done before: contract session 2 was started; "a.pdf" was attached as document 2.',
	);
	const resumed = { ...given, additionalFields: { resumeSessionId: '2' } };
	const { json } = await run('contractSession.prepare', { inputs: resumed, items: [item] });
	expect(json).toMatchObject([{ documents: [{ name: 'a.pdf' }, { name: 'b.pdf' }] }]);
	const [, session] = await vendor.sessions();
	expect(session).toMatchObject({ handedOver: true, documents: [{ id: 2 }, { id: 3 }] });
});

it('does not go on with a session of which the vendor gave no ID', async () => {
	const { run, control } = flexperto();
	const given = await inputs();
	const items = [await pdfItem(flexperto(), 'a.pdf')];
	await control.fault({ kind: 'status', status: 201, body: {}, when: 'after', path: '*/initiate' });
	const { error } = await run('contractSession.prepare', { inputs: given, items });
	expect(error?.message).toContain('no ID');
	const paths = (await control.requests()).map((request) => request.path);
	expect(paths).toEqual([`${SESSIONS}/initiate`]);
});

it('repeats what may be repeated: the upload URL', async () => {
	const { run, control } = flexperto();
	const given = await inputs();
	const items = [await pdfItem(flexperto(), 'a.pdf')];
	await control.fault({ kind: 'status', status: 503, path: '*/upload-url' });
	const { error } = await run('contractSession.prepare', { inputs: given, items });
	expect(error).toBeUndefined();
	expect(await control.requests({ path: '*/upload-url' })).toHaveLength(2);
});

it('repeats what the vendor turned away because of too many requests, even a hand-over', async () => {
	const { run, control } = flexperto();
	const headers = { 'retry-after': '0' };
	await control.fault({ kind: 'status', status: 429, headers, path: '*/handover' });
	const { json } = await run('contractSession.handOver', { inputs: await inputs() });
	expect(json).toMatchObject([{ sessionId: '1', url: expect.any(String) }]);
	expect(await control.requests({ path: '*/handover' })).toHaveLength(2);
});
