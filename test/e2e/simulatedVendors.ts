import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { ApizeeApi } from '../../credentials/ApizeeApi.credentials';
import { FlexpertoApi } from '../../credentials/FlexpertoApi.credentials';
import { IotumApi } from '../../credentials/IotumApi.credentials';
import { VivoMeetingsApi } from '../../credentials/VivoMeetingsApi.credentials';
import { Apizee } from '../../nodes/Apizee/Apizee.node';
import { ApizeePollingTrigger } from '../../nodes/Apizee/trigger/ApizeePollingTrigger.node';
import { ApizeeTrigger } from '../../nodes/Apizee/trigger/ApizeeTrigger.node';
import { Flexperto } from '../../nodes/Flexperto/Flexperto.node';
import { FlexpertoPollingTrigger } from '../../nodes/Flexperto/trigger/FlexpertoPollingTrigger.node';
import { FlexpertoTrigger } from '../../nodes/Flexperto/trigger/FlexpertoTrigger.node';
import { Iotum } from '../../nodes/Iotum/Iotum.node';
import { IotumPollingTrigger } from '../../nodes/Iotum/trigger/IotumPollingTrigger.node';
import { IotumTrigger } from '../../nodes/Iotum/trigger/IotumTrigger.node';
import { VivoMeetings } from '../../nodes/VivoMeetings/VivoMeetings.node';
import { VivoMeetingsPollingTrigger } from '../../nodes/VivoMeetings/trigger/VivoMeetingsPollingTrigger.node';
import { VivoMeetingsTrigger } from '../../nodes/VivoMeetings/trigger/VivoMeetingsTrigger.node';
import { accountsOf } from '../../scripts/accounts';
import type { N8nClient, StoredExecution } from '../../scripts/n8n/client';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { startingWith } from '../contract/scenarios/triggerNode';
import { createEngine } from '../harness/engine';
import { gather } from '../harness/result';
import { InstalledN8n } from './installedN8n';
import type { InstalledWorkflow } from './installedWorkflow';
import { client, n8n } from './setup';

const nodeTypes = [
	...[Apizee, ApizeeTrigger, ApizeePollingTrigger],
	...[Flexperto, FlexpertoTrigger, FlexpertoPollingTrigger],
	...[Iotum, IotumTrigger, IotumPollingTrigger],
	...[VivoMeetings, VivoMeetingsTrigger, VivoMeetingsPollingTrigger],
];

const credentialTypes = [ApizeeApi, FlexpertoApi, IotumApi, VivoMeetingsApi];

/** Where a trigger of this package begins a workflow, and the credential it uses. */
export interface Trigger {
	name: string;
	credential: keyof ReturnType<typeof accountsOf>;
	parameters?: INodeParameters;
}

/** All vendors at once in one sandbox, beside an n8n with the package installed. */
export class SimulatedVendors {
	readonly control: Sandbox['control'];
	private turn: Promise<unknown> = Promise.resolve();

	private constructor(
		private readonly sandbox: Sandbox,
		readonly engine: InstalledN8n,
		readonly credentials: ReturnType<typeof accountsOf>,
	) {
		this.control = sandbox.control;
	}

	/** @param own another n8n than the one that all tests share */
	static async start(
		own: { client: N8nClient; logFile: string } = { client, logFile: n8n.logFile },
	): Promise<SimulatedVendors> {
		const sandbox = await startSandbox();
		await sandbox.control.apizee.setQuota({ enabled: false });
		const credentials = accountsOf(sandbox);
		let engine: InstalledN8n | undefined;
		await createEngine({
			nodeTypes,
			credentialTypes,
			credentials,
			make: (parts) => (engine = new InstalledN8n(own.client, own.logFile, parts)),
		});
		if (!engine) throw new Error('There is no engine.');
		return new SimulatedVendors(sandbox, engine, credentials);
	}

	/** Activates a workflow of its own that begins with a trigger; its credential may be another. */
	async activate(trigger: Trigger, changed: IDataObject = {}): Promise<InstalledWorkflow> {
		const { name, credential, parameters } = trigger;
		const workflow = startingWith(name, credential, parameters);
		const id = [credential, ...Object.keys(changed)].join(' with another ');
		this.engine.credentials[id] = { ...this.credentials[credential], ...Object(changed) };
		const credentials = { [credential]: { id, name: id } };
		const nodes = workflow.nodes.map((node) => ({ ...node, credentials }));
		const activation = this.turn.then(
			async () => await this.engine.activate({ ...workflow, nodes }),
		);
		// In n8n 1, the transactions of two requests at once get into each other's way.
		if (n8n.major === '1') this.turn = activation.catch(() => undefined);
		return await activation;
	}

	/** What the trigger handed over in each successful execution, oldest first; waits for none. */
	async begun(id: string, mode?: StoredExecution['mode']): Promise<IDataObject[]> {
		const all = await this.engine.client.executionsOf(id);
		const ended = all.filter(({ status }) => status === 'success').map((one) => one.id);
		const executions = await Promise.all(
			ended.map(async (one) => await this.engine.client.execution(one)),
		);
		return executions
			.filter((execution) => !mode || execution.mode === mode)
			.map(gather)
			.flatMap(({ outputs }) => outputs.Trigger?.[0]?.map(({ json }) => json) ?? []);
	}

	async close(): Promise<void> {
		await this.engine.close();
		await this.sandbox.close();
	}
}
