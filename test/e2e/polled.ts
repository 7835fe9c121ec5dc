import type { IDataObject } from 'n8n-workflow';
import type { SandboxControl } from '../../sandbox/control';
import { eventually } from './eventually';
import type { InstalledWorkflow } from './installedWorkflow';
import type { SimulatedVendors, Trigger } from './simulatedVendors';

/** A look every other second: n8n takes one second of the minute for each entry of a schedule. */
const pollTimes = {
	item: Array.from({ length: 30 }, (_, index) => ({
		mode: 'custom',
		cronExpression: `${index * 2} * * * * *`,
	})),
};

const options = { maxRetries: 0 };

/** What a polling trigger watches. */
interface Polling extends Trigger {
	vendor: string;
	/** Where the list is that each look reads, at the vendor's API. */
	list: string;
	/** Something new appears at the vendor; gives its ID. */
	appear(control: SandboxControl): Promise<string | number | undefined>;
	/** The same of what the trigger hands over. */
	idOf(json: IDataObject): unknown;
}

const hosts = { values: [{ hostId: 52 }] };

/** A polling trigger of each vendor. */
export const pollings: Polling[] = [
	{
		name: 'flexpertoPollingTrigger',
		credential: 'flexpertoApi',
		vendor: 'flexperto',
		parameters: { event: 'contractSessionCompleted', pollTimes, options },
		list: '/api/v2/collaboration/contracts/contracts/sessions',
		async appear({ flexperto }) {
			const [view] = await flexperto.createSessions({ documents: 1, signed: true });
			return view?.session.id;
		},
		idOf: ({ id }) => id,
	},
	{
		name: 'iotumPollingTrigger',
		credential: 'iotumApi',
		vendor: 'iotum',
		parameters: { event: 'conferenceScheduled', hosts, pollTimes, options },
		list: '/enterprise_api/conference/fetch_all',
		appear: async ({ iotum }) => (await iotum.addConferences())[0]?.id,
		idOf: ({ conference_id: id }) => id,
	},
	{
		name: 'vivoMeetingsPollingTrigger',
		credential: 'vivoMeetingsApi',
		vendor: 'vivoMeetings',
		parameters: { event: 'conferenceEnded', hosts, pollTimes, options },
		list: '/enterprise_api/host/conferences',
		appear: async ({ vivoMeetings }) => (await vivoMeetings.addConferences({ held: true }))[0]?.id,
		idOf: ({ conference_id: id }) => id,
	},
	{
		name: 'apizeePollingTrigger',
		credential: 'apizeeApi',
		vendor: 'apizee',
		parameters: { event: 'ticketStateChanged', pollTimes, options },
		list: '/api/tickets',
		appear: async ({ apizee }) => (await apizee.addTickets())[0]?.id,
		idOf: ({ id }) => id,
	},
];

/** A workflow that begins with a polling trigger, and what has appeared at its vendor so far. */
export class PolledWorkflow {
	private readonly expected: unknown[] = [];

	private constructor(
		private readonly vendors: SimulatedVendors,
		readonly polling: Polling,
		private readonly active: InstalledWorkflow,
	) {}

	static async activate(vendors: SimulatedVendors, polling: Polling): Promise<PolledWorkflow> {
		return new PolledWorkflow(vendors, polling, await vendors.activate(polling));
	}

	/** Something new appears, which is to be found once. */
	async appear(): Promise<void> {
		this.expected.push(await this.polling.appear(this.vendors.control));
	}

	/** Waits until everything new was handed over, each thing once, and nothing else. */
	async findsAll(): Promise<void> {
		await eventually(async () => expect(await this.found()).toEqual(sorted(this.expected)));
	}

	/** Waits for several looks of n8n, which find nothing. */
	async findsNothingMore(): Promise<void> {
		await this.looks(3);
		expect(await this.found()).toEqual(sorted(this.expected));
	}

	/** Waits until the vendor has answered so many more looks. */
	async looks(count: number): Promise<void> {
		const before = await this.answered();
		await eventually(async () =>
			expect(await this.answered()).toBeGreaterThanOrEqual(before + count),
		);
	}

	/** How many looks the vendor has answered. */
	async answered(): Promise<number> {
		const { vendor, list: path } = this.polling;
		const requests = await this.vendors.control.requests({ vendor, path });
		return requests.filter(({ status }) => status !== null).length;
	}

	/** The looks of this workflow that failed, as messages of executions, oldest first. */
	async failures(): Promise<Array<string | undefined>> {
		const { client } = this.vendors.engine;
		const all = await client.executionsOf(this.active.id);
		const failed = all.filter(({ status }) => status === 'error');
		const executions = await Promise.all(failed.map(async ({ id }) => await client.execution(id)));
		return executions.map(({ data }) => data.resultData.error?.message);
	}

	async deactivate(): Promise<void> {
		await this.active.deactivate();
	}

	private async found(): Promise<string[]> {
		const { idOf } = this.polling;
		return sorted((await this.vendors.begun(this.active.id)).map(idOf));
	}
}

const sorted = (ids: unknown[]): string[] => ids.map(String).sort();
