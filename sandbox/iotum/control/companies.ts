import type { FastifyInstance } from 'fastify';
import { anyText, boolean, id, list, object, text } from '../brands/fields';
import { Refusal } from '../errors';
import { FIXTURES } from '../fixtures';
import type { Platform } from '../platform';
import { nextNumber } from '../state';
import { subscribe } from '../accounts/subscriptions';
import type { Company, Product, Reseller } from '../types';
import type { CompaniesRequest } from './accountsClient';

const count = { type: 'integer', minimum: 0 };

/** Resellers, companies and their products without the API. */
export function companyControls(app: FastifyInstance, platform: Platform): void {
	app.post<{ Body: CompaniesRequest }>(
		'/companies',
		{ schema: { body: object({ count, resellerId: id, slugs: list(text) }) } },
		async ({ body: { count = 1, resellerId = FIXTURES.resellerId, slugs = [] } }) =>
			Array.from({ length: count }, () => addCompany(platform, resellerId, slugs)),
	);
	app.get('/companies', async () => [...platform.state.companies.values()]);
	app.put<{ Params: { id: string }; Body: { locked: boolean } }>(
		'/companies/:id/host-limits',
		{ schema: { body: object({ locked: boolean }, ['locked']) } },
		async ({ params, body }) => {
			const company = findCompany(platform, Number(params.id));
			company.hostLimitsLocked = body.locked;
			return company;
		},
	);

	app.post<{ Body: Product }>(
		'/products',
		{
			schema: {
				body: object(
					{
						id,
						slug: text,
						name: text,
						plan: boolean,
						description: anyText,
						pricing: { enum: ['flat', 'perHost'] },
						features: list(text),
					},
					['id', 'slug', 'name', 'plan', 'description', 'pricing', 'features'],
				),
			},
		},
		async ({ body }) => {
			platform.state.products.set(body.slug, body);
			return body;
		},
	);
	app.post<{ Body: Omit<Reseller, 'id'> }>(
		'/resellers',
		{
			schema: {
				body: object({ domain: text, displayName: text, parentId: id }, ['domain', 'displayName']),
			},
		},
		async ({ body }) => {
			const reseller: Reseller = { id: nextNumber(platform.state, 'reseller'), ...body };
			platform.state.resellers.set(reseller.id, reseller);
			return reseller;
		},
	);
	app.get('/subscriptions', async () => [...platform.state.subscriptions.values()]);
}

function addCompany(platform: Platform, resellerId: number, slugs: string[]): Company {
	const { state } = platform;
	if (!state.resellers.has(resellerId)) throw new Refusal(404, `No reseller ${resellerId}.`);
	const products = slugs.map((slug) => {
		const product = state.products.get(slug);
		if (!product) throw new Refusal(404, `No product ${slug}.`);
		return product;
	});
	const number = nextNumber(state, 'company');
	const company: Company = {
		id: number,
		resellerId,
		subdomain: `company-${number}`,
		name: `Company Number ${number}`,
		openidProvider: false,
		branding: {},
		hostLimitsLocked: false,
	};
	state.companies.set(company.id, company);
	for (const product of products) {
		subscribe(platform, company, product, product.pricing === 'flat' ? undefined : 1);
	}
	return company;
}

/** @throws Refusal 404 */
export function findCompany({ state }: Platform, companyId: number): Company {
	const company = state.companies.get(companyId);
	if (!company) throw new Refusal(404, `No company ${companyId}.`);
	return company;
}
