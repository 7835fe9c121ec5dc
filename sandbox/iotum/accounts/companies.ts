import { Refusal } from '../errors';
import { timestamp, type Platform } from '../platform';
import { hostsOf } from '../state';
import { removeHost } from './hosts';
import { subscriptionsOf } from './assignments';
import type { Company } from '../types';

/** Companies of a reseller that have not been deleted, oldest first. */
export function companiesOf({ state }: Platform, resellerId: number): Company[] {
	return [...state.companies.values()].filter(
		(company) => company.resellerId === resellerId && !company.deletedAt,
	);
}

/**
 * Checks that no other company of the reseller has the subdomain (section 4.1).
 *
 * @throws Refusal 422 when one has, or when the text cannot be a subdomain
 */
export function requireFreeSubdomain(
	platform: Platform,
	resellerId: number,
	subdomain: string,
	company?: Company,
): void {
	if (!/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/i.test(subdomain)) {
		throw new Refusal(422, `subdomain ${subdomain} is invalid`);
	}
	const taken = companiesOf(platform, resellerId).some(
		(other) => other !== company && other.subdomain.toLowerCase() === subdomain.toLowerCase(),
	);
	if (taken) throw new Refusal(422, `subdomain ${subdomain} is already taken`);
}

/** Everything about a company that some brand's API shows (section 4.2): never its id. */
export function companyView({ state }: Platform, company: Company): Record<string, unknown> {
	const hosts = hostsOf(state, company.id).map(({ id }) => id);
	return {
		subdomain: company.subdomain,
		name: company.name,
		host_count: hosts.length,
		hosts,
		openid_provider: company.openidProvider,
		partner_id: company.partnerId,
		customer_id: company.customerId,
	};
}

/** Seed 002, company/delete: subscriptions and hosts go, the company stays marked as deleted. */
export function deleteCompany(platform: Platform, company: Company): void {
	for (const subscription of subscriptionsOf(platform.state, company.id)) {
		subscription.status = 'Canceled';
	}
	for (const host of hostsOf(platform.state, company.id)) removeHost(platform, host);
	company.deletedAt = timestamp(platform);
}
