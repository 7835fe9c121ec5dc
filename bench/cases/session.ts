import { setTimeout as wait } from 'node:timers/promises';
import type { SandboxControl } from '../../sandbox/control';
import type { Bench, Case } from '../case';

const SIGN_IN = '/enterprise_api/authenticate';
const ADD_CONTACT = '/enterprise_api/contact/create';

/** How many requests are under way when the session expires. */
const AT_ONCE = 10;

/** Milliseconds the vendor takes: long enough for all of them to be under way. */
const ANSWER_TIME = 20;

/** How often a session that expires in the middle of a run is opened again. */
export function sessionCases({ vendors, control, engine, isQuick }: Bench): Case[] {
	const items = isQuick ? 200 : 1000;
	let round = 0;
	return [
		{
			name: 'session-expiry',
			title: `Sign-ins after a session expired, met by ${AT_ONCE} requests under way in ${items} items`,
			unit: 'sign-ins',
			contenders: { ours: 'this package, Iotum' },
			rounds: isQuick ? 1 : 3,
			async measure() {
				const prefix = `Round ${++round}, contact `;
				const names = Array.from({ length: items }, (_none, item) => prefix + item);
				await control.clearRequests();
				const delay = { kind: 'delay', ms: ANSWER_TIME, path: ADD_CONTACT } as const;
				const { id } = await control.fault({ ...delay, times: 'always' });
				let isRunning = true;
				const adding = engine('ours')
					.addContacts({ vendors, names, concurrentRequests: AT_ONCE })
					.finally(() => {
						isRunning = false;
					});
				const isDue = async () => !isRunning || (await met(control, id)) >= items / 2;
				const [earlier] = await Promise.all([expireWhen(isDue, control), adding]);
				await control.clearFaults();
				await checkDone(control, prefix, names);
				await checkMet(control, items);
				return (await signIns(control)) - earlier;
			},
			finish: async () => await control.clearFaults(),
			targets: [{ contender: 'ours', atMost: 1 }],
		},
	];
}

const signIns = async (control: SandboxControl): Promise<number> =>
	(await control.requests({ path: SIGN_IN })).length;

/** How many requests a fault has met. */
async function met(control: SandboxControl, fault: number): Promise<number> {
	return (await control.faults()).find(({ id }) => id === fault)?.met ?? 0;
}

/** Ends all sessions at the right moment; gives the sign-ins before it. */
async function expireWhen(isDue: () => Promise<boolean>, control: SandboxControl): Promise<number> {
	while (!(await isDue())) await wait(ANSWER_TIME);
	const earlier = await signIns(control);
	await control.iotum.expireSessions();
	return earlier;
}

/** Throws unless the vendor has each contact exactly once. */
async function checkDone(control: SandboxControl, prefix: string, names: string[]): Promise<void> {
	const contacts = (await control.iotum.contacts()).map(({ fields }) => String(fields.name));
	const added = contacts.filter((name) => name.startsWith(prefix)).sort();
	const expected = [...names].sort();
	if (added.length === names.length && expected.every((name, item) => added[item] === name)) return;
	throw new Error(`The vendor has ${added.length} contacts of ${names.length} items`);
}

/** Throws unless several requests met the expiry at once, and each was sent once more. */
async function checkMet(control: SandboxControl, items: number): Promise<void> {
	const requests = await control.requests({ path: ADD_CONTACT });
	const rejected = requests.filter(({ status }) => status === 401).length;
	const atOnce = Math.max(...requests.map(({ concurrent }) => concurrent));
	if (rejected > 1 && atOnce >= AT_ONCE && requests.length === items + rejected) return;
	throw new Error(
		`${rejected} requests met the expiry, ${atOnce} were under way, ${requests.length} were sent`,
	);
}
