import type { AxiosInstance } from 'axios';
import JSZip from 'jszip';
import { PDFDocument } from 'pdf-lib';
import { sha256 } from '../kit/sha256';
import { api, asExpert, CONTRACTS, http, refusal, RESERVE, USERS, useSandbox } from './harness';

const sandbox = useSandbox();
const SESSIONS = `${CONTRACTS}/sessions`;

const order = {
	name: 'Task-123 / Documents to be Signed',
	method: 'aes',
	participants: [
		{
			email: 'john.doe@example.invalid',
			firstname: 'John',
			lastname: 'Doe',
			mobile: '+49176123456789',
		},
	],
};

async function pdf(): Promise<Buffer> {
	const document = await PDFDocument.create();
	document.addPage();
	return Buffer.from(await document.save());
}

function form(content: Buffer, fileName = 'document-1.pdf', field = 'file'): FormData {
	const data = new FormData();
	data.append(field, new Blob([new Uint8Array(content)], { type: 'application/pdf' }), fileName);
	return data;
}

async function initiate(client: AxiosInstance, change: object = {}) {
	return (await client.post(`${SESSIONS}/initiate`, { ...order, ...change })).data;
}

async function uploadUrl(client: AxiosInstance, sessionId: number): Promise<string> {
	return (await client.get(`${SESSIONS}/${sessionId}/documents/upload-url`)).data.url;
}

async function attach(client: AxiosInstance, sessionId: number, name = 'document-1.pdf') {
	const { data: file } = await http.post(
		await uploadUrl(client, sessionId),
		form(await pdf(), name),
	);
	return client.post(`${SESSIONS}/${sessionId}/documents/attach`, { fileId: file.id });
}

async function documents(client: AxiosInstance, sessionId: number) {
	return (await client.get(`${CONTRACTS}/documents`, { params: { sessionId } })).data;
}

describe('initiating a contract session', () => {
	test('answers with the session of the expert and the customer', async () => {
		const { expert, client } = await asExpert(sandbox());
		const { status, data } = await client.post(`${SESSIONS}/initiate`, order);
		expect(status).toBe(201);
		expect(data).toEqual({
			id: 1,
			expert_id: expert.id,
			customer_id: expect.any(Number),
			name: order.name,
			expert_email: expert.email,
			expert_name: `${expert.firstName} ${expert.lastName}`,
			customer_name: 'John Doe',
			customer_email: 'john.doe@example.invalid',
			method: 'aes',
			transaction_completed: false,
			created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
			meta: { foreign_session_id: expect.stringMatching(/^[0-9a-f]{24}$/) },
		});
		const { data: customer } = await api(sandbox()).get(USERS, {
			params: { email: 'john.doe@example.invalid' },
		});
		expect(customer.items).toMatchObject([{ id: data.customer_id, roles: ['CUSTOMER'] }]);
	});

	test.each(['aes', 'ves', 'qes'])('the method %s is known', async (method) => {
		const { client } = await asExpert(sandbox());
		expect(await initiate(client, { method })).toMatchObject({ method });
	});

	test('exactly one participant is supported', async () => {
		const { client } = await asExpert(sandbox());
		const [person] = order.participants;
		for (const participants of [[], [person, person]]) {
			const answer = await client.post(`${SESSIONS}/initiate`, { ...order, participants });
			expect(refusal(answer)).toEqual({
				status: 422,
				message: 'participants must name exactly one person.',
			});
		}
	});

	test.each([
		['another method', { method: 'AES' }, 'method must be one of aes, ves, qes'],
		['no name', { name: '' }, /^name must NOT have fewer/],
		[
			'a participant without e-mail',
			{ participants: [{ firstname: 'J', lastname: 'D' }] },
			/required/,
		],
		['a meeting id as text', { meeting_id: '15' }, 'meeting_id must be integer'],
		['an unknown field', { meetingId: 15 }, 'meetingId is unknown'],
	])('%s is refused', async (_case, change, message) => {
		const { client } = await asExpert(sandbox());
		const answer = await client.post(`${SESSIONS}/initiate`, { ...order, ...change });
		expect(refusal(answer)).toEqual({ status: 400, message: expect.stringMatching(message) });
	});

	test("the synchronous flow names one of the expert's meetings", async () => {
		const { client } = await asExpert(sandbox());
		const { data: meeting } = await client.post(RESERVE, {
			access_link_not_before: '2026-08-27T11:00:00Z',
			access_link_valid_until: '2026-08-27T13:00:00Z',
			participants: [{}],
		});
		expect(await initiate(client, { meeting_id: meeting.id })).toMatchObject({ id: 1 });
		const answer = await client.post(`${SESSIONS}/initiate`, { ...order, meeting_id: 99 });
		expect(refusal(answer)).toEqual({ status: 422, message: expect.stringMatching(/meeting/) });
	});
});

describe('uploading and attaching a document', () => {
	test('the upload host is another one, and its URL works for an hour', async () => {
		const { client } = await asExpert(sandbox());
		const url = await uploadUrl(client, (await initiate(client)).id);
		expect(new URL(url).origin).toBe(sandbox().flexperto.uploadUrl);
		expect(new URL(url).host).not.toBe(new URL(sandbox().flexperto.baseUrl).host);
		expect(new URL(url).pathname).toBe('/api/v1/files/upload');

		await sandbox().control.advanceClock({ minutes: 59 });
		expect((await http.post(url, form(await pdf()))).status).toBe(200);
		await sandbox().control.advanceClock({ minutes: 1 });
		expect(refusal(await http.post(url, form(await pdf())))).toEqual({
			status: 403,
			message: expect.stringMatching(/expired/),
		});
	});

	test('the upload answers with the file, its owner and its session', async () => {
		const { expert, client } = await asExpert(sandbox());
		const session = await initiate(client);
		await sandbox().control.setClock('2026-10-28T15:19:38Z', { frozen: true });
		const url = await uploadUrl(client, session.id);
		expect((await http.post(url, form(await pdf(), 'Bürgschaft Größe.pdf'))).data).toEqual({
			id: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
			owner: { account_id: expert.id, account_role: 'expert', tenant: 'demo' },
			metadata: { contract_session_id: session.id },
			availableUntil: '2026-11-28T16:19:38.000Z',
			name: 'Bürgschaft Größe.pdf',
		});
	});

	test('attaching makes the file a document with local dates', async () => {
		const { client } = await asExpert(sandbox());
		const { id } = await initiate(client);
		await sandbox().control.setClock('2026-07-29T08:12:57Z', { frozen: true });
		const { status, data } = await attach(client, id);
		expect(status).toBe(201);
		expect(data).toEqual({
			id: 1,
			name: 'document-1.pdf',
			status: 'ATTACHED',
			original_file_id: expect.stringMatching(/-/),
			failure_reason: '',
			created_at: '2026-07-29T10:12:57+0200',
			updated_at: '2026-07-29T10:12:57+0200',
		});
		expect(await documents(client, id)).toMatchObject({ items: [data], total: 1 });
	});

	test('a file belongs to its session, is attached once, and not by GET', async () => {
		const { client } = await asExpert(sandbox());
		const first = await initiate(client);
		const second = await initiate(client);
		const { data: document } = await attach(client, first.id);
		const fileId = document.original_file_id;

		const other = await client.post(`${SESSIONS}/${second.id}/documents/attach`, { fileId });
		expect(refusal(other)).toEqual({ status: 422, message: expect.stringMatching(/this session/) });
		const again = await client.post(`${SESSIONS}/${first.id}/documents/attach`, { fileId });
		expect(refusal(again)).toEqual({ status: 409, message: expect.stringMatching(/already/) });
		expect((await client.get(`${SESSIONS}/${first.id}/documents/attach`)).status).toBe(404);
	});

	test('an uploaded file that waits longer than a month is gone', async () => {
		const { client } = await asExpert(sandbox());
		const { id } = await initiate(client);
		const { data: file } = await http.post(await uploadUrl(client, id), form(await pdf()));
		await sandbox().control.advanceClock({ days: 32 });
		const answer = await client.post(`${SESSIONS}/${id}/documents/attach`, { fileId: file.id });
		expect(refusal(answer)).toEqual({ status: 410, message: expect.stringMatching(/available/) });
	});

	test('the upload wants one part called "file", a PDF, and no credentials', async () => {
		const { client } = await asExpert(sandbox());
		const url = await uploadUrl(client, (await initiate(client)).id);
		const content = await pdf();

		const misnamed = await http.post(url, form(content, 'a.pdf', 'data'));
		expect(refusal(misnamed)).toEqual({ status: 400, message: expect.stringMatching(/"file"/) });
		const text = await http.post(url, form(Buffer.from('hello'), 'a.txt'));
		expect(refusal(text)).toEqual({ status: 422, message: expect.stringMatching(/not a PDF/) });
		const raw = await http.post(url, content, { headers: { 'content-type': 'application/pdf' } });
		expect(raw.status).toBe(415);
		const keyed = await http.post(url, form(content), {
			headers: { 'api-key': sandbox().flexperto.apiKey },
		});
		expect(refusal(keyed)).toEqual({ status: 400, message: expect.stringMatching(/credentials/) });
		expect((await http.post(`${url}x`, form(content))).status).toBe(403);
	});

	test('a session holds at most 20 documents', async () => {
		const { expert, client } = await asExpert(sandbox());
		const [view] = await sandbox().control.flexperto.createSessions({
			expertId: expert.id,
			documents: 20,
		});
		const answer = await attach(client, view?.session.id ?? 0);
		expect(refusal(answer)).toEqual({ status: 422, message: expect.stringMatching(/at most 20/) });
	});

	test('the documents of a session have at most 50 MB together', async () => {
		const { client } = await asExpert(sandbox());
		const { id } = await initiate(client);
		const url = await uploadUrl(client, id);
		const upload = async (size: number) => {
			const content = Buffer.alloc(size);
			content.write('%PDF-1.7');
			return http.post(url, form(content));
		};
		const attachFile = (fileId: string) =>
			client.post(`${SESSIONS}/${id}/documents/attach`, { fileId });

		expect((await attachFile((await upload(30_000_000)).data.id)).status).toBe(201);
		expect((await attachFile((await upload(20_000_000)).data.id)).status).toBe(201);
		const beyond = await attachFile((await upload(100)).data.id);
		expect(refusal(beyond)).toEqual({ status: 422, message: expect.stringMatching(/50000000/) });
		expect((await upload(50_000_001)).status).toBe(413);
	});
});

describe('handing over', () => {
	test('answers with the signing link, and no document can be added afterwards', async () => {
		const { client } = await asExpert(sandbox());
		const session = await initiate(client);
		const { data: early } = await http.post(await uploadUrl(client, session.id), form(await pdf()));
		await attach(client, session.id);

		const { status, data } = await client.get(`${SESSIONS}/${session.id}/handover`);
		expect(status).toBe(200);
		expect(data.url).toContain(`index?sessionid=${session.meta.foreign_session_id}&lang=de`);
		expect((await documents(client, session.id)).items).toMatchObject([{ status: 'UPLOADED' }]);

		const refused = [
			await client.get(`${SESSIONS}/${session.id}/documents/upload-url`),
			await client.post(`${SESSIONS}/${session.id}/documents/attach`, { fileId: early.id }),
			await client.get(`${SESSIONS}/${session.id}/handover`),
		];
		expect(refused.map((answer) => answer.status)).toEqual([409, 409, 409]);
		expect(await sandbox().control.flexperto.mails()).toEqual([]);
	});

	test('needs a document', async () => {
		const { client } = await asExpert(sandbox());
		const { id } = await initiate(client);
		expect((await client.get(`${SESSIONS}/${id}/handover`)).status).toBe(409);
	});

	test("another expert's session is out of reach", async () => {
		const { client } = await asExpert(sandbox());
		const { client: stranger } = await asExpert(sandbox());
		const { id } = await initiate(client);
		expect((await stranger.get(`${SESSIONS}/${id}/handover`)).status).toBe(403);
		expect((await stranger.get(`${SESSIONS}/99/handover`)).status).toBe(404);
	});

	test('the signing link opens a page on which the customer can sign', async () => {
		const { client } = await asExpert(sandbox());
		const { id } = await initiate(client);
		await attach(client, id);
		const { data } = await client.get(`${SESSIONS}/${id}/handover`);

		expect((await http.get(data.url)).data).toContain('document-1.pdf');
		await http.post(data.url.replace('/index', '/sign').replace('&lang=de', ''));
		expect((await documents(client, id)).items).toMatchObject([{ status: 'FINISHED' }]);
		expect((await http.get(data.url)).data).toContain('Everything is signed');
	});
});

describe('signing', () => {
	test('one document after the other; the last one completes the session', async () => {
		const { flexperto } = sandbox().control;
		const { expert, client } = await asExpert(sandbox());
		await flexperto.createSessions({ expertId: expert.id, documents: 2, handedOver: true });
		const states = async () =>
			(await documents(client, 1)).items.map((item: { status: string }) => item.status);
		const completed = async () => (await client.get(SESSIONS)).data.items[0].transaction_completed;

		await flexperto.signDocument(1);
		expect(await states()).toEqual(['UPDATED', 'UPLOADED']);
		expect(await completed()).toBe(false);

		await flexperto.signDocument(2);
		expect(await states()).toEqual(['FINISHED', 'FINISHED']);
		expect(await completed()).toBe(true);
	});

	test('what is signed is a PDF that differs from the original', async () => {
		const { expert, client } = await asExpert(sandbox());
		const { id } = await initiate(client, { name: 'Vertrag Ω', method: 'qes' });
		await attach(client, id);
		await client.get(`${SESSIONS}/${id}/handover`);
		const download = (query: string) =>
			api(sandbox()).get(`${CONTRACTS}/documents/1/download${query}`, {
				responseType: 'arraybuffer',
			});

		expect((await download('?signed=true')).status).toBe(409);
		await sandbox().control.flexperto.signSession(id);

		const signed = await download('?signed=true');
		expect(signed.headers['content-type']).toBe('application/pdf');
		expect((await PDFDocument.load(signed.data)).getPageCount()).toBe(2);
		for (const query of ['?signed=false', '']) {
			expect((await PDFDocument.load((await download(query)).data)).getPageCount()).toBe(1);
		}
		expect((await download('?signed=yes')).status).toBe(400);
		expect(expert.roles).toEqual(['EXPERT']);
	});

	test('the documents archive holds the signed documents and the audit report', async () => {
		const { client } = await asExpert(sandbox());
		const { id } = await initiate(client);
		await attach(client, id, 'contract.pdf');
		await attach(client, id, 'contract.pdf');
		await client.get(`${SESSIONS}/${id}/handover`);
		expect((await client.get(`${SESSIONS}/${id}/documents-archive`)).status).toBe(409);
		expect((await client.get(`${SESSIONS}/${id}/audit-report`)).status).toBe(409);
		await sandbox().control.flexperto.signSession(id);

		const archive = await client.get(`${SESSIONS}/${id}/documents-archive`, {
			responseType: 'arraybuffer',
		});
		expect(archive.headers['content-type']).toBe('application/zip');
		const zip = await JSZip.loadAsync(archive.data);
		expect(Object.keys(zip.files)).toEqual(['audit-report.pdf', 'contract.pdf', '2-contract.pdf']);

		const report = await client.get(`${SESSIONS}/${id}/audit-report`, {
			responseType: 'arraybuffer',
		});
		expect(report.headers['content-type']).toBe('application/pdf');
		expect((await PDFDocument.load(report.data)).getPageCount()).toBe(1);
		const packed = await zip.file('audit-report.pdf')?.async('uint8array');
		expect(sha256(packed ?? '')).toBe(sha256(report.data));
	});

	test.each(['ves', 'qes'] as const)(
		'a failed identification (%s) fails the documents',
		async (method) => {
			const { expert, client } = await asExpert(sandbox());
			const { flexperto } = sandbox().control;
			await flexperto.createSessions({
				expertId: expert.id,
				method,
				documents: 2,
				handedOver: true,
			});
			await flexperto.failSession(1, 'The ID card was not readable.');
			expect((await documents(client, 1)).items).toMatchObject([
				{ status: 'FAILED', failure_reason: 'The ID card was not readable.' },
				{ status: 'FAILED', failure_reason: 'The ID card was not readable.' },
			]);
			expect((await client.get(SESSIONS)).data.items[0].transaction_completed).toBe(false);
		},
	);

	test('an aes session has no identification that could fail', async () => {
		const { flexperto } = sandbox().control;
		await flexperto.createSessions({ documents: 1, handedOver: true });
		await expect(flexperto.failDocument(1)).rejects.toMatchObject({ response: { status: 409 } });
	});

	test('a deleted document is shown as DELETED and cannot be downloaded', async () => {
		const { expert, client } = await asExpert(sandbox());
		const { flexperto } = sandbox().control;
		await flexperto.createSessions({ expertId: expert.id, documents: 2, handedOver: true });
		await flexperto.deleteDocument(1);
		expect((await documents(client, 1)).items).toMatchObject([
			{ status: 'DELETED' },
			{ status: 'UPLOADED' },
		]);
		expect((await client.get(`${CONTRACTS}/documents/1/download`)).status).toBe(410);
		await flexperto.signDocument(2);
		expect((await client.get(SESSIONS)).data.items[0].transaction_completed).toBe(true);
	});
});

describe('listing', () => {
	test('all sessions in pages of 100, or those of one expert', async () => {
		const { flexperto } = sandbox().control;
		const { expert, client } = await asExpert(sandbox());
		await flexperto.createSessions({ count: 120 });
		await flexperto.createSessions({ count: 3, expertId: expert.id });
		const administrator = api(sandbox());

		const first = await administrator.get(SESSIONS);
		expect(first.data).toMatchObject({ limit: 100, offset: 0, total: 123 });
		expect(first.data.items).toHaveLength(100);
		const second = await administrator.get(SESSIONS, { params: { offset: 100, limit: 50 } });
		expect(second.data).toMatchObject({ limit: 50, offset: 100, total: 123 });
		expect(second.data.items).toHaveLength(23);
		expect((await client.get(SESSIONS)).data.total).toBe(3);
	});

	test('a deleted session stays in the list with deleted_at', async () => {
		await sandbox().control.flexperto.createSessions({ documents: 1 });
		await sandbox().control.flexperto.deleteSession(1);
		const { data } = await api(sandbox()).get(SESSIONS);
		expect(data.items).toMatchObject([{ id: 1, deleted_at: expect.stringMatching(/Z$/) }]);
	});

	test('there is no endpoint for a single session', async () => {
		await sandbox().control.flexperto.createSessions();
		expect((await api(sandbox()).get(`${SESSIONS}/1`)).status).toBe(404);
	});

	test('documents are asked for by their session', async () => {
		const answer = await api(sandbox()).get(`${CONTRACTS}/documents`);
		expect(refusal(answer)).toEqual({ status: 400, message: 'sessionId is required' });
		const unknown = await api(sandbox()).get(`${CONTRACTS}/documents?sessionId=7`);
		expect(unknown.status).toBe(404);
	});

	test('neither a session nor a document is found by what only looks like its number', async () => {
		const { expert, client } = await asExpert(sandbox());
		await sandbox().control.flexperto.createSessions({ expertId: expert.id, documents: 1 });
		const paths = (id: string) => [
			`${SESSIONS}/${id}/documents/upload-url`,
			`${CONTRACTS}/documents/${id}/download`,
			`${SESSIONS}/${id}/handover`,
		];
		for (const id of ['%201', '0x1', '1.0', '1e0']) {
			for (const path of paths(id)) expect((await client.get(path)).status).toBe(404);
		}
		for (const path of paths('1')) expect((await client.get(path)).status).toBe(200);
	});
});
