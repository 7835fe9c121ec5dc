import { LISTS, make } from '../../../Apizee/pollingThings';
import { watching } from '../../../Apizee/pollingWorkflow';
import { attempt, listOf, looking } from '../operations';
import { reading, running, TICKETS, type ApizeeAct } from './common';

const REJECTED = {
	because: 'the sign-in itself is rejected, which is not tried again',
	words: 'Apizee rejected the username or password',
	outcome: 'refused',
	sent: 1,
} as const;

/** What only reads: operations, pickers, the test of the credential and polls. */
export const reads: ApizeeAct[] = [
	{
		kind: 'read',
		name: 'ticket.get',
		struck: { path: `${TICKETS}/*` },
		isRepeatable: true,
		begin: async (setup, options) => ({ run: await reading(setup, options) }),
	},
	{
		kind: 'read',
		name: 'the sign-in before ticket.get',
		struck: { path: '/api/token' },
		isRepeatable: true,
		hasNoSession: true,
		async begin(setup, options) {
			const run = await reading(setup, options);
			await setup.vendor.revokeTokens();
			return { run };
		},
		but: {
			'401': REJECTED,
			'401, once': REJECTED,
			'403': REJECTED,
			'404': { because: 'there is always a sign-in', words: 'Apizee has no API at this address' },
		},
	},
	{
		kind: 'list, page 2',
		name: 'ticket.getAll',
		struck: { method: 'GET', path: TICKETS, after: 1 },
		isLater: true,
		isRepeatable: true,
		async begin(setup, options) {
			const { vendor, access } = setup;
			await vendor.addTickets({ count: 120 });
			const own = (await vendor.tickets()).filter(
				({ enterpriseId }) => enterpriseId === access.fixtures.enterpriseId,
			);
			const whole = listOf(own.length);
			return { run: await running(setup, 'ticket.getAll', { returnAll: true, options }, whole) };
		},
	},
	{
		kind: 'picker',
		name: 'searchTickets',
		struck: { method: 'GET', path: TICKETS },
		isRepeatable: true,
		hasNoOptions: true,
		async begin(setup) {
			await reading(setup, {});
			const look = { node: 'apizee', method: 'searchTickets' };
			return { run: attempt(() => setup.engine.runPicker(look)) };
		},
	},
	{
		kind: 'credential test',
		name: 'apizeeApi',
		struck: { path: '/api/users/me' },
		isRepeatable: true,
		hasNoOptions: true,
		answer: 'byN8n',
		begin: async ({ engine }) => ({
			async run() {
				const credential = engine.credentials.apizeeApi ?? {};
				const { status, message } = await engine.testCredential('apizeeApi', credential);
				return status === 'OK' ? {} : { failure: { message, description: '' } };
			},
		}),
	},
	{
		kind: 'poll',
		name: 'apizeePollingTrigger',
		struck: { path: LISTS.newMedia, after: 1 },
		isLater: true,
		isRepeatable: true,
		async begin(setup, options) {
			await reading(setup, {});
			const active = await setup.engine.activate(watching('newMedia', { options }));
			const [first] = await make(setup, 'newMedia', 120);
			return looking(active, 'id', first);
		},
	},
];
