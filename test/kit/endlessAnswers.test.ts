import { useFlexperto } from '../Flexperto/setup';
import { atOnce, IN_DOUBT, requestLine, runWith, type Call } from './calls';
import { startLocalServer } from './localServer';

// Answers without an end: more data than anybody asked for, and bodies that begin and do not go on.

const flexperto = useFlexperto();
const calls: Call[] = ['user.getAll', 'meeting.reserve'];

describe.each(calls)('%s', (call) => {
	it.each([{}, { gzip: true }])('is not answered by 40 MB (%j)', async (how) => {
		const setup = flexperto();
		const flood = { kind: 'flood', bytes: 40_000_000, ...how } as const;
		const { error, attempts } = await runWith(setup, call, flood);
		expect(attempts).toBe(1);
		expect(error?.message).toBe('Flexperto sent more data than expected [item 0]');
		const doubt = call === 'meeting.reserve' ? IN_DOUBT : '';
		expect(error?.description).toBe(
			`Ask for less with a filter or a shorter period, or check the address in the credential. ${doubt}${requestLine(setup, call)}: EMSGSIZE.`,
		);
	});
});

it('20 MB are data, even packed', async () => {
	const flood = { kind: 'flood', bytes: 20_000_000, gzip: true } as const;
	const { items, error } = await runWith(flexperto(), 'user.getAll', flood);
	expect(error).toBeUndefined();
	expect(items).toHaveLength(1);
});

it('letters that are cut between two packets arrive whole', async () => {
	const answer = Buffer.from(JSON.stringify({ items: [{ lastName: 'Müller 😀' }], total: 1 }));
	const server = await startLocalServer(async (_request, response) => {
		response.setHeader('content-type', 'application/json');
		for (const byte of answer) {
			response.write(Buffer.of(byte));
			await new Promise((resolve) => setImmediate(resolve));
		}
		response.end();
	});
	const { json } = await askAt(server.url);
	expect(json).toEqual([{ lastName: 'Müller 😀' }]);
	await server.close();
});

/** Asks another address for users, with a time-out of 300 ms. */
async function askAt(
	baseUrl: string,
	operation: 'user.getAll' | 'archive.download' = 'user.getAll',
) {
	const { run, credential } = flexperto();
	return await run(operation, {
		inputs: { archiveId: '1', options: { ...atOnce, timeout: 300, verifyChecksum: false } },
		credentials: { flexpertoApi: { ...credential, baseUrl } },
	});
}

/** What a file belongs to, which is asked for first. */
const archive = JSON.stringify({ id: '1', status: 'AVAILABLE' });

/** An answer that begins, and goes on with a byte every so many milliseconds, if at all. */
const startStalling = async (status: number, type: string, every?: number) =>
	await startLocalServer(({ url = '' }, response) => {
		if (url.endsWith('/archives/1')) return void response.end(archive);
		response.writeHead(status, { 'content-type': type });
		response.write('{"items":[');
		const timer = every && setInterval(() => response.write(' '), every);
		response.on('close', () => clearInterval(timer));
	});

it.each([
	['stands still', undefined],
	['goes on with a byte now and then', 100],
])('data that %s is waited for until the time-out', async (_how, every) => {
	const server = await startStalling(200, 'application/json', every);
	const begun = Date.now();
	const { error } = await askAt(server.url);
	expect(error?.message).toBe('Flexperto did not answer in time [item 0]');
	expect(error?.description).toContain('ETIMEDOUT after 3 attempts.');
	expect(Date.now() - begun).toBeLessThan(5000);
	await server.close();
});

it('of a failure, the status counts, whether or not its words come to an end', async () => {
	const server = await startStalling(403, 'application/json');
	const { error } = await askAt(server.url);
	expect(error?.message).toBe('Flexperto does not allow this with the API key [item 0]');
	await server.close();
});

it('a file that stands still breaks off', async () => {
	const server = await startStalling(200, 'application/zip');
	const { error } = await askAt(server.url, 'archive.download');
	expect(error?.message).toBe('The transfer of "archive-1.zip" broke off (Timeout) [item 0]');
	await server.close();
});

it('a file that goes on slowly is taken, however long it lasts', async () => {
	const server = await startLocalServer(({ url = '' }, response) => {
		if (url.endsWith('/archives/1')) return void response.end(archive);
		response.writeHead(200, { 'content-type': 'application/zip' });
		let pieces = 0;
		const timer = setInterval(() => (++pieces < 10 ? response.write('x') : response.end()), 80);
		response.on('close', () => clearInterval(timer));
	});
	const { error } = await askAt(server.url, 'archive.download');
	expect(error).toBeUndefined();
	await server.close();
});
