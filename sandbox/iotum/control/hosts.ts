import type { FastifyInstance } from 'fastify';
import { addHost, changeHost } from '../accounts/hosts';
import type { Schema } from '../brands/brand';
import {
	anyText,
	boolean,
	id,
	list,
	mediaChoice,
	object,
	phones,
	role,
	text,
} from '../brands/fields';
import { FIXTURES } from '../fixtures';
import type { Platform } from '../platform';
import { addContact, nextNumber } from '../state';
import type { Host } from '../types';
import type { ContactsRequest, HostsRequest } from './accountsClient';
import { findCompany } from './companies';

const count = { type: 'integer', minimum: 0 };
const anyObject = { type: 'object' };

const hostFields: Record<keyof HostsRequest, Schema> = {
	name: text,
	role,
	openid_sub: text,
	auto_record: mediaChoice,
	auto_stream: mediaChoice,
	host_initiated_recording: boolean,
	waiting_room: boolean,
	disable_emails: anyObject,
	time_format: anyObject,
	no_login: boolean,
	locale: text,
	country_code: text,
	time_zone: text,
	public_username: text,
	count,
	companyId: id,
	password: text,
	subscriptionIds: list(id),
};

/** Hosts and contacts without the API, many at once where asked for. */
export function hostControls(app: FastifyInstance, platform: Platform): void {
	app.post<{ Body: HostsRequest }>(
		'/hosts',
		{ schema: { body: object(hostFields) } },
		async ({ body: { count = 1, ...request } }) =>
			Array.from({ length: count }, () => addSampleHost(platform, request)),
	);
	app.get('/hosts', async () => [...platform.state.hosts.values()]);

	app.post<{ Body: ContactsRequest }>(
		'/contacts',
		{
			schema: {
				body: object({
					count,
					hostId: id,
					companyId: id,
					name: text,
					email: text,
					...phones,
					time_zone: anyText,
				}),
			},
		},
		async ({ body: { count = 1, hostId = FIXTURES.hostId, companyId, ...fields } }) =>
			Array.from({ length: count }, () => {
				const number = nextNumber(platform.state, 'sample contact');
				const owner = companyId === undefined ? { hostId } : { companyId };
				const name = `Contact Number ${number}`;
				const email = `contact.${number}@customer.example`;
				return addContact(platform.state, { owner, fields: { name, email, ...fields } });
			}),
	);
	app.get('/contacts', async () => [...platform.state.contacts.values()]);
}

function addSampleHost(platform: Platform, request: Omit<HostsRequest, 'count'>): Host {
	const { companyId = FIXTURES.companyId, subscriptionIds = [], password, ...settings } = request;
	const company = findCompany(platform, companyId);
	const number = nextNumber(platform.state, 'sample host');
	const host = addHost(platform, company.id, {
		name: `Host Number ${number}`,
		email: `host.${number}@${company.subdomain}.example`,
		role: 'HOST',
	});
	changeHost(platform, host, { ...settings, password, subscription_ids: subscriptionIds });
	return host;
}
