import { join } from 'node:path';
import { Iotum } from '../../../nodes/Iotum/Iotum.node';
import { IotumPollingTrigger } from '../../../nodes/Iotum/trigger/IotumPollingTrigger.node';
import { IotumTrigger } from '../../../nodes/Iotum/trigger/IotumTrigger.node';
import { VivoMeetingsPollingTrigger } from '../../../nodes/VivoMeetings/trigger/VivoMeetingsPollingTrigger.node';
import { VivoMeetingsTrigger } from '../../../nodes/VivoMeetings/trigger/VivoMeetingsTrigger.node';
import { VivoMeetings } from '../../../nodes/VivoMeetings/VivoMeetings.node';
import type { LoggedRequest } from '../../../sandbox/requestLog';
import type { SandboxControl } from '../../../sandbox/control';
import type { Brand as SimulatedBrand, Endpoints } from '../../../sandbox/iotum/brands/brand';
import { iotum as simulatedIotum } from '../../../sandbox/iotum/brands/iotum';
import { vivoMeetings as simulatedVivoMeetings } from '../../../sandbox/iotum/brands/vivoMeetings';
import { useApizee } from '../../Apizee/setup';
import { useFlexperto } from '../../Flexperto/setup';
import { useIotum, useVivoMeetings } from '../../Iotum/setup';
import type { EngineOptions } from '../../harness/engine';
import { apizee } from '../manifest/apizee';
import { flexperto } from '../manifest/flexperto';
import { iotum } from '../manifest/iotum';
import type { Manifest } from '../manifest/manifest';
import { vivoMeetings } from '../manifest/vivoMeetings';
import { root } from '../nodes';
import { scopes } from '../scope';
import type { Scope } from '../scope/inputs';
import { namesOfApizee, playApizee } from './apizee';
import { namesOf, playEnterpriseApi, type Brand } from './enterpriseApi';
import { play, scenarios } from './flexperto';

/** A vendor's nodes on n8n's engine, before the sandbox. */
interface Stage {
	control: SandboxControl;
	/** Runs it so that it does all it can do; gives what the vendor received. Throws when it fails. */
	play(name: string): Promise<LoggedRequest[]>;
}

export interface Vendor {
	manifest: Manifest;
	scope: Scope;
	/** Every operation, trigger and credential that can be played. */
	names: string[];
	/** What the sandbox has read in the document, where it holds that as data. */
	endpoints?: Endpoints;
	/** One stage for a test file; the sandbox is emptied before each of its tests. */
	use(options?: EngineOptions): () => Stage;
}

/** The nodes of both brands, beside n8n's own credential that those for OAuth2 extend. */
export const ofEnterpriseApi: EngineOptions = {
	nodeTypes: [
		Iotum,
		IotumTrigger,
		IotumPollingTrigger,
		VivoMeetings,
		VivoMeetingsTrigger,
		VivoMeetingsPollingTrigger,
	],
	packages: [join(root, 'playground/node_modules/n8n-nodes-base')],
};

function enterpriseApi(
	brand: Brand,
	manifest: Manifest,
	{ endpoints }: SimulatedBrand,
	use: typeof useIotum,
): Vendor {
	const scope = scopes[brand];
	return {
		manifest,
		scope,
		names: namesOf(brand, scope),
		endpoints,
		use(options) {
			const started = use({ ...ofEnterpriseApi, ...options });
			return () => ({
				control: started().control,
				play: async (name) => await playEnterpriseApi(brand, name, scope, started()),
			});
		},
	};
}

/** The vendors whose nodes there are. */
export const vendors: Record<string, Vendor> = {
	flexperto: {
		manifest: flexperto,
		scope: scopes.flexperto,
		names: scenarios,
		use(options) {
			const started = useFlexperto(options);
			return () => ({
				control: started().control,
				play: async (name) => await play(name, started()),
			});
		},
	},
	iotum: enterpriseApi('iotum', iotum, simulatedIotum, useIotum),
	vivoMeetings: enterpriseApi('vivoMeetings', vivoMeetings, simulatedVivoMeetings, useVivoMeetings),
	apizee: {
		manifest: apizee,
		scope: scopes.apizee,
		names: namesOfApizee(scopes.apizee),
		use(options) {
			const started = useApizee(options);
			return () => ({
				control: started().control,
				play: async (name) => await playApizee(name, scopes.apizee, started()),
			});
		},
	},
};
