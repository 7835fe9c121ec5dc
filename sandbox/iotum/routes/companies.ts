import type { FastifyInstance } from 'fastify';
import {
	companiesOf,
	companyView,
	deleteCompany,
	requireFreeSubdomain,
} from '../accounts/companies';
import { endpoint } from '../endpoint';
import { Refusal } from '../errors';
import type { Platform } from '../platform';
import { findCompany } from '../access/scope';
import { nextNumber } from '../state';
import { subscribe } from '../accounts/subscriptions';
import type { Company } from '../types';

interface CompanyFields {
	subdomain?: string;
	name?: string;
	partner_id?: number;
	customer_id?: string | number;
	openid_provider?: boolean;
}

interface NewCompany extends CompanyFields {
	subdomain: string;
	name: string;
	primary_color?: string;
	accent_color?: string;
	currency?: string;
	product_id?: number;
}

/** Section 4. */
export function companyRoutes(app: FastifyInstance, platform: Platform): void {
	endpoint<NewCompany>(app, platform, 'company/create', ({ body, caller }) => {
		const { resellerId } = caller.company;
		requireFreeSubdomain(platform, resellerId, body.subdomain);
		const product = defaultProduct(platform, body.product_id);
		const { primary_color, accent_color, currency } = body;
		const company: Company = {
			id: nextNumber(platform.state, 'company'),
			resellerId,
			subdomain: body.subdomain,
			name: body.name,
			openidProvider: false,
			branding: { primary_color, accent_color, currency },
			hostLimitsLocked: false,
		};
		change(company, body);
		platform.state.companies.set(company.id, company);
		if (product) subscribe(platform, company, product, product.pricing === 'flat' ? undefined : 1);
		return { id: company.id };
	});

	endpoint<{ company_id: number }>(app, platform, 'company/fetch', ({ body, caller }) =>
		companyView(platform, findCompany(platform, caller, body.company_id)),
	);

	endpoint<CompanyFields & { company_id: number }>(
		app,
		platform,
		'company/update',
		({ body, caller }) => {
			const company = findCompany(platform, caller, body.company_id);
			if (body.subdomain !== undefined) {
				requireFreeSubdomain(platform, company.resellerId, body.subdomain, company);
			}
			change(company, body);
			return companyView(platform, company);
		},
	);

	endpoint(app, platform, 'company/fetch_all', ({ caller }) =>
		companiesOf(platform, caller.company.resellerId).map((company) =>
			companyView(platform, company),
		),
	);

	endpoint<{ company_id: number | string }>(app, platform, 'company/delete', ({ body, caller }) => {
		const company = findCompany(platform, caller, Number(body.company_id));
		if (company === caller.company) {
			throw new Refusal(422, 'The company you are signed in with cannot be deleted');
		}
		deleteCompany(platform, company);
		return { message: 'OK' };
	});
}

function change(company: Company, fields: CompanyFields): void {
	company.subdomain = fields.subdomain ?? company.subdomain;
	company.name = fields.name ?? company.name;
	company.partnerId = fields.partner_id ?? company.partnerId;
	company.customerId = fields.customer_id ?? company.customerId;
	company.openidProvider = fields.openid_provider ?? company.openidProvider;
}

/** Seed 002: product_id, or the reseller's default. Own choice: that is the first plan. */
function defaultProduct({ state, brand }: Platform, id: number | undefined) {
	if (!brand.subscribesNewCompanies) return undefined;
	const products = [...state.products.values()];
	const product = products.find((candidate) =>
		id === undefined ? candidate.plan : candidate.id === id,
	);
	if (!product) throw new Refusal(422, `No product ${id}`);
	return product;
}
