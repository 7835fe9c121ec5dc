import { roomUrl, type Platform } from '../platform';
import type { State } from '../state';
import { assignedSubscriptions, features, productOf } from './assignments';
import type { Host } from '../types';

/** The sample of section 6.1: properties a client may ignore, for strict deserializers. */
const DIAL_IN_NUMBER = {
	phone_number: '14165551234',
	domestic_format: '(416) 555-1234',
	international_format: '+1 416-555-1234',
	country_code: 'CA',
	location: 'Toronto',
	...nulls(
		['id', 'created_at', 'updated_at', 'feature_id', 'locale', 'carrier', 'state', 'billing_group'],
		[
			'display',
			'organization_id',
			'grouped_billing_id',
			'site_domain_id',
			'billing_code',
			'active',
		],
		['referral_number'],
	),
};

/** The same for access codes and PINs. */
const NUMBER_DETAILS = nulls(
	['id', 'participant_id', 'lock_version', 'updated_at', 'conference_call_id', 'person_id'],
	['account_id', 'recording_id', 'site_domain_id', 'organization_id'],
);

function nulls(...names: string[][]): Record<string, null> {
	return Object.fromEntries(names.flat().map((name) => [name, null]));
}

/** Everything about a host that some brand's API shows (section 6.2). */
export function hostView(platform: Platform, host: Host): Record<string, unknown> {
	const { state, urls } = platform;
	const { settings, accessCode, moderatorPin } = host;
	return {
		host_id: host.id,
		company_id: host.companyId,
		...settings,
		openid_sub: settings.openid_sub ?? null,
		public_username: settings.public_username ?? null,
		country_code: settings.country_code ?? null,
		time_zone: settings.time_zone ?? null,
		primary_dialin_number: DIAL_IN_NUMBER,
		meeting_url: roomUrl(platform, accessCode),
		access_code: { number: accessCode, ...NUMBER_DETAILS },
		moderator_pin: { number: moderatorPin, ...NUMBER_DETAILS },
		password_creation_link: `${urls['api']}/password/${host.loginTokenPublicKey}`,
		login_token_public_key: host.loginTokenPublicKey,
		...productsView(state, host),
		subscription_ids: assignedSubscriptions(state, host).map(({ id }) => id),
		sip_uri: features(state, host).has('sipGateway')
			? `sip:${accessCode}-0@sipgw.${platform.brand.name.toLowerCase()}.example`
			: null,
	};
}

/** The slugs of a host's plan and add-ons. Own choice: null without a plan. */
function productsView(state: State, host: Host): Record<string, unknown> {
	const products = assignedSubscriptions(state, host).map((subscription) =>
		productOf(state, subscription),
	);
	return {
		plan_slug: products.find(({ plan }) => plan)?.slug ?? null,
		add_on_slugs: products.filter(({ plan }) => !plan).map(({ slug }) => slug),
	};
}

/** A host in the list of a company: the access code is a text there (section 6.10). */
export function hostSummary(platform: Platform, host: Host): Record<string, unknown> {
	return { ...hostView(platform, host), access_code: host.accessCode };
}
