import { TICKET_STEPS, ticketDone, ticketDoneOrClosed, ticketStateChanged } from './pollingTickets';
import { check } from './pollingWorld';
import { useApizee } from './setup';

const apizee = useApizee();

describe('whatever happens between the looks, each thing is handed over once', () => {
	test.each([
		['Ticket Done', ticketDone],
		[
			'Ticket State Changed',
			async (...[setup]: Parameters<typeof ticketStateChanged>) => await ticketStateChanged(setup),
		],
		['Ticket State Changed, to some states only', ticketDoneOrClosed],
	])('%s', async (_event, begin) => await check(apizee(), TICKET_STEPS, begin), 180_000);
});
