import type { INodeExecutionData } from 'n8n-workflow';

import { DOCUMENTS, received, SESSIONS } from './requests';
import { useFlexperto } from './setup';
import { pdfItem, prepareFiles } from './signing';

const flexperto = useFlexperto();

const threeFiles = async () => await pdfItem(flexperto(), 'a.pdf', 'b.pdf', 'c.pdf');

beforeEach(async () => {
	expect(await flexperto().vendor.createUser()).toMatchObject({ id: 2 });
});

const prepare = async (
	item: INodeExecutionData,
	fields: { resumeSessionId?: string; handOver?: boolean } = {},
	settings = {},
) => await prepareFiles(flexperto(), item, fields, settings);

/** The second attachment fails before the vendor has done it. */
const failAtSecondAttachment = async () =>
	await flexperto().control.fault({ kind: 'status', status: 500, path: '*/attach', after: 1 });

const namesInSession = async () =>
	(await flexperto().vendor.sessions()).map(({ documents }) => documents.map(({ name }) => name));

describe('resuming a session', () => {
	it('attaches only what is missing, and hands over', async () => {
		const { control } = flexperto();
		await failAtSecondAttachment();
		await prepare(await threeFiles());
		await control.clearRequests();

		const { json } = await prepare(await threeFiles(), { resumeSessionId: '1' });
		const each = [
			`GET ${SESSIONS}/1/documents/upload-url`,
			expect.stringMatching('^POST /api/v1/files/upload'),
			`POST ${SESSIONS}/1/documents/attach`,
		];
		expect(received(await control.requests()).map(({ request }) => request)).toEqual([
			`GET ${DOCUMENTS}?sessionId=1&limit=100&offset=0`,
			...each,
			...each,
			`GET ${SESSIONS}/1/handover`,
		]);
		expect(await namesInSession()).toEqual([['a.pdf', 'b.pdf', 'c.pdf']]);
		expect(json).toMatchObject([
			{
				sessionId: '1',
				handedOver: true,
				documents: [{ name: 'a.pdf' }, { name: 'b.pdf' }, { name: 'c.pdf' }],
				url: expect.any(String),
			},
		]);
	});

	it('names again what is attached when it fails again', async () => {
		await failAtSecondAttachment();
		await prepare(await threeFiles());
		await flexperto().control.clearFaults();
		await failAtSecondAttachment();
		const { json } = await prepare(
			await threeFiles(),
			{ resumeSessionId: '1' },
			{ continueOnFail: true },
		);
		expect(json).toMatchObject([
			{
				message: expect.stringContaining('contract session 1 is resumed'),
				details: {
					sessionId: '1',
					attached: [
						{ id: 1, name: 'a.pdf' },
						{ id: 2, name: 'b.pdf' },
					],
				},
			},
		]);
	});

	it('attaches no file twice, whatever its name and even if two have the same', async () => {
		const names = ['"a".pdf', 'Verträge.pdf', 'line\nbreak.pdf', 'same.pdf', 'same.pdf'];
		const item = await pdfItem(flexperto(), ...names);
		await prepare(item, { handOver: false });
		const before = await namesInSession();
		expect(before[0]).toHaveLength(5);
		const { error } = await prepare(item, { resumeSessionId: '1', handOver: false });
		expect(error).toBeUndefined();
		expect(await namesInSession()).toEqual(before);
	});

	it('counts the documents that are there already', async () => {
		const { vendor, control } = flexperto();
		await vendor.createSessions({ expertId: 2, documents: 18 });
		await control.clearRequests();
		const { error } = await prepare(await threeFiles(), { resumeSessionId: '1' });
		expect(error?.message).toBe(
			'"Input Binary Field" would make 21 documents, 18 of them there already, but a session holds 20 [item 0]',
		);
		expect(await control.requests()).toHaveLength(1);
	});

	it('is refused when the session was handed over without all files', async () => {
		const { vendor, control } = flexperto();
		await prepare(await pdfItem(flexperto(), 'a.pdf'));
		await control.clearRequests();
		const { error } = await prepare(await threeFiles(), { resumeSessionId: '1' });
		expect(error).toMatchObject({
			message: 'Contract session 1 has been handed over without all files [item 0]',
			description: expect.stringMatching(
				/^Not in it: b.pdf, c.pdf. Nothing can be added now: start another session for them./,
			),
		});
		expect(await control.requests()).toHaveLength(1);
		expect(await vendor.sessions()).toHaveLength(1);
	});

	it('says so when the session was handed over with all files', async () => {
		await prepare(await threeFiles());
		const { error } = await prepare(await threeFiles(), { resumeSessionId: '1' });
		expect(error?.message).toBe('Contract session 1 was handed over before [item 0]');
		expect(await namesInSession()).toEqual([['a.pdf', 'b.pdf', 'c.pdf']]);
	});
});
