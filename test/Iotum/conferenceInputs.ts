import type { Setup } from './setup';

/** A conference as the user enters it. */
export const entered = {
	hostId: 52,
	subject: 'Test Conference',
	start: '2026-09-19T13:00:00',
	timeZone: 'America/Toronto',
	duration: 45,
};

/** What is sent of it at least, beside the participants. */
export const needed = {
	host_id: 52,
	subject: 'Test Conference',
	agenda: '',
	start: '2026-09-19 13:00:00',
	time_zone: 'America/Toronto',
	duration: 45,
	one_time_access_code: false,
};

/** A conference of the host on 5 July 2026, without an agenda and an access code of its own. */
export async function scheduled({ control, vendor }: Setup): Promise<number> {
	await control.setClock('2026-01-10T09:00:00Z');
	const conference = { start: '2026-07-05T17:00:00Z', time_zone: 'America/Toronto' };
	const [{ id } = { id: 0 }] = await vendor.addConferences({ ...conference, subject: 'Savings' });
	return id;
}
