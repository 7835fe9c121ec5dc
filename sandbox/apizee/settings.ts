/** Behaviours no document settles; the control API changes them. */
export interface Settings {
	/** `count` of a ticket's medias: of all of them, or of those on the page. */
	ticketMediaCount: 'all' | 'page';
	/** Whether `GET /medias`, of the v3 reference, also exists below the unversioned prefix. */
	unversionedMedias: boolean;
	/** `GET /users/me` shows the enterprise as an object, or its number as `enterprise_id`. */
	enterpriseOfUser: 'object' | 'number';
	/** More columns in the tickets' statistics. */
	extraColumns: Record<string, string | number | null>;
	/** Status of a conference that is over; the samples have only `scheduled` and `ongoing`. */
	endedStatus: string;
	/** A media's address without a valid token: the portal's sign-in page, or 401. */
	mediaWithoutToken: 'signInPage' | 'unauthorized';
	/** Parameters no document names are ignored instead of refused. */
	ignoreUnknownParameters: boolean;
}

export const DEFAULT_SETTINGS: Settings = {
	ticketMediaCount: 'all',
	unversionedMedias: false,
	enterpriseOfUser: 'object',
	extraColumns: {},
	endedStatus: 'ended',
	mediaWithoutToken: 'signInPage',
	ignoreUnknownParameters: false,
};

/** How requests are counted. */
export interface QuotaSettings {
	enabled: boolean;
	/** Requests of one user in a window. */
	limit: number;
	/** Length of the window in seconds. */
	seconds: number;
	/** `fixed` begins with the first request and is then empty again; `sliding` looks back. */
	window: 'fixed' | 'sliding';
	/** `X-RateLimit-Reset`: seconds from now, or a Unix time stamp in seconds. */
	resetHeader: 'seconds' | 'timestamp';
}

/** The vendor's public reference: ten requests a minute for each user. */
export const DEFAULT_QUOTA: QuotaSettings = {
	enabled: true,
	limit: 10,
	seconds: 60,
	window: 'fixed',
	resetHeader: 'seconds',
};
