import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	INodeExecutionData,
	INodeParameters,
} from 'n8n-workflow';
import type { SandboxControl } from '../../../sandbox/control';
import { useApizee } from '../../Apizee/setup';
import { apizee } from '../../contract/manifest/apizee';
import { flexperto } from '../../contract/manifest/flexperto';
import { iotum } from '../../contract/manifest/iotum';
import type { Manifest } from '../../contract/manifest/manifest';
import { vivoMeetings } from '../../contract/manifest/vivoMeetings';
import * as apizeeRuns from '../../contract/scenarios/apizee';
import * as enterpriseApi from '../../contract/scenarios/enterpriseApi';
import * as flexpertoRuns from '../../contract/scenarios/flexperto';
import { parts } from '../../contract/scenarios/parts';
import { scopes } from '../../contract/scope';
import { useFlexperto } from '../../Flexperto/setup';
import { useIotum, useVivoMeetings } from '../../Iotum/setup';
import type { NodeRun, NodeRunResult } from '../../harness/runNode';

export type OperationName = `${string}.${string}`;

/** A run that works, before it is spoilt. */
export interface Working {
	inputs: INodeParameters;
	/** The item with the file that the operation takes. */
	file?: INodeExecutionData;
}

const isItem = (item: IDataObject | INodeExecutionData): item is INodeExecutionData =>
	typeof item.json === 'object' && 'binary' in item;

const fileIn = (items: NodeRun['items'] = []) => items.find(isItem);

/** A vendor's node on n8n's engine, before the sandbox. */
export interface Stage {
	control: SandboxControl;
	/** The credential that works, by its type, and the entry of it that has the address. */
	credential: { type: string; data: ICredentialDataDecryptedObject };
	/** Makes the vendor as new and what the operation needs; gives runs that work. */
	prepare(name: OperationName): Promise<Working[]>;
	run(
		name: OperationName,
		run: Omit<NodeRun, 'node' | 'parameters'> & { inputs?: INodeParameters },
	): Promise<NodeRunResult>;
}

export interface Vendor {
	/** The name users know. */
	title: string;
	node: keyof typeof scopes;
	manifest: Manifest;
	/** One stage for a test file. */
	use(): () => Stage;
}

function ofEnterpriseApi(
	title: string,
	node: enterpriseApi.Brand,
	manifest: Manifest,
	use: typeof useIotum,
): Vendor {
	return {
		title,
		node,
		manifest,
		use() {
			const started = use();
			return () => {
				const { control, credentials, run } = started();
				const type = `${node}Api` as const;
				return {
					control,
					run,
					credential: { type, data: credentials[type] },
					async prepare(name) {
						await control.reset();
						const inputs = scopes[node].operations[name] ?? {};
						const part = parts[name] ?? {};
						const file = fileIn(await part.items?.(started()));
						const prepared = { ...(await part.prepare?.(started())) };
						// The further ones want much to be there, which takes time in every run.
						const common = { ...part, further: undefined };
						const runs = enterpriseApi.runsOf(node, inputs, common, started());
						const own = await Promise.all(
							runs.map(async (each) => ({ ...each.inputs, ...(await each.prepare?.(started())) })),
						);
						await control.clearFaults();
						return own.map((each) => ({ inputs: { ...each, ...prepared }, file }));
					},
				};
			};
		},
	};
}

export const vendors: Record<keyof typeof scopes, Vendor> = {
	flexperto: {
		title: 'Flexperto',
		node: 'flexperto',
		manifest: flexperto,
		use() {
			const started = useFlexperto();
			return () => {
				const { control, credentials, run } = started();
				return {
					control,
					run,
					credential: { type: 'flexpertoApi', data: credentials.flexpertoApi },
					async prepare(name) {
						await control.reset();
						const runs = await flexpertoRuns.runsOf(name, started());
						return runs.map(({ inputs = {}, items }) => ({ inputs, file: fileIn(items) }));
					},
				};
			};
		},
	},
	iotum: ofEnterpriseApi('Iotum', 'iotum', iotum, useIotum),
	vivoMeetings: ofEnterpriseApi('VivoMeetings', 'vivoMeetings', vivoMeetings, useVivoMeetings),
	apizee: {
		title: 'Apizee',
		node: 'apizee',
		manifest: apizee,
		use() {
			const started = useApizee();
			return () => {
				const { control, credentials, run, vendor } = started();
				return {
					control,
					run,
					credential: { type: 'apizeeApi', data: credentials.apizeeApi },
					async prepare(name) {
						await control.reset();
						await vendor.setQuota({ enabled: false });
						const inputs = scopes.apizee.operations[name] ?? {};
						const prepared = await apizeeRuns.parts[name]?.prepare?.(started());
						const runs = apizeeRuns.runsOf(name, inputs, started());
						return runs.map((each) => ({ inputs: { ...each, ...prepared } }));
					},
				};
			};
		},
	},
};
