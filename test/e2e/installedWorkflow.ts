import type { StoredExecution } from '../../scripts/n8n/client';
import type { Active, Tick } from '../harness/activeWorkflow';
import type { RunResult } from '../harness/result';
import type { InstalledN8n } from './installedN8n';

/** How long nothing may begin until everything is taken to have begun, in milliseconds. */
const QUIET = 750;

/** A workflow that is active in an n8n of its own. */
export class InstalledWorkflow implements Active {
	readonly urls: Record<string, string> = {};
	firstTicks: Tick[] = [];
	/** The executions of ticks, which are not those of deliveries. */
	private readonly ticked = new Set<string>();
	private before = new Set<string>();

	private constructor(
		private readonly n8n: InstalledN8n,
		readonly id: string,
	) {}

	/** Activates it; n8n polls once. Throws with n8n's words when it cannot be activated. */
	static async activate(n8n: InstalledN8n, id: string): Promise<InstalledWorkflow> {
		const workflow = new InstalledWorkflow(n8n, id);
		workflow.before = new Set((await n8n.client.executionsOf(id)).map((execution) => execution.id));
		Object.assign(workflow.urls, await n8n.webhookUrls(id));
		workflow.firstTicks = await workflow.polled(async () => await n8n.client.activate(id));
		return workflow;
	}

	/** Activates it once more, as n8n polls then at once and has no other way to be told. */
	async tick(): Promise<Tick[]> {
		const { client } = this.n8n;
		await client.deactivate(this.id);
		return await this.polled(async () => await client.activate(this.id));
	}

	/** What came of the poll that something sets off. */
	private async polled(setOff: () => Promise<void>): Promise<Tick[]> {
		const { nodes } = await this.n8n.client.workflow(this.id);
		const pollers = nodes.filter(({ type }) => type.endsWith('PollingTrigger'));
		const known = new Set((await this.n8n.client.executionsOf(this.id)).map(({ id }) => id));
		await setOff();
		if (pollers.length === 0) return [];
		const begun = (await this.all()).filter(({ id }) => !known.has(id));
		for (const { id } of begun) this.ticked.add(id);
		const runs = await Promise.all(begun.map(async ({ id }) => await this.run(id)));
		return pollers.map(({ name }) => {
			const execution = runs.find(({ outputs }) => name in outputs);
			return { node: name, emitted: execution?.outputs[name] ?? null, execution };
		});
	}

	async executions(): Promise<RunResult[]> {
		const ids = (await this.all())
			.map(({ id }) => id)
			.filter((id) => !this.before.has(id) && !this.ticked.has(id));
		return await Promise.all(ids.map(async (id) => await this.run(id)));
	}

	async deactivate(): Promise<void> {
		await this.n8n.client.deactivate(this.id);
	}

	/** Activates it once more: the n8n of the tests serves them all, so that it is not restarted here. */
	async restart(): Promise<void> {
		await this.tick();
	}

	private async run(id: string): Promise<RunResult> {
		return await this.n8n.result(await this.n8n.client.ended(id));
	}

	/** All executions, once no new one has begun for a while. */
	private async all(): Promise<Array<Pick<StoredExecution, 'id'>>> {
		for (let seen = -1; ; ) {
			const found = await this.n8n.client.executionsOf(this.id);
			if (found.length === seen) return found;
			seen = found.length;
			await new Promise((done) => setTimeout(done, QUIET));
		}
	}
}
