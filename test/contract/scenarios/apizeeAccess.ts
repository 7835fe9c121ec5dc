import type { INodeExecutionData } from 'n8n-workflow';
import type { ApizeeSetup } from '../../Apizee/setup';
import { apizee } from '../manifest/apizee';
import { locator } from './samples';
import { startingWith } from './triggerNode';

type Play = (setup: ApizeeSetup) => Promise<void>;

/** Opens a list in the editor, as it comes and searched. */
const picker =
	(method: string): Play =>
	async ({ engine }) => {
		const { results } = await engine.runPicker({ node: 'apizee', method });
		if (results.length === 0) throw new Error(`${method} shows nothing.`);
		await engine.runPicker({ node: 'apizee', method, filter: 'review' });
	};

const OBJECTS = ['ticket', 'media', 'conversation', 'smsmessage'] as const;
const EVENTS = ['create', 'update', 'delete'] as const;

const nameOf = (output: INodeExecutionData[][] = []) => {
	const { object, event } = output[0]?.[0]?.json ?? {};
	return `${String(object)}.${String(event)}`;
};

/** What is done beside operations: triggers live, the credential is tested, lists are opened. */
export const others: Record<string, Play> = {
	async apizeeTrigger({ engine, vendor, credentials }) {
		const active = await engine.activate(startingWith('apizeeTrigger', 'apizeeApi'));
		const [url = ''] = Object.values(active.urls);
		const { webhookHeaderName, webhookSecret } = credentials.apizeeApi;
		const headers = { [webhookHeaderName]: webhookSecret };
		await vendor.setWebhooks([{ url, headers }]);
		for (const object of OBJECTS) {
			for (const event of EVENTS) await vendor.sendEvent({ object, event });
		}
		// The sandbox does not tell of what happens within a session.
		const body = { event: 'create', time: 1_700_000_000, object: 'conversationevent', props: {} };
		await vendor.deliver(url, body, headers);
		const told = (await active.executions()).map(({ outputs }) => nameOf(outputs.Trigger));
		await active.deactivate();
		expect(told.sort()).toEqual(Object.keys(apizee.webhooks ?? {}).sort());
	},

	async apizeePollingTrigger({ engine, access }) {
		const { doneTicketId, conferenceId } = access.fixtures;
		for (const watched of [
			{ event: 'ticketDone' },
			{ event: 'ticketStateChanged' },
			{ event: 'conferenceEnded' },
			{ event: 'newMedia' },
			{ event: 'newMedia', mediaOf: 'ticket', ticketId: locator(doneTicketId) },
			{ event: 'newMedia', mediaOf: 'conference', conferenceId: locator(conferenceId) },
		]) {
			const workflow = startingWith('apizeePollingTrigger', 'apizeeApi', watched);
			await (await engine.activate(workflow)).deactivate();
		}
	},

	async apizeeApi({ engine, access, credentials }) {
		const accessToken = access.agent.token;
		for (const data of [
			credentials.apizeeApi,
			{ ...credentials.apizeeApi, authentication: 'token', accessToken },
		]) {
			const { status, message } = await engine.testCredential('apizeeApi', data);
			if (status !== 'OK') throw new Error(`The credential's test says: ${message}`);
		}
	},

	searchAgents: picker('searchAgents'),
	searchConferences: picker('searchConferences'),
	searchTickets: picker('searchTickets'),
};
