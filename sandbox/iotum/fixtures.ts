import { addHost } from './accounts/hosts';
import { PRODUCTS } from './accounts/products';
import type { Platform } from './platform';
import { addContact } from './state';
import type { Role } from './types';

/** Numbers, names and secrets of what is there at the start and after every reset. */
export const FIXTURES = {
	resellerId: 1,
	subResellerId: 3,
	/** The reseller's own company, home of its administrators. */
	adminCompanyId: 1,
	/** The customer most things belong to. */
	companyId: 5,
	/** Another customer of the same reseller, beyond a Company Admin's scope. */
	otherCompanyId: 6,
	/** A customer of another reseller, beyond everyone's scope. */
	foreignCompanyId: 7,
	/** RESELLER_ADMIN in the admin company. */
	resellerAdminId: 11,
	/** COMPANY_ADMIN in the company. */
	companyAdminId: 51,
	/** HOST in the company with the small plan and the recording add-on. */
	hostId: 52,
	/** HOST in the company with the small plan only. */
	secondHostId: 53,
	/** HOST in the other company. */
	otherHostId: 61,
	/** HOST in the foreign company. */
	foreignHostId: 71,
	/** The company's subscriptions. */
	planSubscriptionId: 110,
	addOnSubscriptionId: 111,
	/** In the host's contact list. */
	contactId: 35,
	secondContactId: 37,
	/** In the company's contact list. */
	companyContactId: 39,
} as const;

/** Fills an empty state with accounts, companies, products and contacts. */
export function addFixtures(platform: Platform): void {
	const { state } = platform;
	const domain = `${platform.brand.name.toLowerCase()}.example`;
	for (const [id, name, displayName, parentId] of [
		[1, domain, platform.brand.title],
		[2, 'rival.example', 'Rival Meetings'],
		[3, `sub.${domain}`, 'Video Meetings of a Sub-Reseller', 1],
	] as const) {
		state.resellers.set(id, { id, domain: name, displayName, parentId });
	}
	for (const [id, resellerId, subdomain, name] of [
		[1, 1, 'reseller-admin', 'Reseller Administration'],
		[5, 1, 'acme', 'The Acme Company'],
		[6, 1, 'beta', 'The Beta Company'],
		[7, 2, 'gamma', 'The Gamma Company'],
	] as const) {
		state.companies.set(id, {
			id,
			resellerId,
			subdomain,
			name,
			openidProvider: false,
			branding: {},
			hostLimitsLocked: false,
		});
	}
	for (const product of PRODUCTS) {
		const description = `Description of the ${product.name}`;
		state.products.set(product.slug, { ...product, description });
	}
	for (const [id, companyId, slug, hostLimit] of [
		[110, 5, 'small_plan'],
		[111, 5, 'recording'],
		[112, 6, 'large_plan', 5],
	] as const) {
		state.subscriptions.set(id, { id, companyId, slug, status: 'Active', hostLimit });
	}
	addAccount(platform, 11, 1, 'RESELLER_ADMIN', 'Rita Reseller', []);
	addAccount(platform, 51, 5, 'COMPANY_ADMIN', 'Carla Company', [110]);
	addAccount(platform, 52, 5, 'HOST', 'Hanna Host', [110, 111]);
	addAccount(platform, 53, 5, 'HOST', 'Henry Host', [110]);
	addAccount(platform, 61, 6, 'HOST', 'Berta Host', [112]);
	addAccount(platform, 71, 7, 'HOST', 'Gerd Host', []);
	state.apiTokens.set(apiToken(platform, 'reseller-admin'), 11);
	state.apiTokens.set(apiToken(platform, 'company-admin'), 51);

	const owner = { hostId: 52 };
	const john = { name: 'John Smith', email: 'john@customer.example', time_zone: 'US/Eastern' };
	const james = {
		name: 'James Brown',
		email: 'james@customer.example',
		mobile_phone: '+12345678906',
	};
	const jane = { name: 'Jane Doe', email: 'jane@customer.example' };
	addContact(state, { owner, fields: john }, 35);
	addContact(state, { owner, fields: james }, 37);
	addContact(state, { owner: { companyId: 5 }, fields: jane }, 39);
}

/** The fixed API token of an administrator. */
export function apiToken({ brand }: Platform, owner: 'reseller-admin' | 'company-admin'): string {
	return `${brand.name}-${owner}-api-token`;
}

function addAccount(
	platform: Platform,
	id: number,
	companyId: number,
	role: Role,
	name: string,
	subscriptionIds: number[],
): void {
	const mailbox = name.toLowerCase().replace(' ', '.');
	const email = `${mailbox}@${platform.brand.name.toLowerCase()}.example`;
	const host = addHost(
		platform,
		companyId,
		{ name, email, role, time_zone: 'UTC' },
		{
			id,
			contactId: 2000 + id,
			accessCode: String(1_000_000 + id),
			moderatorPin: String(9_000_000 + id),
		},
	);
	host.password = `${name.replace(' ', '-')}-1`;
	host.subscriptionIds = subscriptionIds;
}
