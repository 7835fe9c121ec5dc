import type { Brand } from './brand';
import { text } from './fields';
import { iotumCompanies } from './iotumCompanies';
import { iotumHosts } from './iotumHosts';
import { iotumEvents, iotumConferencing } from './iotumConferencing';

/** Iotum/Callbridge (seed 002). */
export const iotum: Brand = {
	name: 'iotum',
	title: 'Iotum / Callbridge',
	signInFields: { api_token: text },
	sessionMinutes: 60,
	endpoints: { ...iotumCompanies, ...iotumHosts, ...iotumConferencing },
	subscribesNewCompanies: true,
	signsWebhooks: true,
	webhookEvents: iotumEvents,
};
