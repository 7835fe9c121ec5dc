import { connectAccount } from '../../../Iotum/pollingAccount';
import { hosts, watching } from '../../../Iotum/pollingWorkflow';
import type { Setup } from '../../../Iotum/setup';
import { attempt, listOf, looking } from '../operations';
import { at, running, type Brand, type EnterpriseAct } from './common';

const conference = ({ access }: Setup) => access.fixtures.scheduledConferenceId;

const REJECTED = {
	iotum: {
		because: 'the sign-in itself is rejected, which is not tried again',
		words: 'Iotum rejected the API token',
		outcome: 'refused',
		sent: 1,
	},
	vivoMeetings: {
		because: 'the sign-in itself is rejected, which is not tried again',
		words: 'VivoMeetings rejected the e-mail and password',
		outcome: 'refused',
		sent: 1,
	},
} as const;

/** What only reads: operations, pickers, the test of the credential and polls. */
export const reads = (brand: Brand): EnterpriseAct[] => [
	{
		kind: 'read',
		name: 'conference.get',
		struck: { path: at('conference/fetch') },
		isRepeatable: true,
		async begin(setup, options) {
			const inputs = { conferenceId: conference(setup), options };
			return { run: await running(setup, 'conference.get', inputs) };
		},
	},
	{
		kind: 'read',
		name: 'the sign-in before conference.get',
		struck: { path: at('authenticate') },
		isRepeatable: true,
		hasNoSession: true,
		async begin(setup, options) {
			const inputs = { conferenceId: conference(setup), options };
			const run = await running(setup, 'conference.get', inputs);
			await setup.vendor.dropSessions();
			return { run };
		},
		but: { '401': REJECTED[brand], '401, once': REJECTED[brand] },
	},
	{
		kind: 'read',
		name: 'conference.get, connected by OAuth2',
		struck: { path: at('conference/fetch') },
		isRepeatable: true,
		async begin(setup, options) {
			await connectAccount(setup, `${brand}OAuth2Api`);
			const inputs = { conferenceId: conference(setup), authentication: 'oAuth2', options };
			return { run: await running(setup, 'conference.get', inputs) };
		},
		but: {
			'401': {
				because: 'n8n renews such an authorization by itself, and the request is repeated once',
				words: 'rejected the OAuth2 authorization',
			},
		},
	},
	{
		kind: 'list, page 2',
		name: 'conference.getAll',
		struck: { path: at('conference/fetch_all'), after: 1 },
		isLater: true,
		isRepeatable: true,
		async begin(setup, options) {
			await setup.vendor.addConferences({ count: 12 });
			const { hostId } = setup.access.fixtures;
			const coming = (await setup.vendor.conferences()).filter(
				(conference) => conference.hostId === hostId && conference.endedAt === undefined,
			);
			const count = listOf(coming.length);
			const inputs = { hostId, returnAll: true, options };
			return { run: await running(setup, 'conference.getAll', inputs, { count }) };
		},
	},
	{
		kind: 'picker',
		name: 'searchConferences',
		struck: { path: at('conference/fetch_all') },
		isRepeatable: true,
		hasNoOptions: true,
		async begin(setup) {
			await running(setup, 'host.get', {});
			const { engine, access } = setup;
			const parameters = {
				resource: 'conference',
				operation: 'get',
				listHostId: access.fixtures.hostId,
			};
			const look = { node: brand, method: 'searchConferences', parameters };
			return { run: attempt(() => engine.runPicker(look)) };
		},
	},
	{
		kind: 'credential test',
		name: `${brand}Api`,
		struck: { path: at('authenticate') },
		isRepeatable: true,
		hasNoOptions: true,
		answer: 'byN8n',
		begin: async ({ engine }) => ({
			async run() {
				const credential = engine.credentials[`${brand}Api`] ?? {};
				const { status, message } = await engine.testCredential(`${brand}Api`, credential);
				return status === 'OK' ? {} : { failure: { message, description: '' } };
			},
		}),
	},
	{
		kind: 'poll',
		name: `${brand}PollingTrigger`,
		struck: { path: at('host/conferences') },
		isRepeatable: true,
		async begin(setup, options) {
			const { engine, vendor, access } = setup;
			const inputs = { hosts: hosts(access.fixtures.hostId), options };
			const workflow = watching('conferenceEnded', inputs, `${brand}PollingTrigger`);
			const active = await engine.activate(workflow);
			const [held] = await vendor.addConferences({ held: true });
			return looking(active, 'conference_id', held?.id);
		},
	},
];
