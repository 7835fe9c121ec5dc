import type { INode, INodeExecutionData, IWebhookData, Workflow } from 'n8n-workflow';
import type { Engine } from './engine';
import type { RunResult } from './result';
import { execute, loadWorkflow, type WorkflowJson } from './run';
import { secretWatch } from './secrets';
import { receive } from './webhookDelivery';
import { nodeWebhooks, runWebhookMethod, webhookUrl } from './webhookRegistration';
import type { Delivery } from './webhookServer';

/** What one call of `poll()` led to. */
export interface Tick {
	node: string;
	/** What the node handed over; null means nothing new. */
	emitted: INodeExecutionData[][] | null;
	/** What `poll()` threw; n8n shows it as a failed execution. */
	error?: Error;
	/** The execution that the emitted items started, when it is done. */
	execution?: RunResult;
}

/** A workflow that its triggers start. */
export interface Active {
	/** Production URLs by node name. */
	readonly urls: Record<string, string>;
	/** What the first `poll()` of each polling trigger led to, at activation or at the last restart. */
	firstTicks: Tick[];
	/** The schedule of every polling trigger comes round once. */
	tick(): Promise<Tick[]>;
	/** Waits for every execution started by a delivery so far and returns them in order. */
	executions(): Promise<RunResult[]>;
	/** Stops n8n and starts it again. */
	restart(how: { checksWebhooks: boolean }): Promise<void>;
	/** Unpublishes the workflow. */
	deactivate(): Promise<void>;
}

/**
 * A published workflow: its webhooks are registered and answered, its polling triggers polled.
 * Nothing polls by itself: `tick` is the schedule.
 */
export class ActiveWorkflow implements Active {
	readonly urls: Record<string, string> = {};
	firstTicks: Tick[] = [];
	private readonly started: Array<Promise<RunResult>> = [];
	private workflow: Workflow;

	private constructor(
		private readonly engine: Engine,
		private readonly json: WorkflowJson,
	) {
		this.workflow = loadWorkflow(engine, json, { active: true });
	}

	/**
	 * Publishes a workflow: `checkExists`, `create` when that is false, and the first `poll()`.
	 * Whatever these throw, the activation throws.
	 */
	static async activate(engine: Engine, json: WorkflowJson): Promise<ActiveWorkflow> {
		await engine.webhooks.start();
		const active = new ActiveWorkflow(engine, json);
		await active.add('activate', true);
		return active;
	}

	/**
	 * Stops n8n and starts it again: static data that was not stored is gone, the webhooks are still
	 * registered, and each polling trigger polls once (see `firstTicks`). `checksWebhooks`: n8n also
	 * calls `checkExists`, and `create` when that is false.
	 */
	async restart({ checksWebhooks }: { checksWebhooks: boolean }): Promise<void> {
		await this.executions();
		this.workflow = loadWorkflow(this.engine, this.json, { active: true });
		await this.add('init', checksWebhooks);
	}

	/** Unpublishes the workflow: `delete`, with the static data as it was stored. */
	async deactivate(): Promise<void> {
		const workflow = loadWorkflow(this.engine, this.json, { active: true });
		for (const webhook of nodeWebhooks(this.engine, workflow)) {
			await runWebhookMethod(this.engine, 'delete', workflow, webhook, 'internal', 'update');
			this.engine.webhooks.unregister(webhook.httpMethod, webhookUrl(webhook));
		}
		this.engine.staticData.saveIfChanged(workflow);
	}

	async tick(): Promise<Tick[]> {
		const ticks = [];
		for (const node of this.workflow.getPollNodes()) ticks.push(await this.poll(node, false));
		return ticks;
	}

	async executions(): Promise<RunResult[]> {
		return await Promise.all(this.started);
	}

	private async add(activation: 'activate' | 'init', checksWebhooks: boolean): Promise<void> {
		const { engine, workflow } = this;
		for (const webhook of nodeWebhooks(engine, workflow)) {
			this.urls[webhook.node] = webhookUrl(webhook);
			engine.webhooks.register(webhook.httpMethod, webhookUrl(webhook), async (delivery) =>
				this.deliver(webhook, delivery),
			);
			if (!checksWebhooks) continue;
			if (
				!(await runWebhookMethod(engine, 'checkExists', workflow, webhook, 'trigger', activation))
			) {
				await runWebhookMethod(engine, 'create', workflow, webhook, 'trigger', activation);
			}
		}
		this.firstTicks = [];
		for (const node of workflow.getPollNodes()) {
			try {
				this.firstTicks.push(await this.poll(node, true, activation));
			} catch (error) {
				const cause = error as Error;
				const message = `There was a problem activating the workflow: "${cause.message}"`;
				throw new engine.n8n.workflow.WorkflowActivationError(message, { cause, node });
			}
		}
		engine.staticData.saveIfChanged(workflow);
	}

	private async deliver(webhook: IWebhookData, delivery: Delivery): Promise<void> {
		const staticData = this.engine.staticData.load(webhook.workflowId);
		const reception = { json: this.json, webhook, mode: 'webhook' as const, staticData };
		const { execution } = await receive(this.engine, reception, delivery);
		if (execution) this.started.push(execution);
	}

	/** `isFirst`: the poll at activation, where an error is the activation's error. */
	private async poll(
		node: INode,
		isFirst: boolean,
		activation: 'activate' | 'init' = 'activate',
	): Promise<Tick> {
		const { engine, workflow, json } = this;
		const { core, container } = engine.n8n;
		const tick: Tick = { node: node.name, emitted: null };
		let execution: Promise<RunResult> | undefined;
		const context = new core.PollContext(
			workflow,
			node,
			engine.additionalData({ workflowId: workflow.id }),
			'trigger',
			activation,
			(emitted) => {
				tick.emitted = emitted;
				engine.staticData.saveIfChanged(workflow);
				const data = engine.n8n.workflow.createRunExecutionData({
					executionData: {
						nodeExecutionStack: [{ node, data: { main: emitted }, source: null }],
					},
				});
				const fresh = loadWorkflow(engine, json, { active: true });
				execution = execute(engine, json, fresh, 'trigger', data);
			},
			(error) => {
				tick.error = error;
			},
		);
		const poll = container
			.get(core.PollTriggerExecutor)
			.create(workflow, node, context, () => true);
		await poll(isFirst);
		secretWatch()?.look('poll', tick.error);
		tick.execution = await execution;
		return tick;
	}
}
