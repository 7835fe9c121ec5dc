import type { INodeExecutionData } from 'n8n-workflow';

import type { Fault } from '../../sandbox/faults';
import { onLinux, openFiles } from '../kit/openFiles';
import { useFlexperto } from './setup';
import { pdfItem } from './signing';

const flexperto = useFlexperto();

/** Uploads one file to a session while one answer of the vendor is another than usual. */
async function upload(fault: Fault, item?: INodeExecutionData) {
	const { run, vendor, control } = flexperto();
	const { id: expertId } = await vendor.createUser();
	await vendor.createSessions({ expertId });
	await control.fault(fault);
	const inputs = { actingUserId: `${expertId}`, sessionId: '1', binaryPropertyName: 'file0' };
	const items = [item ?? (await pdfItem(flexperto(), 'a.pdf'))];
	const { error } = await run('contractSession.uploadDocument', { inputs, items });
	const attached = await control.requests({ path: '*/attach' });
	const uploaded = await control.requests({ host: 'upload' });
	return { error, attached, uploaded };
}

const answer = (path: string, body: unknown): Fault => ({
	kind: 'status',
	status: 200,
	path,
	body,
});
const uploadUrl = '*/documents/upload-url';

it('uploads nothing when the vendor gives no address for it', async () => {
	const { error, uploaded } = await upload(answer(uploadUrl, {}));
	expect(error?.message).toBe('Flexperto gave no upload address for "a.pdf" [item 0]');
	expect(error?.description).toContain('The file is not attached.');
	expect(uploaded).toEqual([]);
});

it.each(['http://192.0.2.1/upload?token=secret', 'ftp://uploads.example.com', 'uploads'])(
	'uploads nothing to an address that is not safe: %s',
	async (url) => {
		const { error, uploaded } = await upload(answer(uploadUrl, { url }));
		expect(error).toMatchObject({
			message: 'Flexperto gave a link that is not safe to use [item 0]',
			description: 'Only links that start with https:// are followed. Ask the vendor about it.',
		});
		expect(JSON.stringify(error)).not.toContain('secret');
		expect(uploaded).toEqual([]);
	},
);

onLinux('leaves no file open when the file storage cannot be reached', async () => {
	const file = { fileName: 'a.pdf', mimeType: 'application/pdf', property: 'file0' };
	const large = await flexperto().engine.fileItem(Buffer.alloc(1_000_000, 'contract '), file);
	const nowhere = answer(uploadUrl, { url: 'http://127.0.0.1:9/upload' });
	const { error } = await upload(nowhere, large);
	expect(error?.message).toBe("Flexperto's file storage could not be reached [item 0]");
	expect(await openFiles()).toEqual([]);
});

it('does not send a file on to where the upload is redirected', async () => {
	const { control, sandbox } = flexperto();
	const location = `${sandbox.flexperto.storageUrl}/elsewhere`;
	const { error } = await upload({ kind: 'redirect', location, host: 'upload', status: 307 });
	expect(error?.message).toBe("Flexperto's file storage redirected the request [item 0]");
	expect(await control.requests({ host: 'storage' })).toEqual([]);
});

it('attaches nothing when the upload gives no ID', async () => {
	const { error, attached, uploaded } = await upload(
		answer('/api/v1/files/upload', { name: 'a.pdf' }),
	);
	expect(error?.message).toBe('Flexperto gave no ID for the upload of "a.pdf" [item 0]');
	expect(uploaded).toHaveLength(1);
	expect(attached).toEqual([]);
});
