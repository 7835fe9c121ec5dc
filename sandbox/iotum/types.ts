/** Roles of an account (seeds 002 and 004, section 1.3). */
export type Role = 'RESELLER_ADMIN' | 'COMPANY_ADMIN' | 'HOST';

/** An organization that sells conferencing (section 2). */
export interface Reseller {
	id: number;
	domain: string;
	displayName: string;
	/** The reseller it belongs to, absent at the top. */
	parentId?: number;
}

/** A reseller's customer (section 4). */
export interface Company {
	id: number;
	resellerId: number;
	subdomain: string;
	name: string;
	openidProvider: boolean;
	partnerId?: number;
	customerId?: string | number;
	/** Colours and currency: kept, never shown by the API. */
	branding: { primary_color?: string; accent_color?: string; currency?: string };
	/** Host limits of the subscriptions may not grow by themselves (section 6.1). */
	hostLimitsLocked: boolean;
	/** ISO 8601; set when the company has been deleted. */
	deletedAt?: string;
}

/** What an account may do, through the products it is subscribed to (section 8, error messages). */
export type Feature =
	| 'recording'
	| 'videoRecording'
	| 'transcription'
	| 'oneTimeAccessCode'
	| 'sipGateway';

/** A plan or an add-on of a reseller (section 5.1). */
export interface Product {
	id: number;
	slug: string;
	name: string;
	plan: boolean;
	description: string;
	/** Per-host prices have a host limit, flat rates have none (section 5.2). */
	pricing: 'flat' | 'perHost';
	features: Feature[];
}

/** A company's subscription to a product (section 5.6). */
export interface Subscription {
	id: number;
	companyId: number;
	slug: string;
	status: 'Active' | 'Suspended' | 'Canceled';
	/** Absent for flat rates. */
	hostLimit?: number;
}

/** The fields of a host that the API takes and shows as they are (section 6). */
export interface HostSettings {
	name: string;
	email: string;
	role: Role;
	openid_sub?: string;
	native_streaming?: boolean;
	vivomeeting_streaming_enabled?: boolean;
	auto_record?: MediaChoice;
	auto_stream?: MediaChoice;
	host_initiated_recording?: boolean;
	waiting_room?: boolean;
	stream_preview?: Record<string, unknown>;
	image_url?: string;
	disable_emails: Record<string, boolean>;
	public_username?: string;
	time_format: Record<string, unknown>;
	no_login?: boolean;
	locale: string;
	country_code?: string;
	time_zone?: string;
}

export type MediaChoice = 'none' | 'audio' | 'video';

/** An account that organizes and hosts conferences (section 6). */
export interface Host {
	id: number;
	companyId: number;
	settings: HostSettings;
	password?: string;
	accessCode: string;
	moderatorPin: string;
	subscriptionIds: number[];
	loginTokenPublicKey: string;
	/** The contact that stands for the host in conferences; `has_host` is true. */
	contactId: number;
}

/** The fields of a contact that the API takes and shows as they are (section 7). */
export interface ContactFields {
	name: string;
	email: string;
	business_phone?: string;
	mobile_phone?: string;
	home_phone?: string;
	other_phone?: string;
	time_zone?: string;
}

/** Whose contact list a contact is in: a host's, or a company's for all its hosts. */
export type ContactOwner = { hostId: number } | { companyId: number };

export interface Contact {
	id: number;
	owner: ContactOwner;
	fields: ContactFields;
	/** The host whose details these are; absent for a standalone contact. */
	hostId?: number;
}

/** A signed-in session (section 3). */
export interface Session {
	token: string;
	hostId: number;
	/** Milliseconds since the epoch. */
	lastUsedAt: number;
	expired: boolean;
}

/** An OAuth2 authorization, before and after its code has been exchanged (section 12). */
export interface Authorization {
	hostId: number;
	code?: string;
	redirectUri?: string;
	accessToken?: string;
	refreshToken?: string;
	/** Milliseconds since the epoch: of the code, then of the access token. */
	expiresAt: number;
	revoked: boolean;
}

/** An e-mail the vendor would have sent. */
export interface Mail {
	kind: 'welcome' | 'password reset';
	to: string;
	hostId: number;
	/** ISO 8601. */
	sentAt: string;
}
