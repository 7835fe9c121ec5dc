import {
	MEDIA_STEPS,
	mediaOfAll,
	mediaOfOneConference,
	mediaOfOneTicket,
} from './pollingMediaWorld';
import { check } from './pollingWorld';
import { useApizee } from './setup';

const apizee = useApizee();

describe('whatever happens between the looks, each media is handed over once, when it is complete', () => {
	test.each([
		['of all tickets and conferences, of the last week', mediaOfAll],
		['of one ticket, however old', mediaOfOneTicket],
		['of one conference, however old', mediaOfOneConference],
	])('%s', async (_whose, begin) => await check(apizee(), MEDIA_STEPS, begin), 180_000);
});
