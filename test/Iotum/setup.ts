import { IotumApi } from '../../credentials/IotumApi.credentials';
import { IotumOAuth2Api } from '../../credentials/IotumOAuth2Api.credentials';
import { VivoMeetingsApi } from '../../credentials/VivoMeetingsApi.credentials';
import { VivoMeetingsOAuth2Api } from '../../credentials/VivoMeetingsOAuth2Api.credentials';
import { Iotum } from '../../nodes/Iotum/Iotum.node';
import { VivoMeetings } from '../../nodes/VivoMeetings/VivoMeetings.node';
import type { Sandbox } from '../../sandbox/server';
import type { EngineOptions } from '../harness/engine';
import { oneForAll, start as begin } from '../setup';

type Brand = 'iotum' | 'vivoMeetings';

/** Credentials that work, of a reseller admin, by credential type. */
function credentials({ iotum, vivoMeetings }: Sandbox) {
	const { email, password } = vivoMeetings.resellerAdmin;
	const { signingToken = '' } = iotum;
	return {
		iotumApi: { baseUrl: iotum.baseUrl, apiToken: iotum.resellerAdmin.apiToken, signingToken },
		vivoMeetingsApi: {
			baseUrl: vivoMeetings.baseUrl,
			email,
			password,
			webhookSecret: 'vivomeetings-own-random-text',
		},
	};
}

/** The sandbox as vendor, n8n's engine with the nodes of a brand, and credentials that work. */
export async function start(brand: Brand, options?: EngineOptions) {
	const setup = await begin({
		node: brand,
		nodeTypes: [Iotum, VivoMeetings],
		credentialTypes: [IotumApi, IotumOAuth2Api, VivoMeetingsApi, VivoMeetingsOAuth2Api],
		credentials,
		options,
	});
	return {
		...setup,
		/** What a client of the brand needs to know, and its fixtures. */
		access: setup.sandbox[brand],
		/** What the sandbox can be told to do with the brand. */
		vendor: setup.control[brand],
	};
}

export type Setup = Awaited<ReturnType<typeof start>>;

export const useIotum = (options?: EngineOptions) =>
	oneForAll(async () => await start('iotum', options));

export const useVivoMeetings = (options?: EngineOptions) =>
	oneForAll(async () => await start('vivoMeetings', options));
