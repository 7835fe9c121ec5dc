import { createEngine, type Engine, type EngineOptions } from './engine';
import { Parcel } from './fixture/Parcel.node';
import { ParcelApi, ParcelSessionApi } from './fixture/credentials';
import { apiKey, startParcelService } from './fixture/server';
import { meansToShow } from './secrets';

let service: Awaited<ReturnType<typeof startParcelService>>;
let engine: Engine;

const start = async (options: EngineOptions = {}) =>
	await createEngine({
		nodeTypes: [Parcel],
		credentialTypes: [ParcelApi, ParcelSessionApi],
		credentials: {
			parcelApi: { host: new URL(service.baseUrl).host, apiKey },
			parcelSessionApi: { baseUrl: service.baseUrl, token: '' },
		},
		...options,
	});

beforeAll(async () => {
	service = await startParcelService();
	engine = await start();
});

afterAll(async () => {
	await engine.close();
	await service.close();
});

describe('a node that gets two items of which the second fails', () => {
	beforeEach(() => meansToShow(apiKey, 'This node hands on the error of the request as it is.'));

	const twoParcels = {
		node: 'parcel',
		parameters: { parcelId: '={{ $json.id }}' },
		items: [{ id: 'p1' }, { id: 'missing' }],
	};
	const sent = { id: 'p1', state: 'sent', version: 2 };
	const failed = { error: 'The resource you are requesting could not be found' };

	it('stops with the error that the editor shows', async () => {
		const { status, error, items } = await engine.runNode(twoParcels);
		expect(status).toBe('error');
		expect(items).toEqual([]);
		expect(error).toMatchObject({
			name: 'NodeApiError',
			message: failed.error,
			description: 'There is no such parcel. Choose another parcel.',
			itemIndex: 1,
			nodeName: 'Node under test',
			httpCode: '404',
		});
	});

	it.each([{ continueOnFail: true }, { onError: 'continueRegularOutput' as const }])(
		'goes on with %o and pairs both items',
		async (setting) => {
			const { status, error, items, json, hints } = await engine.runNode({
				...twoParcels,
				...setting,
			});
			expect(status).toBe('success');
			expect(error).toBeUndefined();
			expect(json).toEqual([sent, failed]);
			expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
			expect(hints).toEqual([{ message: 'Parcels are slow', location: 'outputPane' }]);
		},
	);

	it('sends the failed item to the error output', async () => {
		const { output } = await engine.runNode({ ...twoParcels, onError: 'continueErrorOutput' });
		expect(output.map((items) => items.map(({ json }) => json))).toEqual([[sent], [failed]]);
	});

	it('gives an AI agent the result of each of its calls', async () => {
		const { toolResults, logs } = await engine.runNode({ ...twoParcels, asTool: true });
		expect(toolResults).toMatchObject([
			{ items: [sent] },
			{ error: { message: failed.error, itemIndex: 0 } },
		]);
		expect(logs).toContainEqual({
			level: 'info',
			message: 'Asking for a parcel',
			metadata: { id: 'p1', as: 'n8n-nodes-conferencing.parcelTool' },
		});
	});

	it('runs an older version of the node, with a key of its own', async () => {
		const { json } = await engine.runNode({ ...twoParcels, items: [{ id: 'p1' }], typeVersion: 1 });
		expect(json).toEqual([{ ...sent, version: 1 }]);
		const { error } = await engine.runNode({
			...twoParcels,
			credentials: { parcelApi: { host: new URL(service.baseUrl).host, apiKey: 'stale' } },
		});
		expect(error).toMatchObject({ httpCode: '401' });
	});
});

it('fetches a session before the first request, stores it, and renews it after a 401', async () => {
	const get = async () =>
		await engine.runNode({
			node: 'parcel',
			parameters: { credential: 'parcelSessionApi', parcelId: 'p1' },
		});
	const signIns = () => service.state.requests.filter((line) => line === 'POST /session').length;
	expect((await get()).json).toHaveLength(1);
	expect((await get()).json).toHaveLength(1);
	expect(signIns()).toBe(1);
	expect(engine.credentials.parcelSessionApi?.token).toBe(service.state.session);
	service.state.session = 'ended by the service';
	expect((await get()).json).toHaveLength(1);
	expect(signIns()).toBe(2);
});

describe('a credential test', () => {
	it('passes with the right key', async () => {
		const host = new URL(service.baseUrl).host;
		expect(await engine.testCredential('parcelApi', { host, apiKey })).toEqual({
			status: 'OK',
			message: 'Connection successful!',
		});
		expect(
			await engine.testCredential('parcelSessionApi', { baseUrl: service.baseUrl, token: '' }),
		).toMatchObject({ status: 'OK' });
	});

	it("fails with the rule's message, or with what went wrong on the way", async () => {
		const host = new URL(service.baseUrl).host;
		expect(await engine.testCredential('parcelApi', { host, apiKey: 'wrong' })).toEqual({
			status: 'Error',
			message: 'The depot does not know this key',
		});
		expect(await engine.testCredential('parcelApi', { host: '127.0.0.1:9', apiKey })).toEqual({
			status: 'Error',
			message: 'ECONNREFUSED',
		});
	});
});

it('pages through a picker with a filter and the other fields of the open node', async () => {
	const look = { node: 'parcel', method: 'searchParcels', parameters: { prefix: 'No. ' } };
	const first = await engine.runPicker(look);
	expect(first.results).toEqual([
		{ name: 'No. p1', value: 'p1' },
		{ name: 'No. p2', value: 'p2' },
	]);
	const { paginationToken } = first as { paginationToken: string };
	const second = await engine.runPicker({ ...look, paginationToken });
	expect(second.results.map(({ value }) => value)).toEqual(['p3', 'p4']);
	const filtered = await engine.runPicker({ ...look, filter: '5' });
	expect(filtered).toEqual({ results: [{ name: 'No. p5', value: 'p5' }] });
});

describe.each(['default', 'filesystem'] as const)('binary data in mode %s', (binaryMode) => {
	beforeAll(async () => {
		await engine.close();
		engine = await start({ binaryMode });
	});

	it('streams a file out of the node', async () => {
		const { items } = await engine.runNode({
			node: 'parcel',
			parameters: { operation: 'download' },
		});
		const [item] = items;
		if (!item) throw new Error('no item');
		expect(item.binary?.data).toMatchObject({ fileName: 'label.pdf', mimeType: 'application/pdf' });
		expect(item.binary?.data?.id !== undefined).toBe(binaryMode === 'filesystem');
		expect(await engine.buffer(item)).toEqual(Buffer.alloc(300_000, 'label'));
		const chunks = [];
		for await (const chunk of await engine.stream(item)) chunks.push(chunk as Buffer);
		expect(Buffer.concat(chunks)).toHaveLength(300_000);
	});

	it('streams a file into the node', async () => {
		const photo = Buffer.alloc(200_000, 'photo');
		const file = { fileName: 'photo.png', mimeType: 'image/png' };
		const item = await engine.fileItem(photo, file);
		const { json } = await engine.runNode({
			node: 'parcel',
			parameters: { operation: 'upload' },
			items: [item],
		});
		expect(json).toEqual([{ received: 200_000 }]);
		expect(service.state.uploads.at(-1)).toEqual(photo);
	});
});
