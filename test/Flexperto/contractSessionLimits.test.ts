import { useFlexperto } from './setup';
import { john, newSession } from './signing';

const flexperto = useFlexperto();

const pdf = { fileName: 'contract.pdf', mimeType: 'application/pdf' };

/** The inputs of a session of the first expert. */
const inputs = { ...newSession, actingUserId: '2' };

/** An item with a document; what a new session alone does not need does no harm. */
const item = async () => await flexperto().engine.fileItem(Buffer.from('%PDF-1.7 contract'), pdf);

const nothingWasSent = async () => expect(await flexperto().control.requests()).toEqual([]);

describe.each(['contractSession.initiate', 'contractSession.prepare'] as const)(
	'%s',
	(operation) => {
		beforeEach(async () => {
			expect(await flexperto().vendor.createUser()).toMatchObject({ id: 2 });
		});

		it.each([
			[
				'an unknown method',
				{ method: '={{ "xes" }}' },
				'"Method" is "xes"',
				'Use one of: aes, qes, ves.',
			],
			[
				'a participant without an address',
				{ participant: { values: [{ ...john, email: '={{ "" }}' }] } },
				'"Email" is empty',
				'Enter a value or map one to it.',
			],
			['no name', { name: '={{ "" }}' }, '"Name" is empty', 'Enter a value or map one to it.'],
			[
				'no acting user',
				{ actingUserId: '={{ "" }}' },
				'"Act as User" is empty',
				'Pick one from the list or enter its ID.',
			],
			[
				'a meeting that is no number',
				{ additionalFields: { meetingId: 'tomorrow' } },
				'"Meeting ID" is not a number',
				'Enter one such as 15.',
			],
		])('is refused with %s before anything is sent', async (_, wrong, message, description) => {
			const { error } = await flexperto().run(operation, {
				inputs: { ...inputs, ...wrong },
				items: [await item()],
			});
			expect(error).toMatchObject({ message: `${message} [item 0]`, description });
			await nothingWasSent();
		});

		it.each([
			['two participants', [john, { ...john, email: 'jane@example.com' }], 'At most 1 field'],
			['no participant', [], 'At least 1 field is required'],
		])('is refused with %s, by n8n itself', async (_, values, message) => {
			const wrong = { ...inputs, participant: { values } };
			const refused = async () => await flexperto().run(operation, { inputs: wrong });
			await expect(refused()).rejects.toThrow(message);
			await nothingWasSent();
		});

		it.each([false, true])(
			'is refused for more than one session a run before anything is sent (Continue On Fail: %s)',
			async (continueOnFail) => {
				const { run, vendor } = flexperto();
				const items = [await item(), await item()];
				const result = await run(operation, { inputs, items, continueOnFail });
				const message = 'This run would start 2 contract sessions, but 1 at most may be';
				const description = expect.stringMatching(
					/forbids to request signatures in bulk. Nothing was sent. .* Options > Max Sessions per Run/,
				);
				if (continueOnFail) {
					expect(result.json).toEqual([
						{ error: `${message} [item 0]`, message: description },
						{ error: `${message} [item 1]`, message: description },
					]);
				} else expect(result.error).toMatchObject({ message: `${message} [item 0]`, description });
				await nothingWasSent();
				expect(await vendor.sessions()).toEqual([]);
			},
		);

		it('starts as many sessions as the user allows, and one only once', async () => {
			const { run, vendor } = flexperto();
			const options = { maxSessionsPerRun: 2 };
			const { items } = await run(operation, {
				inputs: { ...inputs, options },
				items: [await item(), await item()],
			});
			expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
			expect(await vendor.sessions()).toHaveLength(2);
		});
	},
);

it.each([
	['initiate', 'Initiate'],
	['prepare', 'Prepare for Signature'],
	['handOver', 'Hand Over'],
])('signing is not available to an AI agent: %s', async (operation, name) => {
	const { run, vendor } = flexperto();
	const { id: expertId } = await vendor.createUser();
	await vendor.createSessions({ expertId, documents: 1 });
	const { toolResults } = await run(`contractSession.${operation}`, {
		inputs: { ...inputs, sessionId: '1' },
		items: [await item()],
		asTool: true,
	});
	expect(toolResults).toMatchObject([
		{
			items: [
				{
					error: `"${name}" is not available to AI agents`,
					message: 'A person must start it: use the node as a step of a workflow.',
				},
			],
		},
	]);
	await nothingWasSent();
});

it('lets an AI agent use what starts no signature', async () => {
	const { run, vendor } = flexperto();
	await vendor.createSessions();
	const { toolResults } = await run('contractSession.getAll', { asTool: true });
	expect(toolResults).toMatchObject([{ items: [{ id: 1, name: 'Contract 1' }] }]);
});
