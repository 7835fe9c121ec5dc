import type { FastifyInstance } from 'fastify';
import type { Vendor, VendorContext } from '../vendor';
import type { Brand } from './brands/brand';
import { conferencingControls, conferencingRoutes, storageRoutes } from './conferencing';
import { addConferencingFixtures } from './conferencingFixtures';
import { companyControls } from './control/companies';
import { hostControls } from './control/hosts';
import { signInControls } from './control/signIn';
import { requireAllEndpoints } from './endpoint';
import { answerFailures } from './errors';
import { addFixtures } from './fixtures';
import { installationAccess, type IotumAccess } from './installation';
import { authorizeRoutes } from './oauth/authorizeRoutes';
import { tokenRoutes } from './oauth/tokenRoutes';
import { brandPage } from './page';
import type { Platform, RouteModule } from './platform';
import { authenticateRoutes } from './routes/authenticate';
import { companyRoutes } from './routes/companies';
import { contactRoutes } from './routes/contacts';
import { domainRoutes } from './routes/domain';
import { hostRoutes } from './routes/hosts';
import { pageRoutes } from './routes/pages';
import { subscriptionRoutes } from './routes/subscriptions';
import { emptyState } from './state';

/** A simulated brand of the Iotum platform: an API host and a storage host, of one reseller. */
export function createIotum(
	brand: Brand,
	context: VendorContext,
): { vendor: Vendor; access: () => IotumAccess } {
	const platform: Platform = { ...context, brand, state: emptyState() };
	const reset = () => {
		platform.state = emptyState();
		addFixtures(platform);
		addConferencingFixtures(platform);
	};
	reset();
	const routes = (modules: RouteModule[]) => (app: FastifyInstance) => {
		answerFailures(app);
		for (const module of modules) module(app, platform);
	};

	const vendor: Vendor = {
		name: brand.name,
		hosts: [
			{
				name: 'api',
				hostname: '127.0.0.1',
				routes: routes([
					authenticateRoutes,
					domainRoutes,
					companyRoutes,
					subscriptionRoutes,
					hostRoutes,
					contactRoutes,
					authorizeRoutes,
					tokenRoutes,
					pageRoutes,
					...conferencingRoutes,
					requireAllEndpoints,
				]),
			},
			{ name: 'storage', hostname: 'localhost', routes: routes(storageRoutes) },
		],
		control: routes([companyControls, hostControls, signInControls, ...conferencingControls]),
		reset,
		page: () => brandPage(platform),
	};
	return { vendor, access: () => installationAccess(platform) };
}
