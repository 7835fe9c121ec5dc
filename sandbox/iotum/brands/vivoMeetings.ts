import type { Brand } from './brand';
import { text } from './fields';
import { vivoMeetingsAccounts } from './vivoMeetingsAccounts';
import { vivoMeetingsEvents, vivoMeetingsConferencing } from './vivoMeetingsConferencing';

/** VivoMeetings (seed 004). */
export const vivoMeetings: Brand = {
	name: 'vivoMeetings',
	title: 'VivoMeetings',
	signInFields: { email: text, password: text },
	sessionMinutes: 5,
	endpoints: { ...vivoMeetingsAccounts, ...vivoMeetingsConferencing },
	subscribesNewCompanies: false,
	signsWebhooks: false,
	webhookEvents: vivoMeetingsEvents,
};
