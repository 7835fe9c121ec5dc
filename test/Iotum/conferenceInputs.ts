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
