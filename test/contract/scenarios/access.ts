import axios from 'axios';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { Setup } from '../../Iotum/setup';
import { send, triggerWorkflow } from '../../Iotum/triggerWorkflow';
import type { Brand } from './enterpriseApi';
import { locator } from './samples';

type Play = (setup: Setup) => Promise<void>;

const EVENTS = [
	'recordingPublished',
	'conferenceEnded',
	'conferenceScheduled',
	'transcriptionReady',
];

/** A life of each trigger: activated, and told or shown something. */
export const ofTriggers = (brand: Brand): Record<string, Play> => ({
	async [`${brand}Trigger`]({ engine, access, credentials }) {
		const { fixtures, signingToken = '' } = access;
		const isIotum = brand === 'iotum';
		const filters = isIotum ? { companyId: locator(fixtures.companyId) } : {};
		const active = await engine.activate(triggerWorkflow(`${brand}Trigger`, { filters }));
		const [url = ''] = Object.values(active.urls);
		const secret = String(credentials.vivoMeetingsApi.webhookSecret);
		// As in the vendor's sample, which does not name the company.
		const payload = JSON.stringify({ conference_id: 183, host_id: fixtures.hostId });
		const body = { event: 'conference_end', payload, timestamp: '2026-03-01T10:00:00Z' };
		await send(isIotum ? url : `${url}?${new URLSearchParams({ secret })}`, body, {
			'x-signing-token': signingToken,
		});
		const started = await active.executions();
		await active.deactivate();
		if (started.length !== 1) throw new Error('The delivery did not start the workflow.');
	},

	async [`${brand}PollingTrigger`]({ engine, vendor, access }) {
		await vendor.addConferences({ held: true, recordings: 1 });
		const { companyId, hostId } = access.fixtures;
		for (const watched of [
			{ watch: 'hosts', hosts: { values: [{ hostId: locator(hostId) }] } },
			{ watch: 'company', companyId: locator(companyId) },
		]) {
			for (const event of EVENTS) {
				const workflow = triggerWorkflow(`${brand}PollingTrigger`, { event, ...watched });
				await (await engine.activate(workflow)).deactivate();
			}
		}
	},
});

/** What is done to set up each credential: the session's test, and the way through OAuth2. */
export const ofCredentials = (brand: Brand): Record<string, Play> => ({
	async [`${brand}Api`]({ engine, credentials }) {
		const data = brand === 'iotum' ? credentials.iotumApi : credentials.vivoMeetingsApi;
		accepted(await engine.testCredential(`${brand}Api`, data));
	},

	async [`${brand}OAuth2Api`]({ engine, access, vendor }) {
		const type = `${brand}OAuth2Api`;
		const { clientId, clientSecret, redirectUri } = access.oauth;
		// An access token that has expired is renewed.
		const { accessToken, refreshToken } = await vendor.issueTokens({ expired: true });
		const oauthTokenData = {
			access_token: accessToken,
			refresh_token: refreshToken,
			token_type: 'Bearer',
		};
		const entered = { baseUrl: access.baseUrl, clientId, clientSecret, oauthTokenData };
		const data = completed(engine, type, entered);
		const query = {
			client_id: clientId,
			redirect_uri: redirectUri,
			response_type: 'code',
			scope: String(data.scope),
		};
		await axios.get(`${String(data.authUrl)}?${new URLSearchParams(query)}`, { proxy: false });
		accepted(await engine.testCredential(type, entered));
	},
});

/** The credential as n8n has it when the user connects the account, with what is not shown. */
function completed(
	engine: Setup['engine'],
	type: string,
	entered: ICredentialDataDecryptedObject,
): ICredentialDataDecryptedObject {
	const additionalData = engine.additionalData({ currentNodeParameters: {} });
	const { credentialsHelper } = additionalData;
	return credentialsHelper.withDefaults(additionalData, entered, type, 'internal');
}

function accepted({ status, message }: { status: string; message: string }): void {
	if (status !== 'OK') throw new Error(`The credential's test says: ${message}`);
}
