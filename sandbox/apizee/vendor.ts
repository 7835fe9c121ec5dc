import type { FastifyInstance } from 'fastify';
import type { Vendor, VendorContext } from '../vendor';
import { requireToken } from './access/caller';
import { answerFailures } from './errors';
import { addAccounts } from './fixtures';
import { installationAccess, type ApizeeAccess } from './installation';
import { apizeePage } from './page';
import type { ApiModule, Platform, RouteModule, Version } from './platform';
import { conferenceRoutes } from './routes/conferences';
import { mediaRoutes } from './routes/medias';
import { portalRoutes } from './routes/portal';
import { sessionRoutes } from './routes/sessions';
import { statisticsRoutes } from './routes/statistics';
import { storageRoutes } from './routes/storage';
import { ticketRoutes } from './routes/tickets';
import { tokenRoutes } from './routes/token';
import { userRoutes } from './routes/users';
import { accessControl } from './control/access';
import { conferenceControl } from './control/conferences';
import { mediaControl } from './control/medias';
import { quotaControl } from './control/quota';
import { ticketControl } from './control/tickets';
import { webhookControl } from './control/webhooks';
import { addSampleConferences, addSampleTickets } from './samples';
import { emptyState } from './state';

const protectedRoutes: ApiModule[] = [
	userRoutes,
	ticketRoutes,
	statisticsRoutes,
	conferenceRoutes,
	mediaRoutes,
	sessionRoutes,
];

/** The simulated Apizee: API, portal and media on one host, some files on another origin. */
export function createApizee(context: VendorContext): {
	vendor: Vendor;
	access: () => ApizeeAccess;
} {
	const platform: Platform = { ...context, state: emptyState() };
	const reset = () => {
		platform.state = emptyState();
		addAccounts(platform);
		addSampleTickets(platform);
		addSampleConferences(platform);
	};
	reset();
	const routes = (modules: RouteModule[]) => (app: FastifyInstance) => {
		answerFailures(app);
		for (const module of modules) module(app, platform);
	};

	const vendor: Vendor = {
		name: 'apizee',
		hosts: [
			{
				name: 'api',
				hostname: '127.0.0.1',
				routes: routes([api('/api', 'unversioned'), api('/api/v3', 'v3'), portalRoutes]),
			},
			{ name: 'storage', hostname: 'localhost', routes: routes([storageRoutes]) },
		],
		control: routes([
			accessControl,
			quotaControl,
			ticketControl,
			conferenceControl,
			mediaControl,
			webhookControl,
		]),
		reset,
		page: () => apizeePage(platform, installationAccess(platform)),
	};
	return { vendor, access: () => installationAccess(platform) };
}

function api(prefix: string, version: Version): RouteModule {
	return (host, platform) => {
		host.register(
			async (app) => {
				tokenRoutes(app, platform, version);
				app.register(async (inner) => {
					requireToken(inner, platform);
					for (const module of protectedRoutes) module(inner, platform, version);
				});
			},
			{ prefix },
		);
	};
}
