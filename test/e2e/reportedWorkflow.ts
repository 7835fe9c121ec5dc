import type { IDataObject } from 'n8n-workflow';
import type { N8nClient, StoredExecution } from '../../scripts/n8n/client';
import { eventually } from './eventually';
import type { InstalledWorkflow } from './installedWorkflow';
import type { Reporting } from './reporting';
import type { SimulatedVendors } from './simulatedVendors';

/** A workflow that begins with a webhook trigger, and what the vendor has reported to it so far. */
export class ReportedWorkflow {
	private readonly expected: unknown[] = [];

	private constructor(
		private readonly client: N8nClient,
		private readonly vendors: SimulatedVendors,
		private readonly reporting: Reporting,
		private readonly active: InstalledWorkflow,
	) {}

	/** Activates it; a webhook that is set up by hand is set up. */
	static async activate(
		client: N8nClient,
		vendors: SimulatedVendors,
		reporting: Reporting,
	): Promise<ReportedWorkflow> {
		const active = await vendors.activate(reporting);
		const workflow = new ReportedWorkflow(client, vendors, reporting, active);
		await workflow.tell(workflow.url);
		return workflow;
	}

	get id(): string {
		return this.active.id;
	}

	get url(): string {
		return this.active.urls.Trigger ?? '';
	}

	get testUrl(): string {
		return this.url.replace('/webhook/', '/webhook-test/');
	}

	/** Lets the vendor report to another URL than the production URL. */
	async tell(url: string): Promise<void> {
		await this.reporting.setUp?.(this.vendors.control, url);
	}

	/** Something happens: it is delivered, and one execution begins with it, besides those before. */
	async startsOnce(mode: StoredExecution['mode'] = 'webhook'): Promise<void> {
		const { reporting, vendors } = this;
		const key = await reporting.report(vendors.control);
		if (mode === 'webhook') this.expected.push(key);
		await eventually(async () => {
			expect(await this.keys('webhook')).toEqual(this.expected);
			if (mode === 'manual') expect((await this.keys('manual')).at(-1)).toEqual(key);
		});
	}

	/** Something happens and is delivered, and n8n knows nobody who wants it. */
	async startsNothing(): Promise<void> {
		const { reporting, vendors } = this;
		const before = (await reporting.deliveries(vendors.control)).length;
		await reporting.report(vendors.control);
		const told = (await reporting.deliveries(vendors.control)).slice(before);
		expect(told.length).toBeGreaterThan(0);
		for (const { status } of told) expect(status).toBe(404);
		expect(await this.keys('webhook')).toEqual(this.expected);
	}

	/** The user adds a node and saves (and, in n8n 2, publishes) the workflow. */
	async change(parameters: IDataObject = {}): Promise<void> {
		const workflow = await this.client.workflow(this.id);
		const nodes = workflow.nodes.map((node) => ({
			...node,
			parameters: { ...node.parameters, ...(node.name === 'Trigger' && Object(parameters)) },
		}));
		const name = `Added ${nodes.length}`;
		const type = 'n8n-nodes-base.noOp';
		nodes.push({ id: name, name, type, typeVersion: 1, position: [300, 0], parameters: {} });
		const main = [[{ node: name, type: 'main' as const, index: 0 }]];
		await this.client.change({ ...workflow, nodes, connections: { Trigger: { main } } });
	}

	/** Presses "Listen for test event". */
	async listen(): Promise<void> {
		await this.client.listen(await this.client.workflow(this.id), 'Trigger');
	}

	async deactivate(): Promise<void> {
		await this.client.deactivate(this.id);
	}

	async activateAgain(): Promise<void> {
		await this.client.activate(this.id);
	}

	/** What was reported of the things that happened here; the vendor tells of others, too. */
	private async keys(mode: StoredExecution['mode']): Promise<unknown[]> {
		const begun = await this.vendors.begun(this.id, mode);
		return begun.map((json) => this.reporting.keyOf(json)).filter((key) => key !== undefined);
	}
}
