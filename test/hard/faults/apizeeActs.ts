import type { INodeParameters } from 'n8n-workflow';

import { people } from '../../Apizee/createOrGet';
import { openSession } from '../../Apizee/openSession';
import { LISTS, make } from '../../Apizee/pollingThings';
import { watching } from '../../Apizee/pollingWorkflow';
import type { ApizeeSetup } from '../../Apizee/setup';
import type { Act, Outcome, Work } from './act';
import { attempt, looking, outcomeOf } from './operations';

type ApizeeAct = Act<ApizeeSetup>;

const TICKETS = '/api/tickets';

/** An operation that is run with these inputs, with a token that was accepted. */
async function running(
	setup: ApizeeSetup,
	name: `${string}.${string}`,
	inputs: INodeParameters,
): Promise<() => Promise<Outcome>> {
	await setup.vendor.setQuota({ enabled: false });
	await openSession(setup);
	return async () => outcomeOf(await setup.run(name, { inputs }));
}

const reading = async (setup: ApizeeSetup, options: INodeParameters) =>
	await running(setup, 'ticket.get', { ticketId: setup.access.fixtures.doneTicketId, options });

const REJECTED = {
	because: 'the sign-in itself is rejected, which is not tried again',
	words: 'Apizee rejected the username or password',
	outcome: 'refused',
	sent: 1,
} as const;

const reads: ApizeeAct[] = [
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
			await setup.vendor.addTickets({ count: 120 });
			return { run: await running(setup, 'ticket.getAll', { returnAll: true, options }) };
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

const writes: ApizeeAct[] = [
	{
		kind: 'write that may not',
		name: 'ticket.create',
		struck: { method: 'POST', path: TICKETS },
		isRepeatable: false,
		async begin(setup, options) {
			return {
				run: await running(setup, 'ticket.create', { ...people, options }),
				made: async () => (await setup.vendor.tickets()).length,
			};
		},
	},
];

/** The download of a media, from where it lies. */
const downloading =
	(place: 'ownHost' | 'otherOrigin') =>
	async (setup: ApizeeSetup, options: INodeParameters): Promise<Work> => {
		const { vendor, access } = setup;
		await vendor.setSettings({ mediaWithoutToken: 'unauthorized' });
		const [media] = await vendor.addMedias({ place, size: 200_000 });
		const hash = media?.hash ?? '';
		const own = `${access.url}/media/showVideo/1/hash/${hash}`;
		const url = place === 'ownHost' ? own : `${access.storageUrl}/files/${hash}`;
		return { run: await running(setup, 'media.download', { url, options }) };
	};

const downloads: ApizeeAct[] = [
	{
		kind: 'download',
		name: 'media.download from the own host',
		struck: { path: '/media/*' },
		// The link is the vendor's, wherever the credential leads.
		isLater: true,
		isRepeatable: true,
		answer: 'file',
		begin: downloading('ownHost'),
		but: {
			'200 with a web page': {
				because: 'a page is what those see who are not signed in, so the session is renewed once',
				sent: 2,
			},
		},
	},
	{
		kind: 'download',
		name: 'media.download from another origin',
		struck: { host: 'storage' },
		isLater: true,
		isRepeatable: true,
		answer: 'file',
		hasNoSession: true,
		asked: "Apizee's file storage",
		begin: downloading('otherOrigin'),
	},
];

const CASE = 'CASE-1';

async function creating(setup: ApizeeSetup, options: INodeParameters): Promise<Work> {
	const inputs = { ...people, reference: CASE, options };
	const run = await running(setup, 'ticket.createOrGet', inputs);
	const made = async () =>
		(await setup.vendor.tickets()).filter(({ reference }) => reference === CASE).length;
	return { run, again: run, made };
}

/** For a ticket that is there already. */
async function finding(setup: ApizeeSetup, options: INodeParameters): Promise<Work> {
	const inputs = { ...people, reference: '1234', options };
	const run = await running(setup, 'ticket.createOrGet', inputs);
	return { run, again: run };
}

const composites: ApizeeAct[] = [
	{
		kind: 'composite',
		name: 'ticket.createOrGet: the look for it',
		struck: { method: 'GET', path: TICKETS },
		isRepeatable: true,
		begin: creating,
	},
	{
		kind: 'composite',
		name: 'ticket.createOrGet: create',
		struck: { method: 'POST', path: TICKETS },
		isLater: true,
		isRepeatable: false,
		looksAfterLoss: true,
		begin: creating,
	},
	{
		kind: 'composite',
		name: 'ticket.createOrGet: read the one that is there',
		struck: { method: 'GET', path: `${TICKETS}/*` },
		isLater: true,
		isRepeatable: true,
		begin: finding,
	},
];

/** Everything of Apizee that meets faults. */
export const apizeeActs = [...reads, ...writes, ...downloads, ...composites];

/** The kinds that Apizee does not have, with the reason. */
export const notOfApizee = {
	'write that may be repeated': 'the vendor describes no change by which nothing else happens',
	upload: 'the vendor takes no files by its API',
	'trigger registration': 'the webhook is set up in the console of the vendor',
};
