import type { Caller } from './caller';
import { Refusal } from '../errors';
import type { Platform } from '../platform';
import type { Company, Host } from '../types';

/**
 * A company the caller may act on.
 *
 * @throws Refusal 404 when there is none; 403 beyond the caller's reseller or, for a Company Admin,
 * beyond the own company (section 1.2). Own choice: sub-resellers are beyond the reseller too.
 */
export function findCompany({ state }: Platform, caller: Caller, id: number): Company {
	const company = state.companies.get(id);
	if (!company || company.deletedAt) throw new Refusal(404, `No company ${id}`);
	if (!isWithinScope(caller, company)) {
		throw new Refusal(403, `Company ${id} is beyond the scope of your role`);
	}
	return company;
}

/** A host the caller may act on; refusals as for a company. */
export function findHost({ state }: Platform, caller: Caller, id: number): Host {
	const host = state.hosts.get(id);
	const company = state.companies.get(host?.companyId ?? 0);
	if (!host || !company) throw new Refusal(404, `No host ${id}`);
	if (!isWithinScope(caller, company)) {
		throw new Refusal(403, `Host ${id} is beyond the scope of your role`);
	}
	return host;
}

function isWithinScope(caller: Caller, company: Company): boolean {
	return caller.role === 'RESELLER_ADMIN'
		? company.resellerId === caller.company.resellerId
		: company.id === caller.company.id;
}

/**
 * The company a request is about where section 6.1 has it "required when the API consumer is a
 * Reseller Admin; ignored when a Company Admin".
 */
export function requestedCompany(
	platform: Platform,
	caller: Caller,
	companyId: number | undefined,
): Company {
	if (caller.role === 'COMPANY_ADMIN') return caller.company;
	if (companyId === undefined) throw new Refusal(400, 'company_id is required');
	return findCompany(platform, caller, companyId);
}
