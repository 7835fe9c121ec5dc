import type { Workflow } from 'n8n-workflow';
import type { Engine } from './engine';
import type { RunResult } from './result';
import { loadWorkflow, type WorkflowJson } from './run';
import { receive } from './webhookDelivery';
import { nodeWebhooks, runWebhookMethod, webhookUrl } from './webhookRegistration';

/** "Listen for test event": a registration of its own that ends with the first delivery. */
export interface TestListener {
	/** Test URLs by node name. */
	urls: Record<string, string>;
	/** The execution that the delivery starts; undefined when the node started none, or on `stop`. */
	execution: Promise<RunResult | undefined>;
	/** "Stop listening". */
	stop(): Promise<void>;
}

/**
 * Registers the test URLs of a workflow. Test URLs have static data of their own, which is gone
 * with the registration; what is stored for the workflow is neither read nor changed.
 */
export async function listenForTestEvent(
	engine: Engine,
	json: WorkflowJson,
): Promise<TestListener> {
	await engine.webhooks.start();
	const load = () => loadWorkflow(engine, json, { staticData: {} });
	const workflow = load();
	const webhooks = nodeWebhooks(engine, workflow, { isTest: true });
	const urls: TestListener['urls'] = {};
	let staticData: Workflow['staticData'] = {};
	let finish: (result: RunResult | undefined) => void = () => undefined;
	const execution = new Promise<RunResult | undefined>((resolve) => {
		finish = resolve;
	});

	const deregister = async () => {
		const last = load();
		last.staticData = staticData;
		for (const webhook of webhooks) {
			await runWebhookMethod(engine, 'delete', last, webhook, 'internal', 'update');
			engine.webhooks.unregister(webhook.httpMethod, webhookUrl(webhook));
		}
	};

	try {
		for (const webhook of webhooks) {
			urls[webhook.node] = webhookUrl(webhook);
			if (!(await runWebhookMethod(engine, 'checkExists', workflow, webhook, 'manual', 'manual'))) {
				await runWebhookMethod(engine, 'create', workflow, webhook, 'manual', 'manual');
			}
			engine.webhooks.register(webhook.httpMethod, webhookUrl(webhook), async (delivery) => {
				const own = { staticData: {}, testStaticData: staticData };
				const started = await receive(engine, { json, webhook, mode: 'manual', ...own }, delivery);
				if (!started.execution) return;
				await deregister();
				finish(await started.execution);
			});
		}
	} catch (error) {
		await deregister();
		throw error;
	}
	staticData = workflow.staticData;
	return {
		urls,
		execution,
		stop: async () => {
			await deregister();
			finish(undefined);
		},
	};
}
