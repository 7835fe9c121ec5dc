import { useFlexperto } from '../Flexperto/setup';
import { everythingOf, IN_DOUBT, requestLine, runWith } from './calls';
import { startPlainServer } from './plainServer';

// Whatever the vendor says, the credential stays with the vendor, and so does what was sent with it.

const flexperto = useFlexperto();
let elsewhere: Awaited<ReturnType<typeof startPlainServer>>;

beforeEach(async () => {
	elsewhere = await startPlainServer();
});
afterEach(async () => await elsewhere.close());

const redirect = (status: number) => ({
	kind: 'redirect' as const,
	status,
	location: `${elsewhere.url}/collect?token=of-the-vendor`,
});

describe.each([301, 302, 303, 307, 308])('a redirect with status %i', (status) => {
	it.each(['user.getAll', 'meeting.reserve'] as const)('is not followed by %s', async (call) => {
		const setup = flexperto();
		const result = await runWith(setup, call, redirect(status));
		expect(result.attempts).toBe(1);
		expect(result.error?.message).toBe('Flexperto redirected the request [item 0]');
		expect(result.error?.description).toBe(
			`Check the address in the credential: it is not sent to other addresses. ${
				call === 'meeting.reserve' ? IN_DOUBT : ''
			}${requestLine(setup, call)}: HTTP ${status}.`,
		);
		expect(elsewhere.received).toEqual([]);
		expect(everythingOf(result)).not.toContain('of-the-vendor');
	});

	it('of a download is followed without the credential', async () => {
		const { run, control, vendor, credential } = flexperto();
		const { id: archiveId } = await vendor.finishConference({ available: true });
		await control.fault({ ...redirect(status), path: '*/download' });
		const result = await run('archive.download', {
			inputs: { archiveId, options: { verifyChecksum: false } },
		});
		expect(result.status).toBe('success');
		expect(elsewhere.received).toMatchObject([
			{ method: 'GET', url: '/collect?token=of-the-vendor' },
		]);
		const [{ headers } = { headers: {} }] = elsewhere.received;
		for (const name of ['api-key', 'authorization', 'cookie', 'x-user-id']) {
			expect(headers).not.toHaveProperty(name);
		}
		expect(JSON.stringify(elsewhere.received)).not.toContain(credential.apiKey);
		expect(everythingOf(result)).not.toContain('of-the-vendor');
	});

	it('of an upload is not followed: contracts go to no other address', async () => {
		const { run, control, vendor, engine } = flexperto();
		const expert = await vendor.createUser();
		const [session] = await vendor.createSessions({ expertId: expert.id });
		await control.fault({ ...redirect(status), host: 'upload', times: 'always' });
		const file = { fileName: 'contract.pdf', mimeType: 'application/pdf' };
		const { error } = await run('contractSession.uploadDocument', {
			inputs: { actingUserId: String(expert.id), sessionId: String(session?.session.id) },
			items: [await engine.fileItem(Buffer.from('%PDF-1.4'), file)],
		});
		expect(error?.message).toBe("Flexperto's file storage redirected the request [item 0]");
		expect(elsewhere.received).toEqual([]);
	});
});
