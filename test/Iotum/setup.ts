import type { ICredentialDataDecryptedObject, INodeParameters } from 'n8n-workflow';

import { IotumApi } from '../../credentials/IotumApi.credentials';
import { IotumOAuth2Api } from '../../credentials/IotumOAuth2Api.credentials';
import { VivoMeetingsApi } from '../../credentials/VivoMeetingsApi.credentials';
import { VivoMeetingsOAuth2Api } from '../../credentials/VivoMeetingsOAuth2Api.credentials';
import { Iotum } from '../../nodes/Iotum/Iotum.node';
import { VivoMeetings } from '../../nodes/VivoMeetings/VivoMeetings.node';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { createEngine, type EngineOptions } from '../harness/engine';
import type { NodeRun } from '../harness/runNode';

// The machine may be busy when the engine starts.
jest.setTimeout(30_000);

/** A run of the node: `resource.operation`, its inputs, and what else a run can have. */
interface Run extends Omit<NodeRun, 'node' | 'parameters'> {
	inputs?: INodeParameters;
}

type Brand = 'iotum' | 'vivoMeetings';

/** Credentials that work, of a reseller admin, by credential type. */
function credentialsOf({ iotum, vivoMeetings }: Sandbox) {
	const { email, password } = vivoMeetings.resellerAdmin;
	const iotumApi: ICredentialDataDecryptedObject = {
		baseUrl: iotum.baseUrl,
		apiToken: iotum.resellerAdmin.apiToken,
		signingToken: iotum.signingToken ?? '',
	};
	const vivoMeetingsApi: ICredentialDataDecryptedObject = {
		baseUrl: vivoMeetings.baseUrl,
		email,
		password,
		webhookSecret: 'a-long-random-text-of-our-own',
	};
	return { iotumApi, vivoMeetingsApi };
}

/** The sandbox as vendor, n8n's engine with the nodes of a brand, and credentials that work. */
export async function start(brand: Brand, options: EngineOptions = {}) {
	const sandbox = await startSandbox();
	const credentials = credentialsOf(sandbox);
	const engine = await createEngine({
		nodeTypes: [Iotum, VivoMeetings],
		credentialTypes: [IotumApi, IotumOAuth2Api, VivoMeetingsApi, VivoMeetingsOAuth2Api],
		credentials,
		...options,
	});
	return {
		sandbox,
		engine,
		credentials,
		control: sandbox.control,
		/** What a client of the brand needs to know, and its fixtures. */
		access: sandbox[brand],
		/** What the sandbox can be told to do with the brand. */
		vendor: sandbox.control[brand],
		/** Runs an operation, such as `host.create`. */
		async run(name: `${string}.${string}`, { inputs, ...run }: Run = {}) {
			const [resource = '', operation = ''] = name.split('.');
			const parameters = { resource, operation, ...inputs };
			return await engine.runNode({ node: brand, parameters, ...run });
		},
		async close() {
			await engine.close();
			await sandbox.close();
		},
	};
}

export type Setup = Awaited<ReturnType<typeof start>>;

/** One setup for a test file; the sandbox is emptied before each of its tests. */
function use(brand: Brand, options?: EngineOptions): () => Setup {
	let setup: Setup | undefined;
	const started = () => {
		if (!setup) throw new Error('The sandbox is not running.');
		return setup;
	};
	beforeAll(async () => {
		setup = await start(brand, options);
	});
	beforeEach(async () => await started().control.reset());
	afterAll(async () => await setup?.close());
	return started;
}

export const useIotum = (options?: EngineOptions) => use('iotum', options);

export const useVivoMeetings = (options?: EngineOptions) => use('vivoMeetings', options);
