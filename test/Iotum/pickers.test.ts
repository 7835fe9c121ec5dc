import type { INodeParameters } from 'n8n-workflow';

import { failure } from './failures';
import { inList, looks } from './pickerLooks';
import { posted } from './requests';
import { useIotum } from './setup';

const iotum = useIotum();
const picker = looks(iotum);

/** The lists of a host, and how each of them names the host 53. */
const ofHost: Array<{
	method: string;
	path: string;
	size: number;
	parameters: INodeParameters;
	add(count: number): Promise<Array<{ id: number }>>;
	name: RegExp;
}> = [
	{
		method: 'searchConferences',
		path: 'conference/fetch_all',
		size: 10,
		parameters: { resource: 'conference', operation: 'get', listHostId: inList(53) },
		add: async (count) => {
			const request = { hostId: 53, count, subject: 'Loan', start: '2098-01-05T10:00:00Z' };
			await iotum().control.setClock('2098-01-01');
			return await iotum().vendor.addConferences(request);
		},
		name: /^2098-01-0\d \d\d:00:00 UTC: Loan$/,
	},
	{
		method: 'searchPastConferences',
		path: 'host/conferences',
		size: 10,
		parameters: { resource: 'conference', operation: 'downloadRecording', listHostId: '53' },
		add: async (count) =>
			await iotum().vendor.addConferences({ hostId: 53, count, held: true, guests: 2 }),
		name: /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC, 3 participants \(conference \d+\)$/,
	},
	{
		method: 'searchDriveFiles',
		path: 'drive/fetch_all',
		size: 20,
		parameters: { resource: 'driveFile', operation: 'get', hostId: inList(53) },
		add: async (count) => await iotum().vendor.addDriveFiles({ hostId: 53, count }),
		name: /^file-\d+\.txt \(\d{4}-\d\d-\d\dT[\d:.]+Z\)$/,
	},
];

describe.each(ofHost)('$method', ({ method, path, size, parameters, add, name }) => {
	it('shows the records of the host page by page, each once', async () => {
		const ids = (await add(2 * size + 3)).map(({ id }) => `${id}`);
		const pages = await picker.turnPages({ method, parameters });
		expect(pages.map(({ results }) => results.length)).toEqual([size, size, 3]);
		const shown = pages.flatMap(({ results }) => results);
		expect(shown.map(({ value }) => value).sort()).toEqual(ids.sort());
		for (const result of shown) expect(result.name).toMatch(name);
		expect(pages.map(({ requests }) => requests)).toEqual([
			[posted(path, { host_id: 53 })],
			...[1, 2].map(() => [posted(path, { host_id: 53, page: expect.anything() })]),
		]);
	});

	it('finds what the user types on whatever page it is, in any case', async () => {
		await add(2 * size + 3);
		const wanted = (await picker.turnPages({ method, parameters })).at(-1)?.results.at(-1);
		const { results, requests } = await picker.look({
			method,
			parameters,
			filter: wanted?.name.toUpperCase(),
		});
		expect(results).toEqual([wanted]);
		expect(requests).toHaveLength(3);
	});

	it('shows nothing when nothing fits', async () => {
		await add(1);
		const { results, paginationToken } = await picker.look({
			method,
			parameters,
			filter: 'no such',
		});
		expect({ results, paginationToken }).toEqual({ results: [], paginationToken: undefined });
	});

	it.each([
		['none', inList('')],
		['one that only the run knows', '={{ $json.host }}'],
		['one that is no ID', 'Hanna'],
	])('asks for a host first when there is %s', async (_, host) => {
		const chosen = { ...parameters, hostId: host, listHostId: host };
		await iotum().control.clearRequests();
		await expect(picker.look({ method, parameters: chosen })).rejects.toMatchObject({
			message: 'Choose a host first',
			description: 'The list shows what belongs to one host; or enter the ID itself.',
		});
		expect(await iotum().control.requests()).toEqual([]);
	});

	it('says why the vendor does not give it', async () => {
		const chosen = { ...parameters, hostId: '71', listHostId: '71' };
		const { message } = failure(iotum(), 403, path, 'Host 71 is beyond the scope of your role');
		await expect(picker.look({ method, parameters: chosen })).rejects.toThrow(message);
	});
});

it('a list of which one search reads ten pages goes on where it was', async () => {
	const { vendor } = iotum();
	await vendor.addDriveFiles({ hostId: 53, count: 201 });
	await vendor.addDriveFiles({ hostId: 53, filename: 'rare.txt' });
	const parameters = { resource: 'driveFile', operation: 'get', hostId: '53' };
	const up = { method: 'searchDriveFiles', parameters, filter: 'rare' };
	const first = await picker.look(up);
	expect(first.results).toEqual([]);
	expect(first.requests).toHaveLength(10);
	const second = await picker.look({ ...up, paginationToken: String(first.paginationToken) });
	expect(second.results.map(({ name }) => name)).toEqual([expect.stringMatching(/^rare\.txt /)]);
	expect(second.requests).toHaveLength(1);
});
