import type { INodeParameters } from 'n8n-workflow';

import { asked, mostInAMinute, statuses, useQuota } from './quotaAccount';
import { EVENTS } from './pollingThings';
import { found, foundIds } from './pollingWorkflow';

// What looks ask of a vendor that takes ten requests a minute from each user.

const { apizee, time, newAccount, counted, refused } = useQuota();

/** The requests since the last time, with the moment from which on they ask. */
async function requests(): Promise<string[]> {
	const list = asked(await counted());
	await apizee().control.clearRequests();
	return list.map((request) =>
		decodeURIComponent(request).replace(/since=[\d-]+T[\d:]+Z/, 'since=*'),
	);
}

const NEWEST = 'orderby=date&order=desc';
const PAGE = 'limit=100&offset=0';

describe('what a look asks, the first time in a process and from then on', () => {
	const TICKETS = `GET /api/tickets?${NEWEST}&${PAGE}`;
	const MEDIAS = `GET /api/v3/medias?${NEWEST}&since=*&${PAGE}`;
	const CONFERENCES = `GET /api/conferences?${NEWEST}&since=*&${PAGE}`;
	const ofTicket = { mediaOf: 'ticket', ticketId: 663614 };
	const ofConference = { mediaOf: 'conference', conferenceId: 842341 };
	const TICKET = `GET /api/enterprises/1/tickets/663614/medias?${PAGE}`;
	const CONFERENCE = `GET /api/conferences/842341/media?${NEWEST}&${PAGE}`;

	test.each<[string, INodeParameters, string[], string[]]>([
		['ticketDone', {}, [], [TICKETS]],
		['ticketStateChanged', {}, [], [TICKETS]],
		['conferenceEnded', {}, [], [CONFERENCES]],
		['newMedia', {}, ['GET /api/medias?limit=1', 'GET /api/v3/medias?limit=1'], [MEDIAS]],
		['newMedia', ofTicket, ['GET /api/users/me'], [TICKET]],
		['newMedia', ofConference, [], [CONFERENCE]],
	])('%s %j', async (event, inputs, once, always) => {
		const { watch } = await newAccount();
		await apizee().control.clearRequests();
		const active = await watch(event, inputs);
		expect(await requests()).toEqual(['POST /api/token', ...once, ...always]);
		for (let looks = 0; looks < 2; looks++) {
			await active.tick();
			expect(await requests()).toEqual(always);
		}
	});
});

test('four triggers of one user take seven requests when published, and four every minute', async () => {
	const { watch } = await newAccount();
	const workflows = [];
	for (const event of EVENTS) workflows.push(await watch(event));
	expect(await requests()).toHaveLength(7);
	for (let minutes = 0; minutes < 3; minutes++) {
		await time.pass(60_000);
		const begun = Date.now();
		for (const workflow of workflows) await workflow.tick();
		expect(await requests()).toHaveLength(4);
		// Nobody had to wait for a place.
		expect(Date.now() - begun).toBeLessThan(30_000);
	}
	expect(await refused()).toBe(0);
});

test('a look at more than the quota allows waits for its places, and those due meanwhile find nothing', async () => {
	const { vendor } = apizee();
	const { watch } = await newAccount();
	const active = await watch('ticketDone');
	const tickets = await vendor.addTickets({ count: 1150, state: 'done' });
	const begun = Date.now();
	const look = active.tick();
	const meanwhile = [await active.tick(), await active.tick()];
	expect(meanwhile.map(found)).toEqual([null, null]);
	expect(foundIds(await look)).toHaveLength(tickets.length);
	expect(Date.now() - begun).toBeGreaterThan(60_000);
	const all = await counted();
	expect(new Set(statuses(all))).toEqual(new Set([200]));
	// The sign-in, the first look and twelve pages, of which some waited for the next minute.
	expect(all).toHaveLength(14);
	expect(mostInAMinute(all)).toBe(10);
	expect(await refused()).toBe(0);
	expect(found(await active.tick())).toBeNull();
});
