import { useFlexperto } from './setup';
import { newSession, pdfItem } from './signing';

const flexperto = useFlexperto();

const joint = async () => ({
	...newSession,
	actingUserId: `${(await flexperto().vendor.createUser()).id}`,
	name: '={{ "Contract of item " + $itemIndex }}',
	binaryPropertyName: 'file0',
	options: { oneSessionForAllItems: true, maxRetries: 0 },
});
const threeItems = async () =>
	await Promise.all(['a', 'b', 'c'].map((name) => pdfItem(flexperto(), `${name}.pdf`)));

it('puts the files of all items into one, with the inputs of the first, paired with all', async () => {
	const { run, vendor } = flexperto();
	const inputs = await joint();
	const result = await run('contractSession.prepare', { inputs, items: await threeItems() });
	expect(result.items).toMatchObject([
		{ json: { sessionId: '1', name: 'Contract of item 0', handedOver: true } },
	]);
	expect(result.items[0]?.pairedItem).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
	const [session, ...more] = await vendor.sessions();
	expect(more).toEqual([]);
	expect(session?.documents.map(({ name }) => name)).toEqual(['a.pdf', 'b.pdf', 'c.pdf']);
});

it('fails for all of them together', async () => {
	const { run, control } = flexperto();
	await control.fault({ kind: 'status', status: 500, path: '*/handover' });
	const inputs = await joint();
	const items = await threeItems();
	const result = await run('contractSession.prepare', { inputs, items, continueOnFail: true });
	expect(result.items).toHaveLength(3);
	expect(result.items.map(({ pairedItem }) => pairedItem)).toEqual(
		[0, 1, 2].map((item) => ({ item })),
	);
	expect(new Set(result.json.map(({ error }) => error))).toEqual(
		new Set(['Flexperto failed to process the request [item 0]']),
	);
});

it('is refused before anything is sent when an item has no file', async () => {
	const { run, control } = flexperto();
	const [first = { json: {} }] = await threeItems();
	const items = [first, { json: {} }];
	const { error } = await run('contractSession.prepare', { inputs: await joint(), items });
	expect(error?.message).toMatch(/'file0'.* \[item 1\]$/);
	expect(await control.requests()).toEqual([]);
});

it('resumes the session with the files of all items', async () => {
	const { run, vendor, control } = flexperto();
	const inputs = await joint();
	const items = await threeItems();
	await control.fault({ kind: 'status', status: 500, path: '*/attach', after: 2 });
	const first = await run('contractSession.prepare', { inputs, items, continueOnFail: true });
	const attached = ['a.pdf', 'b.pdf'].map((name, index) => ({ id: index + 1, name }));
	expect(first.json).toMatchObject(
		[0, 1, 2].map(() => ({ details: { sessionId: '1', attached } })),
	);
	const resumed = { ...inputs, additionalFields: { resumeSessionId: '1' } };
	await run('contractSession.prepare', { inputs: resumed, items });
	const [session, ...more] = await vendor.sessions();
	expect(more).toEqual([]);
	expect(session).toMatchObject({ handedOver: true });
	expect(session?.documents.map(({ name }) => name)).toEqual(['a.pdf', 'b.pdf', 'c.pdf']);
});
