import type { INodeParameters } from 'n8n-workflow';

import { useVivoMeetings, type Setup } from '../Iotum/setup';
import { call, runWithCalls } from './calls';

const vivoMeetings = useVivoMeetings();

const ofHost = { hostId: '52' };

/** Each list, with how it gets more than ten records and its request. */
const LISTS: Array<{
	name: `${string}.${string}`;
	inputs: INodeParameters;
	id: string;
	add(setup: Setup): Promise<unknown>;
	path: string;
	body: object;
}> = [
	{
		name: 'company.getAll',
		inputs: {},
		id: 'subdomain',
		add: async ({ vendor }) => await vendor.addCompanies({ count: 25 }),
		path: 'company/fetch_all',
		body: {},
	},
	{
		name: 'host.getAll',
		inputs: { filters: { companyId: '5' } },
		id: 'host_id',
		add: async ({ vendor }) => await vendor.addHosts({ count: 25 }),
		path: 'host/fetch_all',
		body: { company_id: 5 },
	},
	{
		name: 'contact.getAll',
		inputs: ofHost,
		id: 'contact_id',
		add: async ({ vendor }) => await vendor.addContacts({ count: 25 }),
		path: 'contact/fetch_all',
		body: { host_id: 52 },
	},
	{
		name: 'conference.getAll',
		inputs: ofHost,
		id: 'conference_id',
		add: async ({ vendor }) => await vendor.addConferences({ count: 25 }),
		path: 'conference/fetch_all',
		body: { host_id: 52 },
	},
	{
		name: 'host.getConferences',
		inputs: ofHost,
		id: 'conference_id',
		add: async ({ vendor }) => await vendor.addConferences({ count: 25, held: true }),
		path: 'host/conferences',
		body: { host_id: 52 },
	},
];

describe.each(LISTS)('$name', ({ name, inputs, id, add, path, body }) => {
	it('gives more than ten records from one answer, each once', async () => {
		await add(vivoMeetings());
		const { calls, json } = await runWithCalls(vivoMeetings(), name, {
			inputs: { ...inputs, returnAll: true },
		});
		expect(calls).toEqual([call(path, body)]);
		expect(json.length).toBeGreaterThan(25);
		expect(new Set(json.map((record) => record[id])).size).toBe(json.length);
	});

	it.each([1, 12])('gives up to %i of them', async (limit) => {
		await add(vivoMeetings());
		const { json } = await runWithCalls(vivoMeetings(), name, { inputs: { ...inputs, limit } });
		expect(json).toHaveLength(limit);
	});

	it('follows the pages of an answer that has some after all', async () => {
		const { control } = vivoMeetings();
		const answer = async (after: number, ids: number[], next_page: string | null) =>
			await control.fault({
				path: `*/${path}`,
				kind: 'status',
				status: 200,
				after,
				body: { records: ids.map((value) => ({ [id]: value })), next_page },
			});
		await answer(0, [1, 2], 'second');
		await answer(0, [3], null);
		const { calls, json, error } = await runWithCalls(vivoMeetings(), name, {
			inputs: { ...inputs, returnAll: true },
		});
		expect(error).toBeUndefined();
		expect(calls).toEqual([call(path, body), call(path, { ...body, page: 'second' })]);
		expect(json.map((record) => record[id])).toEqual([1, 2, 3]);
	});

	it('refuses an answer that is no list', async () => {
		const { control } = vivoMeetings();
		const answer = { kind: 'status', status: 200, body: { message: 'OK' } } as const;
		await control.fault({ path: `*/${path}`, ...answer });
		const { error } = await runWithCalls(vivoMeetings(), name, { inputs });
		expect(error?.message).toBe('VivoMeetings sent something that is not a list [item 0]');
	});
});

it('reads all call records of a conference with more than the vendor gives at once', async () => {
	const { vendor } = vivoMeetings();
	const [held] = await vendor.addConferences({ held: true, guests: 60 });
	const [other] = await vendor.addConferences({ held: true, guests: 60 });
	const { json, hints } = await runWithCalls(vivoMeetings(), 'host.getCallRecords', {
		inputs: { ...ofHost, returnAll: true },
	});
	const ofConference = (id = 0) => json.filter((record) => record.conference_id === id);
	expect([held?.id, other?.id].map((id) => ofConference(id).length)).toEqual([61, 61]);
	expect(new Set(json.map(({ id }) => id)).size).toBe(json.length);
	expect(hints).toEqual([]);
});
