import { conferenceEnded } from './conferenceEnded';
import { newMedia } from './newMedia';
import { ticketDone } from './ticketDone';
import { ticketStateChanged } from './ticketStateChanged';

/** What the polling trigger can watch. */
export const events = { ticketDone, ticketStateChanged, conferenceEnded, newMedia };
