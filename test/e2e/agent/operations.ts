import type { IDataObject } from 'n8n-workflow';
import type { Sandbox } from '../../../sandbox/server';
import { fromModel, type AgentTool } from './agentWorkflow';

/** An operation that an agent uses, and what comes of it. */
interface AgentOperation {
	tool: AgentTool;
	/** What the model knows for the tool's arguments. */
	knows: IDataObject;
	/** The tool's description and its arguments, as the model is offered them. */
	description: string;
	properties: Record<string, IDataObject>;
	/** What the vendor gets besides sign-ins: in order. */
	received: Array<[string, unknown?]>;
	/** Of what the model is told. */
	returned: object;
}

export const locator = (value: string | number) => ({ __rl: true, mode: 'id', value });

const NUMBER = { type: 'number' };
const BEGINS = 'When the video call begins, as ISO 8601';

/** One operation of each node that can be a tool, with arguments that the model gives. */
export const operations: Record<
	string,
	(sandbox: Sandbox) => AgentOperation | Promise<AgentOperation>
> = {
	async flexperto({ control }) {
		const { id } = await control.flexperto.createUser();
		const [begins, ends] = ['2030-01-01T09:00:00.000Z', '2030-01-01T10:00:00.000Z'];
		return {
			tool: {
				node: 'flexperto',
				operation: 'meeting.reserve',
				inputs: {
					actingUserId: locator(String(id)),
					accessLinkNotBefore: fromModel('Begins', 'string', BEGINS),
					accessLinkValidUntil: fromModel('Ends', 'string'),
				},
			},
			knows: { Begins: begins, Ends: ends },
			description: 'Reserve a meeting in Flexperto',
			properties: { Begins: { type: 'string', description: BEGINS }, Ends: { type: 'string' } },
			received: [
				[
					'POST /api/v2/communication/meetings/reserve',
					{
						access_link_not_before: begins,
						access_link_valid_until: ends,
						participants: [{}],
					},
				],
			],
			returned: {},
		};
	},

	iotum({ iotum: { fixtures } }) {
		const { hostId } = fixtures;
		return {
			tool: {
				node: 'iotum',
				operation: 'host.update',
				inputs: {
					hostId: locator(fromModel('Host_ID', 'number')),
					updateFields: { name: fromModel('Name', 'string') },
				},
			},
			knows: { Host_ID: hostId, Name: 'Nora New' },
			description: 'Update a host in Iotum',
			properties: { Host_ID: NUMBER, Name: { type: 'string' } },
			received: [['POST /enterprise_api/host/update', { host_id: hostId, name: 'Nora New' }]],
			returned: { host_id: hostId, name: 'Nora New' },
		};
	},

	vivoMeetings({ vivoMeetings: { fixtures } }) {
		const { scheduledConferenceId: conferenceId } = fixtures;
		const about = { conference_id: conferenceId };
		return {
			tool: {
				node: 'vivoMeetings',
				operation: 'conference.cancel',
				inputs: { conferenceId: locator(fromModel('Conference_ID', 'number')) },
			},
			knows: { Conference_ID: conferenceId },
			description: 'Cancel a conference irreversibly in VivoMeetings',
			properties: { Conference_ID: NUMBER },
			received: [
				['POST /enterprise_api/conference/fetch', about],
				['POST /enterprise_api/conference/cancel', about],
			],
			returned: { success: true, conferenceId },
		};
	},

	apizee({ apizee: { fixtures } }) {
		const { conferenceId } = fixtures;
		return {
			tool: {
				node: 'apizee',
				operation: 'conference.get',
				inputs: { conferenceId: locator(fromModel('Conference_ID', 'number')) },
			},
			knows: { Conference_ID: conferenceId },
			description: 'Get a conference in Apizee',
			properties: { Conference_ID: NUMBER },
			received: [[`GET /api/conferences/${conferenceId}`]],
			returned: { id: conferenceId, name: 'Annual review' },
		};
	},
};
