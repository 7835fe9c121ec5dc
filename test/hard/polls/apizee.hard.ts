import { conferences, CONFERENCE_STEPS } from '../../Apizee/pollingConferencesWorld';
import {
	MEDIA_STEPS,
	mediaOfAll,
	mediaOfOneConference,
	mediaOfOneTicket,
} from '../../Apizee/pollingMediaWorld';
import {
	TICKET_STEPS,
	ticketDone,
	ticketDoneOrClosed,
	ticketStateChanged,
} from '../../Apizee/pollingTickets';
import { check } from '../../Apizee/pollingWorld';
import { useApizee } from '../../Apizee/setup';
import { Tally } from '../../pollingTally';
import { inTrouble, tell } from './histories';

const apizee = useApizee();
const tally = new Tally();
/** Histories of each event with Include Existing, and as many without. */
const RUNS = 5;

describe('whatever happens in weeks, each event is handed over, and once while n8n has its memory', () => {
	test.each([
		['Ticket Done', ticketDone],
		[
			'Ticket State Changed',
			async (...[setup]: Parameters<typeof ticketStateChanged>) => await ticketStateChanged(setup),
		],
		['Ticket State Changed, to some states only', ticketDoneOrClosed],
	])(
		'%s',
		async (_event, begin) =>
			await inTrouble(
				tally,
				RUNS,
				async (plan) => await check(apizee(), TICKET_STEPS, begin, plan),
			),
		600_000,
	);

	test('Conference Ended', async () => {
		const histories = async (plan: object) =>
			await check(apizee(), CONFERENCE_STEPS, conferences, plan);
		await inTrouble(tally, RUNS, histories);
	}, 600_000);

	test.each([
		['New Media of all', mediaOfAll],
		['New Media of one ticket', mediaOfOneTicket],
		['New Media of one conference', mediaOfOneConference],
	])(
		'%s',
		async (_event, begin) =>
			await inTrouble(tally, RUNS, async (plan) => await check(apizee(), MEDIA_STEPS, begin, plan)),
		600_000,
	);

	test('the figures', () => tell('Apizee', tally, 2_500));
});
