import type { FastifyInstance } from 'fastify';
import type { Vendor, VendorContext } from '../vendor';
import { issueKey } from './access';
import { accountControl } from './control/accounts';
import { archiveControl } from './control/archives';
import { messageControl } from './control/messages';
import { sessionControl } from './control/sessions';
import { answerFailures } from './errors';
import { flexpertoPage } from './page';
import type { Platform } from './platform';
import { archiveRoutes } from './routes/archives';
import { contractRoutes } from './routes/contracts';
import { documentRoutes } from './routes/documents';
import { evidenceRoutes } from './routes/evidence';
import { meetingRoutes } from './routes/meetings';
import { notificationRoutes } from './routes/notifications';
import { signatureRoutes } from './routes/signature';
import { storageRoutes } from './routes/storage';
import { uploadRoutes } from './routes/upload';
import { userRoutes } from './routes/users';
import { ADMINISTRATOR_ID, emptyState } from './state';

/** What a client needs to use the simulated Flexperto. */
export interface FlexpertoAccess {
	/** Base URL of the API, without `/api/v2`. */
	baseUrl: string;
	/** The file storage documents are uploaded to. */
	uploadUrl: string;
	/** The object store archives are downloaded from. */
	storageUrl: string;
	tenant: string;
	/** The administrator's API key. */
	apiKey: string;
}

/** The simulated Flexperto: an API, an upload host and an object store, of one tenant. */
export function createFlexperto(context: VendorContext): {
	vendor: Vendor;
	access: () => FlexpertoAccess;
} {
	const platform: Platform = { ...context, state: emptyState() };
	const apiKey = administratorKey(platform);
	const access = (): FlexpertoAccess => {
		const { api = '', upload = '', storage = '' } = platform.urls;
		return {
			baseUrl: api,
			uploadUrl: upload,
			storageUrl: storage,
			tenant: platform.tenant,
			apiKey,
		};
	};
	const routes =
		(...parts: ((app: FastifyInstance, platform: Platform) => void)[]) =>
		(app: FastifyInstance) => {
			answerFailures(app);
			for (const part of parts) part(app, platform);
		};

	const vendor: Vendor = {
		name: 'flexperto',
		hosts: [
			{
				name: 'api',
				hostname: '127.0.0.1',
				routes: routes(
					userRoutes,
					meetingRoutes,
					contractRoutes,
					documentRoutes,
					evidenceRoutes,
					signatureRoutes,
					archiveRoutes,
					notificationRoutes,
				),
			},
			{ name: 'upload', hostname: 'localhost', routes: routes(uploadRoutes) },
			{ name: 'storage', hostname: 'localhost', routes: routes(storageRoutes) },
		],
		control: routes(accountControl, sessionControl, archiveControl, messageControl),
		reset: () => {
			platform.state = emptyState();
		},
		page: () => flexpertoPage(platform, access()),
	};
	return { vendor, access };
}

function administratorKey(platform: Platform): string {
	const administrator = platform.state.accounts.get(ADMINISTRATOR_ID);
	if (!administrator) throw new Error('The tenant has no administrator.');
	return issueKey(platform, administrator).apiKey;
}
