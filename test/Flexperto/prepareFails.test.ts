import type { NodeRun } from '../harness/runNode';
import { SESSIONS } from './requests';
import { useFlexperto } from './setup';
import { pdfItem, prepareFiles } from './signing';

const flexperto = useFlexperto();

/** Prepares three files; the vendor fails at the second attachment, before it has done it. */
async function failingPrepare(settings: Pick<NodeRun, 'continueOnFail' | 'onError'> = {}) {
	const { vendor, control } = flexperto();
	expect(await vendor.createUser()).toMatchObject({ id: 2 });
	await control.fault({ kind: 'status', status: 500, path: '*/attach', after: 1 });
	const item = await pdfItem(flexperto(), 'a.pdf', 'b.pdf', 'c.pdf');
	return await prepareFiles(flexperto(), item, {}, settings);
}

describe('a failure half way', () => {
	it('names the session and what is attached to it', async () => {
		const { error } = await failingPrepare();
		const { baseUrl } = flexperto().sandbox.flexperto;
		expect(error).toMatchObject({
			message: 'Flexperto failed to process the request [item 0]',
			description: [
				'Try again later.',
				'Whether Flexperto carried it out is unknown: look before running it again.',
				`POST ${baseUrl}${SESSIONS}/1/documents/attach: HTTP 500.`,
				'Done before: contract session 1 was started; "a.pdf" was attached as document 1.',
			].join(' '),
		});
	});

	it.each([{}, { id: null }, { id: { toString: 1 } }])(
		'names no document that the vendor gave no ID (%j)',
		async (body) => {
			await flexperto().control.fault({ kind: 'status', status: 200, body, path: '*/attach' });
			const { error } = await failingPrepare();
			expect(error?.description).toMatch(
				/"a\.pdf" was attached; "b\.pdf" was attached as document 1\.$/,
			);
		},
	);

	it.each([{ id: '' }, { id: { toString: 1 } }])(
		'says that a session may be there when the vendor gives it no ID (%j)',
		async (body) => {
			await flexperto().control.fault({ kind: 'status', status: 201, body, path: '*/initiate' });
			const { error } = await failingPrepare();
			expect(error).toMatchObject({
				message: 'Flexperto gave no ID for the contract session [item 0]',
				description: 'It may have been started: try again with Additional Fields > Resume by Name.',
			});
		},
	);

	it('gives the next step the session and what is attached, with Continue On Fail', async () => {
		const { json } = await failingPrepare({ continueOnFail: true });
		expect(json).toEqual([
			{
				error: 'Flexperto failed to process the request [item 0]',
				message: expect.stringContaining('Done before: contract session 1 was started'),
				details: {
					sessionId: '1',
					resumeHint: 'Set Additional Fields > Resume Session ID to 1 to go on',
					attached: [{ id: 1, name: 'a.pdf' }],
				},
			},
		]);
		expect(await flexperto().vendor.sessions()).toMatchObject([
			{ handedOver: false, documents: [{ id: 1, name: 'a.pdf' }] },
		]);
	});

	it('tells it in words at the error output', async () => {
		const { output } = await failingPrepare({ onError: 'continueErrorOutput' });
		expect(output[0]).toEqual([]);
		expect(output[1]?.map(({ json }) => json.message)).toEqual([
			expect.stringContaining('contract session 1 was started; "a.pdf" was attached'),
		]);
	});
});
