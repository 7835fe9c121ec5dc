import { ADMINISTRATORS, RESELLER_ADMIN, type Endpoints, type Fields } from './brand';
import { boolean, color, id, idOrDigits, nullable, positive, text } from './fields';

const companyAnswer = ['subdomain', 'name', 'host_count', 'hosts', 'partner_id', 'customer_id'];

const slug: Fields = { company_id: id, slug: text };
/** Companies and subscriptions of Iotum/Callbridge: seed 002, sections 2 to 5. */
export const iotumCompanies: Endpoints = {
	'domain/descendants': { roles: RESELLER_ADMIN },

	'company/create': {
		roles: RESELLER_ADMIN,
		required: { subdomain: text, name: text },
		optional: {
			partner_id: { type: 'number' },
			// The table says number, its description and the sample any text.
			customer_id: { type: ['string', 'number'] },
			openid_provider: boolean,
			primary_color: color,
			accent_color: color,
			currency: { type: 'string', pattern: '^[a-z]{3}$' },
			product_id: id,
		},
	},
	'company/fetch': {
		roles: RESELLER_ADMIN,
		required: { company_id: id },
		answer: companyAnswer,
	},
	'company/update': {
		roles: RESELLER_ADMIN,
		required: { company_id: id },
		optional: {
			subdomain: text,
			name: text,
			partner_id: { type: 'number' },
			customer_id: { type: ['string', 'number'] },
		},
		answer: companyAnswer,
	},
	'company/fetch_all': {
		roles: RESELLER_ADMIN,
		answer: ['subdomain', 'name', 'host_count', 'hosts', 'openid_provider'],
	},
	'company/delete': { roles: RESELLER_ADMIN, required: { company_id: idOrDigits } },

	'subscription/fetch_products': {
		roles: ADMINISTRATORS,
		optional: { include_description: boolean },
	},
	'subscription/create': {
		roles: ADMINISTRATORS,
		required: slug,
		optional: { switch_plan: nullable(id), host_limit: positive, subscribe_all_hosts: boolean },
	},
	'subscription/update': {
		method: 'PUT',
		roles: ADMINISTRATORS,
		required: { ...slug, host_limit: positive },
	},
	'subscription/suspend': { roles: RESELLER_ADMIN, required: slug },
	'subscription/reactivate': { roles: RESELLER_ADMIN, required: slug },
	'subscription/cancel': { roles: RESELLER_ADMIN, required: slug },
	// Their lists of parameters name a slug, which samples and purpose leave out.
	'subscription/suspend_all': {
		roles: RESELLER_ADMIN,
		required: { company_id: id },
		optional: { slug: text },
		status: 202,
	},
	'subscription/reactivate_all': {
		roles: RESELLER_ADMIN,
		required: { company_id: id },
		optional: { slug: text },
		status: 202,
	},
	'subscription/fetch': { roles: RESELLER_ADMIN, required: { company_id: id } },
};
