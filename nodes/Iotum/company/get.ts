import { UserError } from 'n8n-workflow';

import { text, type Field } from '../../kit/field';
import { path } from '../../kit/path';
import { isRecord } from '../../kit/record';
import { post } from '../../kit/request';
import { task } from '../../kit/task';
import type { Tools } from '../../kit/tools';
import { company } from '../fields';
import { getAll } from './getAll';
import { companyIdOf } from './identity';

type Company = number | { subdomain: string };

const byId = company.companyId;
const bySubdomain = text('Company', { required: true });

/** A company by its ID, or by the subdomain that people know. */
const companyId: Field<Company> = {
	property: {
		...byId.property,
		modes: [
			...(byId.property.modes ?? []),
			{
				displayName: 'By Subdomain',
				name: 'subdomain',
				type: 'string',
				placeholder: 'e.g. acme',
			},
		],
	},
	parse: (raw, reading) =>
		isRecord(raw) && raw.mode === 'subdomain'
			? { subdomain: bySubdomain.parse(raw.value, reading) }
			: byId.parse(raw, reading),
};

const fetch = {
	repeatable: true,
	request: (id: number) => post(path`/company/fetch`, { body: { company_id: id } }),
};

export const get = task({
	name: 'Get',
	action: 'Get a company',
	description: 'Get a company with the IDs of its hosts',
	docs: 'seed 002, "Companies" (company/fetch)',
	fields: { companyId },
	async run({ companyId }, tools) {
		const id = typeof companyId === 'number' ? companyId : await find(companyId.subdomain, tools);
		return [{ json: { company_id: id, ...(await tools.call(fetch, id)) } }];
	},
});

async function find(subdomain: string, tools: Tools): Promise<number> {
	for await (const company of tools.records(getAll, {})) {
		if (String(company.subdomain).toLowerCase() !== subdomain.toLowerCase()) continue;
		const id = await companyIdOf(company, tools);
		if (id !== undefined) return id;
		throw new UserError(`The ID of the company "${subdomain}" cannot be found out`, {
			description: 'The vendor tells it with a host only, and it has none. Enter the ID.',
		});
	}
	throw new UserError(`There is no company with the subdomain "${subdomain}"`, {
		description: 'Check "Company", or get many companies to see the subdomains there are.',
	});
}
