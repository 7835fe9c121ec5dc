import axios from 'axios';
import { createEngine, type Engine } from './engine';
import { Parcel } from './fixture/Parcel.node';
import { ParcelApi } from './fixture/credentials';
import { apiKey, startParcelService } from './fixture/server';
import { marksOf } from './secret';
import { meansToShow, secretWatch } from './secrets';

// All tests run with a watch for secrets. Here it has to find what is left behind on purpose.

// The machine may be busy when the engine starts.
jest.setTimeout(30_000);

let service: Awaited<ReturnType<typeof startParcelService>>;
let elsewhere: typeof service;
let engine: Engine;

const start = async () =>
	await createEngine({
		nodeTypes: [Parcel],
		credentialTypes: [ParcelApi],
		credentials: { parcelApi: { host: new URL(service.baseUrl).host, apiKey } },
	});

beforeEach(async () => {
	service = await startParcelService();
	elsewhere = await startParcelService();
	engine = await start();
});

afterEach(async () => {
	await engine.close();
	await service.close();
	await elsewhere.close();
});

const conclude = () => secretWatch()?.expectNone();

const ask = async (url: string, headers: Record<string, string>) =>
	await axios.get(url, { headers, proxy: false, validateStatus: () => true });

/** The node hands on the error of the request as it is, with the request in it. */
const askForNothing = async () => {
	const run = { node: 'parcel', parameters: { parcelId: 'missing' }, continueOnFail: true };
	return await engine.runNode(run);
};

it('finds nothing where a run keeps its key to itself', async () => {
	await engine.runNode({ node: 'parcel', parameters: { parcelId: 'p1' } });
	expect(conclude).not.toThrow();
});

it('finds the key in what the error of a run hides', async () => {
	await askForNothing();
	expect(conclude).toThrow(
		/apiKey in execution\.data\.resultData\..+\.error\.cause\.config\.headers/,
	);
});

it('finds none that a test means to show', async () => {
	meansToShow(apiKey, 'This test says so.');
	await askForNothing();
	expect(conclude).not.toThrow();
});

it('finds it in the log, in static data, and in the name of a stored file', async () => {
	engine.logs.push({ level: 'info', message: `Asked with ${apiKey}`, metadata: {} });
	engine.staticData.save('workflow', { seen: [apiKey] });
	expect(conclude).toThrow(/apiKey in log\.0\.message\n {2}apiKey in static data\.0$/);
	engine.staticData.save('workflow', {});
	const file = { fileName: `${apiKey}.pdf`, mimeType: 'application/pdf' };
	await engine.fileItem(Buffer.from('%PDF'), file);
	await expect(engine.close()).rejects.toThrow(/apiKey in binary data\.\d+$/);
	engine = await start();
});

it('finds it in a request to another host: in a header, in the path, in the body', async () => {
	await ask(`${service.baseUrl}/me`, { 'api-key': apiKey });
	expect(conclude).not.toThrow();
	await ask(`${elsewhere.baseUrl}/me`, { 'x-anything': apiKey });
	expect(conclude).toThrow(`apiKey in the request GET ${elsewhere.baseUrl}/me`);
	await ask(`${elsewhere.baseUrl}/${apiKey}`, {});
	expect(conclude).toThrow('apiKey in the request GET');
	await axios.post(`${elsewhere.baseUrl}/photo`, apiKey, { validateStatus: () => true });
	expect(conclude).toThrow('apiKey in the request POST');
});

it('learns from requests what the vendor has handed out', async () => {
	const token = 'a-token-of-a-session';
	await ask(`${service.baseUrl}/me`, { authorization: `Bearer ${token}` });
	secretWatch()?.look('output', { json: { says: `I am ${token}` } });
	expect(conclude).toThrow('authorization in output.json.says');
	await ask(`${service.baseUrl}/me`, { authorization: `Bearer ${token}` });
	await ask(`${elsewhere.baseUrl}/me`, { authorization: `Bearer ${token}` });
	expect(conclude).toThrow(`authorization in the request GET ${elsewhere.baseUrl}/me`);
});

it('leaves a link in the items to whoever asked for it, but not in an error', async () => {
	const link = `${service.baseUrl}/label?token=that-lets-you-in`;
	await ask(link, {});
	secretWatch()?.look('output', { json: { link } });
	expect(conclude).not.toThrow();
	for (const value of [{ json: { error: link } }, new Error(link), { json: {}, error: { link } }]) {
		await ask(link, {});
		secretWatch()?.look('output', value);
		expect(conclude).toThrow('token in output');
	}
});

it('knows a secret within JSON, within an address, and by its halves', () => {
	expect(marksOf('a "word" & more')).toEqual([
		'a "word" & more',
		'a \\"word\\" & more',
		'a%20%22word%22%20%26%20more',
	]);
	const [one, other] = ['abcdefghijklmnop', 'qrstuvwxyz012345'];
	expect(marksOf(`${one}${other}`)).toEqual([`${one}${other}`, one, other]);
	expect(marksOf(`eyJ${one}${other}abc`)).toEqual([`eyJ${one}${other}abc`, `${other}abc`]);
});
