import axios from 'axios';
import { PDFDocument } from 'pdf-lib';
import type { Fault } from '../../sandbox/faults';
import { sha256 } from '../kit/sha256';
import {
	api,
	ARCHIVES,
	asExpert,
	CONTRACTS,
	http,
	newUser,
	RESERVE,
	USERS,
	useSandbox,
} from './harness';

const sandbox = useSandbox();
const users = () => api(sandbox()).get(USERS);

/** The code of the error a broken connection gives the client. */
async function connectionError(request: Promise<unknown>): Promise<string | undefined> {
	const error: unknown = await request.then(
		() => undefined,
		(reason: unknown) => reason,
	);
	return axios.isAxiosError(error) ? error.code : undefined;
}

describe('which requests a fault meets', () => {
	test('the next one, unless told otherwise', async () => {
		await sandbox().control.fault({ kind: 'status', status: 500 });
		expect((await users()).status).toBe(500);
		expect((await users()).status).toBe(200);
	});

	test('a number of them, after letting some pass', async () => {
		await sandbox().control.fault({ kind: 'status', status: 503, after: 1, times: 2 });
		const answers = [await users(), await users(), await users(), await users()];
		expect(answers.map(({ status }) => status)).toEqual([200, 503, 503, 200]);
		expect(await sandbox().control.faults()).toMatchObject([{ met: 2 }]);
	});

	test('all of them, until the faults are cleared', async () => {
		await sandbox().control.fault({ kind: 'status', status: 500, times: 'always' });
		expect((await users()).status).toBe(500);
		expect((await users()).status).toBe(500);
		await sandbox().control.clearFaults();
		expect((await users()).status).toBe(200);
	});

	test('by host, method and path', async () => {
		await sandbox().control.fault({
			kind: 'status',
			status: 418,
			vendor: 'flexperto',
			host: 'api',
			method: 'get',
			path: `${ARCHIVES}/*/download`,
			times: 'always',
		});
		const { id } = await sandbox().control.flexperto.finishConference({ available: true });
		const client = api(sandbox());
		expect((await client.get(`${ARCHIVES}/${id}`)).status).toBe(200);
		expect((await client.post(`${ARCHIVES}/${id}/abandon`)).status).toBe(200);
		expect((await client.get(`${ARCHIVES}/${id}/download`)).status).toBe(418);
	});

	test('several faults strike one after the other', async () => {
		await sandbox().control.fault({ kind: 'status', status: 502 });
		await sandbox().control.fault({ kind: 'status', status: 429 });
		const answers = [await users(), await users(), await users()];
		expect(answers.map(({ status }) => status)).toEqual([502, 429, 200]);
	});

	test('also without a valid key, as a gateway in front of the vendor would', async () => {
		await sandbox().control.fault({ kind: 'status', status: 502 });
		expect((await http.get(`${sandbox().flexperto.baseUrl}${USERS}`)).status).toBe(502);
	});

	test('also where the vendor has no endpoint', async () => {
		await sandbox().control.fault({ kind: 'status', status: 201, path: '/api/v9/*' });
		expect((await api(sandbox()).post('/api/v9/new', {})).status).toBe(201);
	});

	test('a misspelt fault is refused', async () => {
		const misspelt: Fault = JSON.parse('{"kind":"status","status":500,"tiems":2}');
		await expect(sandbox().control.fault(misspelt)).rejects.toMatchObject({
			response: { status: 400 },
		});
		const unknown: Fault = JSON.parse('{"kind":"explode"}');
		await expect(sandbox().control.fault(unknown)).rejects.toMatchObject({
			response: { status: 400 },
		});
	});
});

describe('what a fault does', () => {
	test('another status, with headers and a body', async () => {
		await sandbox().control.fault({
			kind: 'status',
			status: 429,
			headers: { 'retry-after': '2' },
			body: { message: 'Too many requests' },
		});
		const answer = await users();
		expect(answer).toMatchObject({ status: 429, data: { message: 'Too many requests' } });
		expect(answer.headers['retry-after']).toBe('2');
	});

	test('an HTML page, with 200 or another status', async () => {
		await sandbox().control.fault({ kind: 'html' });
		await sandbox().control.fault({ kind: 'html', status: 502, body: '<h1>Bad Gateway</h1>' });
		const page = await users();
		expect(page).toMatchObject({ status: 200, data: expect.stringMatching(/^<!doctype html>/) });
		expect(page.headers['content-type']).toMatch('text/html');
		expect(await users()).toMatchObject({ status: 502, data: '<h1>Bad Gateway</h1>' });
	});

	test('JSON that stops in the middle, in an answer that is otherwise complete', async () => {
		const whole = JSON.stringify((await users()).data);
		await sandbox().control.fault({ kind: 'cutJson' });
		const { status, data, headers } = await users();
		expect(status).toBe(200);
		expect(data).toBe(whole.slice(0, Math.floor(whole.length / 2)));
		expect(headers['content-type']).toBe('application/json');
	});

	test.each([{}, { gzip: true }])('JSON of so many bytes (%j)', async (how) => {
		await sandbox().control.fault({ kind: 'flood', bytes: 300_000, ...how });
		const { status, data, headers } = await users();
		expect({ status, type: headers['content-type'] }).toEqual({
			status: 200,
			type: 'application/json',
		});
		expect(JSON.stringify(data)).toHaveLength(300_000);
		expect(data).toMatchObject({ items: [{ id: 1, text: expect.stringMatching(/^x+$/) }] });
	});

	test('the date is that of the sandbox, whose clock may be off', async () => {
		await sandbox().control.setClock('2031-05-06T07:08:09Z');
		await sandbox().control.fault({ kind: 'status', status: 429 });
		for (const { headers } of [await users(), await users()]) {
			expect(headers['date']).toMatch(/^Tue, 06 May 2031 07:08:/);
		}
	});

	test('a body shorter than announced, and the connection closed', async () => {
		await sandbox().control.fault({ kind: 'cutBody' });
		expect(await connectionError(users())).toBe('ERR_BAD_RESPONSE');
	});

	test('a connection reset before the answer', async () => {
		await sandbox().control.fault({ kind: 'reset' });
		expect(await connectionError(users())).toBe('ECONNRESET');
	});

	test('a connection reset in the middle of a large file', async () => {
		const { id } = await sandbox().control.flexperto.finishConference({
			sizeBytes: 5_000_000,
			available: true,
		});
		const { headers } = await api(sandbox()).get(`${ARCHIVES}/${id}/download`);
		await sandbox().control.fault({ kind: 'resetMidBody', host: 'storage', bytes: 1_000_000 });

		const answer = await http.get(headers['location'], { responseType: 'stream' });
		let received = 0;
		const reading = (async () => {
			for await (const chunk of answer.data) received += chunk.length;
		})();
		await expect(reading).rejects.toThrow(/aborted|ECONNRESET/);
		expect(received).toBeGreaterThan(0);
		expect(received).toBeLessThanOrEqual(1_000_000);
	});

	test('a delay', async () => {
		await sandbox().control.fault({ kind: 'delay', ms: 150 });
		const begun = Date.now();
		expect((await users()).status).toBe(200);
		expect(Date.now() - begun).toBeGreaterThanOrEqual(145);
	});

	test('a redirect to any place', async () => {
		await sandbox().control.fault({ kind: 'redirect', location: 'http://192.0.2.1/elsewhere' });
		const answer = await users();
		expect(answer.status).toBe(302);
		expect(answer.headers['location']).toBe('http://192.0.2.1/elsewhere');
	});

	test('on the upload host and the object store as well', async () => {
		const { flexperto } = sandbox();
		await sandbox().control.fault({ kind: 'status', status: 500, host: 'upload' });
		await sandbox().control.fault({ kind: 'status', status: 503, host: 'storage' });
		const body = new FormData();
		body.append('file', new Blob(['%PDF-']), 'a.pdf');
		const upload = await http.post(`${flexperto.uploadUrl}/api/v1/files/upload?token=x`, body);
		expect(upload.status).toBe(500);
		expect((await http.get(`${flexperto.storageUrl}/archives/x.zip`)).status).toBe(503);
		expect(await sandbox().control.requests({ host: 'upload' })).toMatchObject([
			{
				fault: 'status',
				status: 500,
				multipart: {
					fields: ['file'],
					files: [
						{
							field: 'file',
							fileName: 'a.pdf',
							size: 5,
							sha256: sha256('%PDF-'),
						},
					],
				},
			},
		]);
	});
});

describe('before or after the work', () => {
	const create = () => api(sandbox()).post(USERS, newUser);
	const created = async () =>
		(await sandbox().control.flexperto.users()).some(({ email }) => email === newUser.email);

	test.each<Fault>([
		{ kind: 'status', status: 500 },
		{ kind: 'reset' },
		{ kind: 'html' },
		{ kind: 'cutBody', when: 'before' },
		{ kind: 'cutJson', when: 'before' },
	])('before ($kind): the vendor has done nothing', async (fault) => {
		await sandbox().control.fault(fault);
		await create().catch(() => undefined);
		expect(await created()).toBe(false);
	});

	test.each<Fault>([
		{ kind: 'status', status: 500, when: 'after' },
		{ kind: 'reset', when: 'after' },
		{ kind: 'cutBody' },
		{ kind: 'cutJson' },
		{ kind: 'resetMidBody' },
		{ kind: 'delay', ms: 10, when: 'after' },
	])('after ($kind): the work is done, only the answer is lost', async (fault) => {
		await sandbox().control.fault(fault);
		await create().catch(() => undefined);
		expect(await created()).toBe(true);
	});

	test('a handover whose answer was lost cannot be repeated', async () => {
		const { flexperto } = sandbox().control;
		const expert = await flexperto.createUser();
		await flexperto.createSessions({ expertId: expert.id, documents: 1 });
		const handover = () =>
			api(sandbox(), { userId: expert.id }).get(`${CONTRACTS}/sessions/1/handover`);

		await sandbox().control.fault({ kind: 'reset', when: 'after', path: '*/handover' });
		expect(await connectionError(handover())).toBe('ECONNRESET');
		expect((await handover()).status).toBe(409);
	});
});

describe('a vendor that says too much, or leads elsewhere', () => {
	test('repeats the headers and the body of the request in its message', async () => {
		const words = 'and more';
		await sandbox().control.fault({ kind: 'echo', status: 500, words });
		const { status, data } = await api(sandbox()).post(USERS, newUser);
		expect(status).toBe(500);
		expect(data.message).toContain(`"api-key":"${sandbox().flexperto.apiKey}"`);
		expect(data.message).toContain(`"password":"${newUser.password}"`);
		expect(data.message).toMatch(/ and more$/);
	});

	describe('gives links to another place in its real answer', () => {
		const origin = 'https://elsewhere.example.com';
		beforeEach(async () => {
			await sandbox().control.fault({ kind: 'relink', origin, times: 'always' });
		});

		test('wherever they stand in what it says', async () => {
			const { client } = await asExpert(sandbox());
			const { status, data } = await client.post(RESERVE, {
				access_link_not_before: '2026-08-27T11:00:00Z',
				access_link_valid_until: '2026-08-27T13:00:00Z',
				participants: [{ firstname: 'John' }],
			});
			expect(status).toBe(201);
			expect(data).toMatchObject({
				id: 1,
				moderator: { link: expect.stringMatching(`^${origin}/join/`) },
				participants: [{ firstname: 'John', link: expect.stringMatching(`^${origin}/join/`) }],
			});
			expect(JSON.stringify(data)).not.toMatch(/127\.0\.0\.1|localhost/);
		});

		test('and where it leads to the file', async () => {
			const { id } = await sandbox().control.flexperto.finishConference({ available: true });
			const { status, headers } = await api(sandbox()).get(`${ARCHIVES}/${id}/download`);
			expect(status).toBe(302);
			expect(headers['location']).toMatch(`${origin}/archives/`);
		});

		test('but leaves files as they are', async () => {
			const { flexperto } = sandbox().control;
			const [created] = await flexperto.createSessions({ documents: 1 });
			const [document] = created?.documents ?? [];
			const { data } = await api(sandbox()).get(`${CONTRACTS}/documents/${document?.id}/download`, {
				responseType: 'arraybuffer',
			});
			expect((await PDFDocument.load(data)).getPageCount()).toBe(1);
			const archive = await flexperto.finishConference({ available: true });
			const link = await api(sandbox()).get(`${ARCHIVES}/${archive.id}/download`);
			const stored = link.headers['location'].replace(origin, sandbox().flexperto.storageUrl);
			const file = await http.get(stored, { responseType: 'arraybuffer' });
			expect(sha256(file.data)).toBe(archive.sha256CheckSum);
		});
	});
});
