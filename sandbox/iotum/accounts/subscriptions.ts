import { Refusal } from '../errors';
import type { Platform } from '../platform';
import { hostsOf, nextNumber } from '../state';
import { makeRoom, productOf, subscriptionsOf } from './assignments';
import type { Company, Host, Product, Subscription } from '../types';

/**
 * Subscribes a company to a product.
 *
 * @throws Refusal 422 when it is subscribed already, and when a host limit does not fit the pricing
 */
export function subscribe(
	platform: Platform,
	company: Company,
	product: Product,
	hostLimit: number | undefined,
): Subscription {
	const { state } = platform;
	if (subscriptionsOf(state, company.id).some(({ slug }) => slug === product.slug)) {
		throw new Refusal(422, `The company is already subscribed to ${product.slug}`);
	}
	requireFittingLimit(product, hostLimit);
	const subscription: Subscription = {
		id: nextNumber(state, 'subscription'),
		companyId: company.id,
		slug: product.slug,
		status: 'Active',
		hostLimit,
	};
	state.subscriptions.set(subscription.id, subscription);
	return subscription;
}

/** Section 5.2: flat rates have no host limit, and per-host prices need one. */
export function requireFittingLimit(product: Product, hostLimit: number | undefined): void {
	if (product.pricing === 'flat' && hostLimit !== undefined) {
		throw new Refusal(422, `${product.slug} has a flat rate: host_limit must not be given`);
	}
	if (product.pricing === 'perHost' && hostLimit === undefined) {
		throw new Refusal(422, `${product.slug} is priced per host: host_limit is required`);
	}
}

/**
 * The plans a new plan takes the place of (section 5.2): the one named by switch_plan, none when it
 * is null, all when it is left out. An add-on replaces nothing.
 *
 * @throws Refusal 422 when switch_plan is no current plan of the company
 */
export function replacedPlans(
	{ state }: Platform,
	company: Company,
	product: Product,
	switchPlan: number | null | undefined,
): Subscription[] {
	const plans = subscriptionsOf(state, company.id).filter(
		(subscription) => productOf(state, subscription).plan,
	);
	if (typeof switchPlan === 'number' && !plans.some(({ id }) => id === switchPlan)) {
		throw new Refusal(422, `switch_plan ${switchPlan} is no current plan of the company`);
	}
	if (!product.plan) return [];
	return switchPlan === undefined ? plans : plans.filter(({ id }) => id === switchPlan);
}

/** Section 5.5: canceled for good; no host is assigned to it any more. */
export function cancel({ state }: Platform, subscription: Subscription): void {
	subscription.status = 'Canceled';
	for (const host of hostsOf(state, subscription.companyId)) unassign(host, subscription);
}

/** @throws Refusal 422 when a new subscription's limit is too low for all hosts and cannot grow */
export function requireRoomForAll(
	{ state }: Platform,
	company: Company,
	{ slug, pricing }: Product,
	hostLimit = Infinity,
): void {
	const fits = pricing === 'flat' || hostsOf(state, company.id).length <= hostLimit;
	if (company.hostLimitsLocked && !fits) {
		throw new Refusal(422, `The host limit of ${slug} is locked for the company`);
	}
}

/** Assigns all hosts of the company; a new plan takes the place of each host's present one. */
export function assignAll(platform: Platform, subscription: Subscription): void {
	const { state } = platform;
	const { plan } = productOf(state, subscription);
	for (const host of hostsOf(state, subscription.companyId)) {
		makeRoom(platform, subscription, host);
		for (const id of plan ? [...host.subscriptionIds] : []) {
			const present = state.subscriptions.get(id);
			if (present && productOf(state, present).plan) unassign(host, present);
		}
		host.subscriptionIds.push(subscription.id);
	}
}

function unassign(host: Host, { id }: Subscription): void {
	host.subscriptionIds = host.subscriptionIds.filter((assigned) => assigned !== id);
}

/** @throws Refusal 404 when the company has no such subscription */
export function findSubscription(
	{ state }: Platform,
	company: Company,
	slug: string,
): Subscription {
	const found = subscriptionsOf(state, company.id).find((candidate) => candidate.slug === slug);
	if (!found) throw new Refusal(404, `The company has no subscription to ${slug}`);
	return found;
}
