import type { ControlAction, VendorPage } from '../vendor';
import { conferencingPage } from './conferencingPage';
import { installationAccess } from './installation';
import type { Platform } from './platform';
import { hostsOf } from './state';
import { subscriptionsOf } from './accounts/assignments';

const LATEST = 8;

/** Behaviours of the accounts half that no document settles. */
const choices = [
	'Errors are JSON with a message. 400 is a request of the wrong form, 422 a value against a rule (the error tables of section 8 included). Unknown fields are refused, and so is anything in the query.',
	'First the session is checked (401), then the role (403), then the form (400), then the object (404, 403 beyond one’s scope).',
	'Fields shown in a sample only, by a method that lists no parameters, are optional.',
	'Accounts with the role HOST cannot sign in: 401. Companies of sub-resellers are beyond a Reseller Admin’s scope.',
	'A Bearer token together with an auth_token is refused. Access tokens last two hours, codes ten minutes; a refresh gives a new refresh token and ends the former pair. Scopes may be separated by a comma or a space.',
	'Answers about companies never contain their id, as in the samples; values that are not set are null for hosts and contacts and left out for companies.',
	'One child domain is answered as an object, as in the sample, any other number as a list.',
	'A new company gets the first plan when the brand has default products. What is answered with 202 is done at once.',
	'Flat rates refuse a host_limit, per-host prices need one, and it never goes below the hosts assigned. A company is subscribed to a product once.',
	'A new plan that all hosts are subscribed to takes the place of their present one.',
	'A host’s own contact is the first in its list, goes with the account only, and changes with it. host/update refuses another company_id.',
	'contact/update finds a contact by its id alone; elsewhere the list has to be named, and by one of host_id and company_id only.',
	'Mails are recorded here, never delivered.',
];

/** The start page's part about one brand. */
export function brandPage(platform: Platform): VendorPage {
	const { brand } = platform;
	const conferencing = conferencingPage(platform);
	const { baseUrl, resellerAdmin, companyAdmin, oauth, signingToken } =
		installationAccess(platform);
	const credentials = Object.keys(brand.signInFields).includes('api_token')
		? [
				{ label: 'API token (Reseller Admin)', value: resellerAdmin.apiToken },
				{ label: 'API token (Company Admin)', value: companyAdmin.apiToken },
			]
		: [
				{ label: 'E-mail (Reseller Admin)', value: resellerAdmin.email },
				{ label: 'Password (Reseller Admin)', value: resellerAdmin.password },
				{ label: 'E-mail (Company Admin)', value: companyAdmin.email },
				{ label: 'Password (Company Admin)', value: companyAdmin.password },
			];
	return {
		title: brand.title,
		introduction:
			'Companies, subscriptions, hosts, contacts and conferences of one reseller, as the vendor’s API document describes them.',
		credentials: [
			{ label: 'Base URL', value: baseUrl },
			...credentials,
			{ label: 'OAuth2 client ID', value: oauth.clientId },
			{ label: 'OAuth2 client secret', value: oauth.clientSecret },
			{ label: 'OAuth2 authorization URL', value: oauth.authorizeUrl },
			{ label: 'OAuth2 token URL', value: oauth.accessTokenUrl },
			...(signingToken ? [{ label: 'Webhook signing token', value: signingToken }] : []),
		],
		actions: [
			action(platform, 'Add a company', '/companies', { slugs: ['small_plan'] }),
			action(platform, 'Add a host', '/hosts', {}),
			action(platform, 'Add 25 contacts', '/contacts', { count: 25 }),
			action(platform, 'Expire all sessions', '/sessions/expire'),
			...conferencing.actions,
		],
		tables: [
			companiesTable(platform),
			hostsTable(platform),
			...conferencing.tables,
			mailsTable(platform),
		],
		choices: [...choices, ...conferencing.choices],
	};
}

function action({ brand }: Platform, label: string, path: string, body?: unknown): ControlAction {
	return { label, method: 'POST', path: `/${brand.name}${path}`, body };
}

type Table = VendorPage['tables'][number];

function companiesTable({ brand, state }: Platform): Table {
	return {
		title: `${brand.title}: companies (${state.companies.size})`,
		empty: 'None.',
		columns: ['Id', 'Subdomain', 'Name', 'Hosts', 'Subscriptions'],
		rows: [...state.companies.values()].slice(-LATEST).map((company) => ({
			cells: [
				String(company.id),
				company.subdomain,
				company.deletedAt ? `${company.name}, deleted` : company.name,
				String(hostsOf(state, company.id).length),
				subscriptionsOf(state, company.id)
					.map(({ id, slug, status }) => `${id} ${slug}: ${status}`)
					.join(', '),
			],
			actions: [],
		})),
	};
}

function hostsTable({ brand, state }: Platform): Table {
	return {
		title: `${brand.title}: hosts (${state.hosts.size})`,
		empty: 'None.',
		columns: ['Id', 'Company', 'Name', 'E-mail', 'Role', 'Access code'],
		rows: [...state.hosts.values()]
			.slice(-LATEST)
			.map(({ id, companyId, settings, accessCode }) => ({
				cells: [
					String(id),
					String(companyId),
					settings.name,
					settings.email,
					settings.role,
					accessCode,
				],
				actions: [],
			})),
	};
}

function mailsTable({ brand, state }: Platform): Table {
	return {
		title: `${brand.title}: mails (${state.mails.length})`,
		empty: 'None sent.',
		columns: ['Kind', 'To', 'Sent'],
		rows: state.mails
			.slice(-LATEST)
			.map(({ kind, to, sentAt }) => ({ cells: [kind, to, sentAt], actions: [] })),
	};
}
