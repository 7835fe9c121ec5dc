import { Refusal } from '../errors';
import type { Platform } from '../platform';
import type { State } from '../state';
import type { Feature, Host, Product, Subscription } from '../types';

/** Subscriptions of a company that have not been canceled, oldest first. */
export function subscriptionsOf({ subscriptions }: State, companyId: number): Subscription[] {
	return [...subscriptions.values()].filter(
		(subscription) => subscription.companyId === companyId && subscription.status !== 'Canceled',
	);
}

/** Subscriptions a host is assigned to. */
export function assignedSubscriptions(state: State, host: Host): Subscription[] {
	return subscriptionsOf(state, host.companyId).filter(({ id }) =>
		host.subscriptionIds.includes(id),
	);
}

export function productOf(state: State, { slug }: Subscription): Product {
	const product = state.products.get(slug);
	if (!product) throw new Error(`The subscription is to ${slug}, which is no product.`);
	return product;
}

/** What a host may do: the features of its active subscriptions. */
export function features(state: State, host: Host): Set<Feature> {
	return new Set(
		assignedSubscriptions(state, host)
			.filter(({ status }) => status === 'Active')
			.flatMap((subscription) => productOf(state, subscription).features),
	);
}

/** Section 5.3: without an active plan a host is not able to host meetings. */
export function mayHost(state: State, host: Host): boolean {
	return assignedSubscriptions(state, host).some(
		(subscription) => subscription.status === 'Active' && productOf(state, subscription).plan,
	);
}

/** Which products a host is to have: ids, or slugs instead (section 6.1). */
export interface Assignment {
	subscription_ids?: number[];
	plan_slug?: string;
	add_on_slugs?: string[];
}

/**
 * Assigns a host to exactly the given subscriptions; nothing changes when none are given. A slug
 * replaces its kind only: plan_slug the plan, add_on_slugs the add-ons. Host limits grow with it.
 *
 * @throws Refusal 400 with ids and slugs together; 422 for a subscription the company does not have,
 * for two plans, and when a limit would have to grow but is locked
 */
export function assign(platform: Platform, host: Host, assignment: Assignment): void {
	const ids = requestedIds(platform.state, host, assignment);
	if (!ids) return;
	const available = subscriptionsOf(platform.state, host.companyId);
	const chosen = [...new Set(ids)].map((id) => {
		const subscription = available.find((candidate) => candidate.id === id);
		if (!subscription) throw new Refusal(422, `The company has no subscription ${id}`);
		return subscription;
	});
	if (chosen.filter((subscription) => productOf(platform.state, subscription).plan).length > 1) {
		throw new Refusal(422, 'A host can only be assigned to one plan at a time');
	}
	for (const subscription of chosen) makeRoom(platform, subscription, host);
	host.subscriptionIds = chosen.map(({ id }) => id);
}

function requestedIds(state: State, host: Host, assignment: Assignment): number[] | undefined {
	const { subscription_ids, plan_slug, add_on_slugs } = assignment;
	const bySlug = plan_slug !== undefined || add_on_slugs !== undefined;
	if (subscription_ids && bySlug) {
		throw new Refusal(400, 'Give subscription_ids or plan_slug and add_on_slugs, not both');
	}
	if (!bySlug) return subscription_ids;
	const ids = (slugs: string[], plan: boolean) =>
		slugs.map((slug) => idOf(state, host.companyId, slug, plan));
	const present = (plan: boolean) =>
		assignedSubscriptions(state, host)
			.filter((subscription) => productOf(state, subscription).plan === plan)
			.map(({ id }) => id);
	return [
		...(plan_slug === undefined ? present(true) : ids([plan_slug], true)),
		...(add_on_slugs === undefined ? present(false) : ids(add_on_slugs, false)),
	];
}

function idOf(state: State, companyId: number, slug: string, plan: boolean): number {
	const subscription = subscriptionsOf(state, companyId).find(
		(candidate) => candidate.slug === slug && productOf(state, candidate).plan === plan,
	);
	const kind = plan ? 'plan' : 'add-on';
	if (!subscription) throw new Refusal(422, `The company is not subscribed to the ${kind} ${slug}`);
	return subscription.id;
}

/** Section 6.1: the limit grows so that it is never below the number of hosts assigned. */
export function makeRoom({ state }: Platform, subscription: Subscription, newcomer: Host): void {
	if (subscription.hostLimit === undefined) return;
	const assigned = [...state.hosts.values()].filter(
		({ id, subscriptionIds }) => id !== newcomer.id && subscriptionIds.includes(subscription.id),
	).length;
	if (assigned < subscription.hostLimit) return;
	if (state.companies.get(subscription.companyId)?.hostLimitsLocked) {
		throw new Refusal(422, `The host limit of ${subscription.slug} is locked for the company`);
	}
	subscription.hostLimit = assigned + 1;
}
