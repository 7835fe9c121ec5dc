import fc, { type Arbitrary } from 'fast-check';
import { INHERITED } from './contents';

const EVENTS = ['conference_start', 'recording_ready', 'transcription_ready', 'start_recording'];

/** The event that the choosy workflow wants, and of whom. */
export const WANTED = { event: 'conference_end', host_id: 52, company_id: 5 };

const numbers = fc.oneof(
	fc.integer(),
	fc.double({ noNaN: true }),
	fc.constantFrom(Number.MAX_SAFE_INTEGER, -1, 0, 1.5, 1e21, 1e308),
);

/** A report as Iotum sends it (with a time) and VivoMeetings (without). Source: seed 004, 11. */
export const conferenceReport = (conference: unknown, timestamp?: string) => {
	const { event, ...of } = WANTED;
	const payload = { ...of, conference_id: conference };
	return { event, payload: JSON.stringify(payload), ...(timestamp && { timestamp }) };
};

/** What such a report starts a workflow with. */
export const startedWith = ({ payload, ...report }: ReturnType<typeof conferenceReport>) => ({
	...report,
	payload: JSON.parse(payload),
});

const times = fc.oneof(
	fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
	fc.constant('2026-11-22T10:00:00.000Z'),
);

/** Reports that would start a workflow if they came with the secret. */
export const conferenceReports: Arbitrary<object> = fc.oneof(
	fc.tuple(numbers, times).map(([conference, time]) => conferenceReport(conference, time)),
	numbers.map((conference) => conferenceReport(conference)),
	fc
		.tuple(fc.constantFrom(...EVENTS, ...INHERITED), numbers)
		.map(([event, conference]) => ({ ...conferenceReport(conference), event })),
	numbers.map((conference) => ({ event: WANTED.event, payload: { conference_id: conference } })),
);

const reportOf = (payload: object) => ({ event: WANTED.event, payload: JSON.stringify(payload) });

const otherEvents = fc
	.oneof(
		fc.constantFrom(...EVENTS, ...INHERITED, 'any', 'conference_end '),
		fc.string({ minLength: 1 }),
	)
	.filter((event) => event !== WANTED.event)
	.map((event) => ({ ...conferenceReport(1), event }));

/** Almost the ID, and far from it. */
const almost = (id: number) =>
	fc.oneof(
		fc.constantFrom(String(id), [id], { id }, null, true, id + 1, -id, id + 0.5, `${id} `, 1e308),
		numbers.filter((number) => number !== id),
	);

const otherHosts = almost(WANTED.host_id).map((host) =>
	reportOf({ host_id: host, company_id: WANTED.company_id, conference_id: 1 }),
);

/** Reports that a workflow for the wanted event of one host does not want. */
export const notOfTheHost: Arbitrary<object> = fc.oneof(otherEvents, otherHosts);

/** Reports that a workflow for the wanted event of one company does not want; some make it look. */
export const notOfTheCompany: Arbitrary<object> = fc.oneof(
	otherEvents,
	almost(WANTED.company_id).map((company) => reportOf({ host_id: 52, company_id: company })),
	fc.constantFrom(61, 71, 999_999, '52', [52], null).map((host) => reportOf({ host_id: host })),
	numbers.filter((number) => number !== 52).map((host) => reportOf({ host_id: host })),
);
