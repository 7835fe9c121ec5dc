import type { IBinaryKeyData, INodeExecutionData } from 'n8n-workflow';

import { DOCUMENTS } from './requests';
import { useFlexperto } from './setup';
import { newSession } from './signing';

const flexperto = useFlexperto();

const pdf = { mimeType: 'application/pdf' };
const small = Buffer.from('%PDF-1.7 contract');
const large = (megabytes: number) => Buffer.concat([small], megabytes * 1_000_000);

/** An item with a file for each content, in the binary fields file0, file1 and so on. */
async function itemWith(contents: Buffer[]): Promise<INodeExecutionData> {
	const binary: IBinaryKeyData = {};
	for (const [index, content] of contents.entries()) {
		const file = { ...pdf, fileName: `${index}.pdf`, property: `file${index}` };
		Object.assign(binary, (await flexperto().engine.fileItem(content, file)).binary);
	}
	return { json: {}, binary };
}

const fieldNames = ({ binary = {} }: INodeExecutionData) => Object.keys(binary).join(',');

/** The inputs of either operation for an expert and a session with some documents. */
async function inputsFor(item: INodeExecutionData, documents = 0) {
	const { id: expertId } = await flexperto().vendor.createUser();
	const [created] = await flexperto().vendor.createSessions({ expertId, documents });
	return {
		actingUserId: `${expertId}`,
		sessionId: `${created?.session.id}`,
		...newSession,
		binaryPropertyName: fieldNames(item),
	};
}

describe.each(['contractSession.uploadDocument', 'contractSession.prepare'] as const)(
	'%s refuses before anything is sent',
	(operation) => {
		it.each([
			[
				'21 files',
				() => Array.from({ length: 21 }, () => small),
				'would make 21 documents, but a session holds 20',
				'Leave some out, or use a second session.',
			],
			[
				'51 MB in three files',
				() => [large(17), large(17), large(17)],
				'gives 51.0 MB in all, but a session holds 50 MB',
				'Leave some files out, or make them smaller.',
			],
			[
				'an empty file',
				() => [small, Buffer.alloc(0)],
				'gives the empty file "1.pdf"',
				'Leave it out.',
			],
		])('%s', async (_, contents, problem, description) => {
			const { run, control } = flexperto();
			const item = await itemWith(contents());
			const inputs = await inputsFor(item);
			const { error } = await run(operation, { inputs, items: [item] });
			expect(error).toMatchObject({
				message: `"Input Binary Field" ${problem} [item 0]`,
				description,
			});
			expect(await control.requests()).toEqual([]);
		});

		it('a binary field that is missing, whatever was found before it', async () => {
			const { run, control } = flexperto();
			const item = await itemWith([small]);
			const inputs = { ...(await inputsFor(item)), binaryPropertyName: 'file0,annex' };
			const { error } = await run(operation, { inputs, items: [item] });
			expect(error?.message).toMatch(/'annex'.* \[item 0\]$/);
			expect(error?.itemIndex).toBe(0);
			expect(await control.requests()).toEqual([]);
		});

		it.each(['__proto__', 'constructor'])('%s, which is no field', async (binaryPropertyName) => {
			const { run, control } = flexperto();
			const item = await itemWith([small]);
			const inputs = { ...(await inputsFor(item)), binaryPropertyName };
			const { error } = await run(operation, { inputs, items: [item] });
			expect(error?.message).toMatch(new RegExp(`${binaryPropertyName}.* \\[item 0\\]$`));
			expect(error?.message).not.toContain('type string');
			expect(await control.requests()).toEqual([]);
		});

		it.each(['={{ "" }}', ' , '])('no field name at all (%j)', async (binaryPropertyName) => {
			const { run, control } = flexperto();
			const item = await itemWith([small]);
			const inputs = { ...(await inputsFor(item)), binaryPropertyName };
			const { error } = await run(operation, { inputs, items: [item] });
			expect(error?.message).toBe('"Input Binary Field" is empty [item 0]');
			expect(await control.requests()).toEqual([]);
		});
	},
);

describe('contractSession.uploadDocument and the documents that are there already', () => {
	it('refuses more than 20 together, before uploading', async () => {
		const { run, control } = flexperto();
		const item = await itemWith([small, small, small]);
		const inputs = await inputsFor(item, 18);
		const { error } = await run('contractSession.uploadDocument', { inputs, items: [item] });
		expect(error).toMatchObject({
			message:
				'"Input Binary Field" would make 21 documents, 18 of them there already, but a session holds 20 [item 0]',
			description: 'Leave some out, or use a second session.',
		});
		const paths = (await control.requests()).map(({ method, path }) => `${method} ${path}`);
		expect(paths).toEqual([`GET ${DOCUMENTS}`]);
	});

	it('does not count those that are deleted', async () => {
		const { run, vendor } = flexperto();
		const item = await itemWith([small, small, small]);
		const inputs = await inputsFor(item, 18);
		await vendor.deleteDocument(1);
		const { json } = await run('contractSession.uploadDocument', { inputs, items: [item] });
		expect(json.map(({ name }) => name)).toEqual(['0.pdf', '1.pdf', '2.pdf']);
	});
});

it('uploads 50 MB in 20 files, the most a session holds', async () => {
	const { run, control } = flexperto();
	const item = await itemWith(Array.from({ length: 20 }, () => large(2.5)));
	const inputs = await inputsFor(item);
	const { json, error } = await run('contractSession.uploadDocument', { inputs, items: [item] });
	expect(error).toBeUndefined();
	expect(json).toHaveLength(20);
	const uploads = await control.requests({ host: 'upload' });
	expect(uploads.every(({ multipart }) => multipart?.files[0]?.size === 2_500_000)).toBe(true);
});
