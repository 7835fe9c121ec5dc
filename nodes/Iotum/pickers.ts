import type { IDataObject } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';

import type { Callable } from '../kit/definition';
import { path, type Path } from '../kit/path';
import { picker, type Current } from '../kit/picker';
import { post } from '../kit/request';
import { companyIdOf } from './company/identity';

/** A list whose request has these entries in its body, and the entry that identifies a record. */
const list = (id: string, at: Path): Callable<IDataObject> => ({
	repeatable: true,
	id,
	request: (body) => post(at, { body }),
});

/** An ID entered elsewhere in the node as the vendor wants it; nothing when none is there. */
function idOf(current: Current, ...names: string[]): number | undefined {
	const entry = current(...names);
	return entry !== undefined && /^\d+$/.test(entry) ? Number(entry) : undefined;
}

const companyOf = (current: Current) =>
	idOf(current, 'companyId', 'additionalFields.companyId', 'filters.companyId', 'listCompanyId');

function hostOf(current: Current): number {
	const host = idOf(current, 'hostId', 'listHostId');
	if (host !== undefined) return host;
	throw new UserError('Choose a host first', {
		description: 'The list shows what belongs to one host; or enter the ID itself.',
	});
}

/** A company that has to be entered first. */
function demandedCompany(current: Current): number {
	const company = companyOf(current);
	if (company !== undefined) return company;
	throw new UserError('Choose a company first', {
		description: 'The list shows what belongs to one company; or enter the ID itself.',
	});
}

/** Whose contacts are meant: a host's, a company's, or those of the admin's own company. */
function ownerOf(current: Current): IDataObject {
	const owner = current('ownerType');
	if (owner === 'ownCompany') return {};
	return owner === 'company'
		? { company_id: demandedCompany(current) }
		: { host_id: hostOf(current) };
}

/** The vendor's list of companies has no IDs; a company's first host knows it. */
export const companies = picker({
	method: 'searchCompanies',
	listed: list('company_id', path`/company/fetch_all`),
	values: () => ({}),
	label: ({ name, subdomain }) => `${name} (${subdomain})`,
	async identify(company, tools) {
		const id = await companyIdOf(company, tools);
		return id === undefined ? undefined : String(id);
	},
});

export const hosts = picker({
	method: 'searchHosts',
	listed: list('host_id', path`/host/fetch_all`),
	values: (current) => ({ company_id: companyOf(current) }),
	label: ({ name, email }) => `${name} (${email})`,
});

export const contacts = picker({
	method: 'searchContacts',
	listed: list('contact_id', path`/contact/fetch_all`),
	values: ownerOf,
	label: ({ name, email }) => `${name} (${email})`,
});

export const conferences = picker({
	method: 'searchConferences',
	listed: list('conference_id', path`/conference/fetch_all`),
	values: (current) => ({ host_id: hostOf(current) }),
	label: ({ subject, start, time_zone: zone }) => `${start} ${zone}: ${subject}`,
});

export const pastConferences = picker({
	method: 'searchPastConferences',
	listed: list('conference_id', path`/host/conferences`),
	values: (current) => ({ host_id: hostOf(current) }),
	label: ({ conference_id: id, start_time: start, total_participants: people }) =>
		`${start} UTC, ${people} participants (conference ${id})`,
});

export const driveFiles = picker({
	method: 'searchDriveFiles',
	listed: list('id', path`/drive/fetch_all`),
	values: (current) => ({ host_id: hostOf(current) }),
	label: ({ filename, created_at: created }) => `${filename} (${created})`,
});

const allProducts = {
	method: 'searchProducts',
	listed: list('slug', path`/subscription/fetch_products`),
	label: ({ name, slug, plan }: IDataObject) => `${name} (${slug}, ${plan ? 'plan' : 'add-on'})`,
};

export const products = picker({ ...allProducts, values: () => ({}) });

/** The products of one company, for a brand that lists them so. Source: seed 004, 5.1. */
export const productsOfCompany = picker({
	...allProducts,
	values: (current) => ({ company_id: demandedCompany(current) }),
});

/** The lists behind the pickers of this node. */
export const pickers = [
	companies,
	conferences,
	contacts,
	driveFiles,
	hosts,
	pastConferences,
	products,
];
