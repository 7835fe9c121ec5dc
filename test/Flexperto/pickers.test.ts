import type { INodeParameters } from 'n8n-workflow';

import { ARCHIVES, DOCUMENTS, received, SESSIONS, USERS } from './requests';
import { useFlexperto } from './setup';

const flexperto = useFlexperto();

type Look = Omit<Parameters<ReturnType<typeof flexperto>['engine']['runPicker']>[0], 'node'>;

/** Opens a picker; gives what it shows and the requests it took. */
async function look(up: Look) {
	const { engine, control } = flexperto();
	await control.clearRequests();
	const result = await engine.runPicker({ node: 'flexperto', ...up });
	const requests = received(await control.requests());
	return { ...result, requests };
}

const asked = (path: string, query: string, actingUserId?: string) => ({
	request: `GET ${path}?${query}`,
	apiKey: flexperto().sandbox.flexperto.apiKey,
	actingUserId,
});

describe.each([
	{
		method: 'searchUsers',
		path: USERS,
		// The administrator is the first of them.
		fill: async () => [{ id: 1 }, ...(await flexperto().vendor.createUsers(149))],
		name: /^Person Number \d+ \(person\.\d+@tenant\.example\)$/,
	},
	{
		method: 'searchContractSessions',
		path: SESSIONS,
		fill: async () =>
			(await flexperto().vendor.createSessions({ count: 150 })).map(({ session }) => session),
		name: /^Contract (\d+) \(Carla Customer, session \1\)$/,
	},
	{
		method: 'searchArchives',
		path: ARCHIVES,
		fill: async () =>
			(await flexperto().vendor.createArchives({ count: 150 })).ids.map((id) => ({ id })),
		name: /^\d{4}-\d\d-\d\d \d\d:\d\d AVAILABLE \([0-9a-f]{24}\)$/,
	},
])('$method', ({ method, path, fill, name }) => {
	it('shows the first page, then the next one, and no third', async () => {
		const ids = (await fill()).map(({ id }) => String(id));
		const first = await look({ method });
		expect(first.results.map(({ value }) => value)).toEqual(ids.slice(0, 100));
		expect(first.results[50]?.name).toMatch(name);
		expect(first.requests).toEqual([asked(path, 'limit=100&offset=0')]);

		const { paginationToken } = first;
		expect(paginationToken).toEqual(expect.any(String));
		const second = await look({ method, paginationToken: String(paginationToken) });
		expect(second.results.map(({ value }) => value)).toEqual(ids.slice(100));
		expect(second.requests).toEqual([asked(path, 'limit=100&offset=100')]);
		expect(second.paginationToken).toBeUndefined();
	});

	it('finds what the user types on whatever page it is, in any case', async () => {
		const last = (await fill()).at(-1);
		const all = await look({ method });
		const rest = await look({ method, paginationToken: String(all.paginationToken) });
		const wanted = rest.results.at(-1);
		expect(wanted?.value).toBe(String(last?.id));
		const found = await look({ method, filter: wanted?.name.toUpperCase() });
		expect(found.results).toEqual([wanted]);
		expect(found.requests).toHaveLength(2);
	});

	it('shows nothing when nothing fits', async () => {
		await fill();
		const { results, paginationToken } = await look({ method, filter: 'no such thing' });
		expect(results).toEqual([]);
		expect(paginationToken).toBeUndefined();
	});

	it('tells the user what is wrong with the key', async () => {
		const { credential, engine } = flexperto();
		engine.credentials.wrong = { ...credential, apiKey: 'wrong' };
		const credentials = { flexpertoApi: { id: 'wrong', name: 'wrong' } };
		await expect(look({ method, credentials })).rejects.toThrow('Flexperto rejected the API key');
	});
});

describe('searchDocuments', () => {
	const method = 'searchDocuments';
	const parameters = { resource: 'document', operation: 'download', listSessionId: '1' };

	it('shows the documents of the session chosen beside it', async () => {
		const { vendor } = flexperto();
		await vendor.createSessions({ documents: 2, signed: true });
		const { results, requests } = await look({ method, parameters });
		expect(results).toEqual([
			{ name: 'document-1.pdf (FINISHED, document 1)', value: '1' },
			{ name: 'document-2.pdf (FINISHED, document 2)', value: '2' },
		]);
		expect(requests).toEqual([asked(DOCUMENTS, 'sessionId=1&limit=100&offset=0')]);
		const found = await look({ method, parameters, filter: 'MENT-2' });
		expect(found.results.map(({ value }) => value)).toEqual(['2']);
	});

	it('asks for a session first', async () => {
		const chosen = { ...parameters, listSessionId: { __rl: true, mode: 'list', value: '' } };
		await expect(look({ method, parameters: chosen })).rejects.toThrow(
			'Choose a contract session first',
		);
	});
});

describe('a picker in a node that acts as a user', () => {
	const chosen = (id: number) => ({ __rl: true, mode: 'list', value: `${id}` });

	it.each([
		['as a required input', 'handOver', false],
		['as an option', 'get', true],
	])('shows what that user sees: %s', async (_, operation, asOption) => {
		const { vendor } = flexperto();
		const { id } = await vendor.createUser();
		await vendor.createSessions();
		await vendor.createSessions({ expertId: id });
		const acting: INodeParameters = asOption
			? { options: { actingUserId: chosen(id) } }
			: { actingUserId: chosen(id) };
		const parameters = { resource: 'contractSession', operation, ...acting };
		const { results, requests } = await look({ method: 'searchContractSessions', parameters });
		expect(results.map(({ value }) => value)).toEqual(['2']);
		expect(requests).toEqual([asked(SESSIONS, 'limit=100&offset=0', `${id}`)]);
	});

	it('shows the documents of that user', async () => {
		const { vendor } = flexperto();
		const { id } = await vendor.createUser();
		await vendor.createSessions({ expertId: id, documents: 1 });
		const options = { actingUserId: chosen(id) };
		const parameters = { resource: 'document', operation: 'download', listSessionId: '1', options };
		const { requests } = await look({ method: 'searchDocuments', parameters });
		expect(requests).toEqual([asked(DOCUMENTS, 'sessionId=1&limit=100&offset=0', `${id}`)]);
	});

	it('sends no user that is known only when the workflow runs', async () => {
		const actingUserId = '={{ $json.user }}';
		const parameters = { resource: 'contractSession', operation: 'handOver', actingUserId };
		const { requests } = await look({ method: 'searchContractSessions', parameters });
		expect(requests).toEqual([asked(SESSIONS, 'limit=100&offset=0')]);
	});
});
