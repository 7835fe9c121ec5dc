import { sha256 } from '../kit/sha256';
import { onlyItem } from './onlyItem';
import { ARCHIVES } from './requests';
import { useFlexperto } from './setup';

describe.each(['filesystem', 'default'] as const)('with binary data in mode %s', (binaryMode) => {
	const flexperto = useFlexperto({ binaryMode });

	const download = async (archiveId: string, options = {}) =>
		await flexperto().run('archive.download', {
			inputs: { archiveId, options: { maxRetries: 0, ...options } },
		});

	/** An archive with a recording of a megabyte. */
	const archive = async () =>
		await flexperto().vendor.finishConference({ available: true, sizeBytes: 1_000_000 });

	it('streams the file the record describes into the field the user names', async () => {
		const { id, sha256CheckSum } = await archive();
		const item = onlyItem(await download(id, { outputBinaryPropertyName: 'zip' }));
		expect(Object.keys(item.binary ?? {})).toEqual(['zip']);
		const content = await flexperto().engine.buffer(item, 'zip');
		expect(content.length).toBeGreaterThan(1_000_000);
		expect(sha256(content)).toBe(sha256CheckSum);
		expect(item.json).toMatchObject({ id, sha256: sha256CheckSum, checksumVerified: true });
		const zip = {
			fileName: `archive-${id}.zip`,
			mimeType: 'application/zip',
			fileExtension: 'zip',
		};
		expect(item.binary?.zip).toMatchObject(zip);
		expect(item.binary?.zip?.id !== undefined).toBe(binaryMode === 'filesystem');
	});

	it('sends no credential to where the vendor redirects to', async () => {
		const { control } = flexperto();
		const { id } = await archive();
		await download(id);
		const [stored, ...more] = await control.requests({ host: 'storage' });
		expect(more).toEqual([]);
		expect(stored?.status).toBe(200);
		for (const name of ['api-key', 'x-user-id', 'authorization', 'cookie']) {
			expect(stored?.headers).not.toHaveProperty(name);
		}
	});

	it('outputs nothing when the file is not the one on record', async () => {
		const { vendor } = flexperto();
		const { id } = await archive();
		await vendor.corruptArchive(id);
		const { items, error, data } = await download(id);
		expect(items).toEqual([]);
		expect(error).toMatchObject({
			message: `The checksum of "archive-${id}.zip" is not the one the vendor recorded [item 0]`,
			description:
				'Nothing was output. Download it again; if it stays so, ask the vendor before anything is deleted there.',
		});
		expect(JSON.stringify(data)).not.toContain('X-Amz-Signature');
	});

	it('takes whatever comes when the user turns the check off, and says so', async () => {
		const { vendor } = flexperto();
		const { id, sha256CheckSum } = await archive();
		await vendor.corruptArchive(id);
		const item = onlyItem(await download(id, { verifyChecksum: false }));
		const content = await flexperto().engine.buffer(item);
		expect(item.json).toMatchObject({ checksumVerified: false, sha256: sha256(content) });
		expect(sha256(content)).not.toBe(sha256CheckSum);
	});

	it.each(['cutBody', 'resetMidBody'] as const)(
		'outputs nothing when the transfer breaks off (%s), with the check off as well',
		async (kind) => {
			const { control } = flexperto();
			const { id } = await archive();
			for (const verifyChecksum of [true, false]) {
				await control.fault({ kind, host: 'storage', bytes: 300_000 });
				const { items, error } = await download(id, { verifyChecksum });
				expect(items).toEqual([]);
				const brokeOff = `^The transfer of "archive-${id}.zip" broke off \\(\\w+\\) \\[item 0\\]$`;
				expect(error?.message).toMatch(new RegExp(brokeOff));
				expect(error?.description).toBe('Nothing was output. Try again later.');
			}
		},
	);
});

describe('an archive that is not there (yet, or any more)', () => {
	const flexperto = useFlexperto();
	const description =
		'Only archives that are AVAILABLE or ABANDONED have a file. Others may get one later, EXPIRED and FAILED ones do not.';

	it.each([
		['PROCESSING', 'it is PROCESSING'],
		['FAILED', 'it is FAILED (The camera was off.)'],
		['EXPIRED', 'it is EXPIRED'],
		['PACKING', 'it is PACKING'],
	])('in the state %s is refused with its state', async (status, reason) => {
		const { run, vendor, control } = flexperto();
		const { id } = await vendor.finishConference({ available: true });
		await vendor.setArchiveStatus(id, status, { error: 'The camera was off.' });
		const { error } = await run('archive.download', { inputs: { archiveId: id } });
		expect(error).toMatchObject({
			message: `Archive ${id} cannot be downloaded: ${reason} [item 0]`,
			description,
		});
		const paths = (await control.requests()).map(({ path }) => path);
		expect(paths).toEqual([`${ARCHIVES}/${id}`]);
	});

	it('in the state ABANDONED can be downloaded until it expires', async () => {
		const { run, vendor, control } = flexperto();
		const { id } = await vendor.finishConference({ available: true });
		await run('archive.abandon', { inputs: { archiveId: id } });
		const { items } = await run('archive.download', { inputs: { archiveId: id } });
		expect(items).toMatchObject([{ json: { status: 'ABANDONED', checksumVerified: true } }]);
		await control.advanceClock({ days: 3 });
		const { error } = await run('archive.download', { inputs: { archiveId: id } });
		expect(error?.message).toContain('it is EXPIRED');
	});
});

describe('the checksum of the record', () => {
	const flexperto = useFlexperto();

	const downloadWith = async (change: (checksum: string) => string | undefined) => {
		const { run, vendor, control } = flexperto();
		const archive = await vendor.finishConference({ available: true });
		const body = { ...archive, sha256CheckSum: change(String(archive.sha256CheckSum)) };
		await control.fault({ kind: 'status', status: 200, body, path: `${ARCHIVES}/${archive.id}` });
		return await run('archive.download', { inputs: { archiveId: archive.id } });
	};

	it('may be written in capitals', async () => {
		const { items } = await downloadWith((checksum) => checksum.toUpperCase());
		expect(items).toHaveLength(1);
	});

	it.each([undefined, ''])('is needed for the check (%j)', async (checksum) => {
		const { items, error } = await downloadWith(() => checksum);
		expect(items).toEqual([]);
		expect(error?.message).toMatch(/^Archive \w+ has no checksum to compare the file with/);
		expect(error?.description).toBe(
			'Ask Flexperto about it, or turn Options > Verify Checksum off.',
		);
	});
});
