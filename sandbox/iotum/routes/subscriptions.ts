import type { FastifyInstance } from 'fastify';
import { endpoint } from '../endpoint';
import { Refusal } from '../errors';
import type { Platform } from '../platform';
import { findCompany } from '../access/scope';
import { hostsOf } from '../state';
import { productOf, subscriptionsOf } from '../accounts/assignments';
import {
	assignAll,
	cancel,
	findSubscription,
	replacedPlans,
	requireFittingLimit,
	requireRoomForAll,
	subscribe,
} from '../accounts/subscriptions';
import type { Product } from '../types';

interface NewSubscription {
	company_id: number;
	slug: string;
	switch_plan?: number | null;
	host_limit?: number;
	subscribe_all_hosts?: boolean;
}

interface OneSubscription {
	company_id: number;
	slug: string;
}

/** Section 5. The answers are the JSON text "OK". */
export function subscriptionRoutes(app: FastifyInstance, platform: Platform): void {
	/** A company_id is seed 004's sample's; products are the reseller's, so it only has to be valid. */
	endpoint<{ include_description?: boolean; company_id?: number }>(
		app,
		platform,
		'subscription/fetch_products',
		({ body, caller }) => {
			if (body.company_id !== undefined) findCompany(platform, caller, body.company_id);
			return [...platform.state.products.values()].map((product) => ({
				...productView(product),
				...(body.include_description && { description: product.description }),
			}));
		},
	);

	/** Own choice where seed 004 has no subscribe_all_hosts: all hosts are subscribed. */
	endpoint<NewSubscription>(app, platform, 'subscription/create', ({ body, caller }) => {
		const company = findCompany(platform, caller, body.company_id);
		const product = platform.state.products.get(body.slug);
		if (!product) throw new Refusal(404, `No product ${body.slug}`);
		const replaced = replacedPlans(platform, company, product, body.switch_plan);
		const all = body.subscribe_all_hosts ?? true;
		if (all) requireRoomForAll(platform, company, product, body.host_limit);
		const subscription = subscribe(platform, company, product, body.host_limit);
		for (const plan of replaced) cancel(platform, plan);
		if (all) assignAll(platform, subscription);
		return 'OK';
	});

	endpoint<OneSubscription & { host_limit: number }>(
		app,
		platform,
		'subscription/update',
		({ body, caller }) => {
			const company = findCompany(platform, caller, body.company_id);
			const subscription = findSubscription(platform, company, body.slug);
			requireFittingLimit(productOf(platform.state, subscription), body.host_limit);
			const assigned = hostsOf(platform.state, company.id).filter(({ subscriptionIds }) =>
				subscriptionIds.includes(subscription.id),
			).length;
			if (body.host_limit < assigned) {
				throw new Refusal(422, `host_limit is below the ${assigned} hosts assigned`);
			}
			subscription.hostLimit = body.host_limit;
			return 'OK';
		},
	);

	const one = (path: string, from: string, to: 'Active' | 'Suspended') =>
		endpoint<OneSubscription>(app, platform, path, ({ body, caller }) => {
			const company = findCompany(platform, caller, body.company_id);
			const subscription = findSubscription(platform, company, body.slug);
			if (subscription.status !== from) {
				throw new Refusal(422, `The subscription is ${subscription.status}`);
			}
			subscription.status = to;
			return 'OK';
		});
	one('subscription/suspend', 'Active', 'Suspended');
	one('subscription/reactivate', 'Suspended', 'Active');

	endpoint<OneSubscription>(app, platform, 'subscription/cancel', ({ body, caller }) => {
		const company = findCompany(platform, caller, body.company_id);
		cancel(platform, findSubscription(platform, company, body.slug));
		return 'OK';
	});

	const all = (path: string, from: string, to: 'Active' | 'Suspended') =>
		endpoint<{ company_id: number }>(app, platform, path, ({ body, caller }) => {
			const company = findCompany(platform, caller, body.company_id);
			for (const subscription of subscriptionsOf(platform.state, company.id)) {
				if (subscription.status === from) subscription.status = to;
			}
			return 'OK';
		});
	all('subscription/suspend_all', 'Active', 'Suspended');
	all('subscription/reactivate_all', 'Suspended', 'Active');

	endpoint<{ company_id: number }>(app, platform, 'subscription/fetch', ({ body, caller }) => {
		const company = findCompany(platform, caller, body.company_id);
		return subscriptionsOf(platform.state, company.id).map((subscription) => ({
			id: subscription.id,
			status: subscription.status,
			host_limit: subscription.hostLimit ?? null,
			product: productView(productOf(platform.state, subscription)),
		}));
	});
}

function productView({ slug, name, plan }: Product) {
	return { slug, name, plan };
}
