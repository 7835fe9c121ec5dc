import { chatRoutes } from './routes/chat';
import { conferenceActionRoutes } from './routes/conferenceActions';
import { conferenceRoutes } from './routes/conferences';
import { driveRoutes } from './routes/drive';
import { hostActivityRoutes } from './routes/hostActivity';
import { storageRoutes as storage } from './routes/storage';
import { conferenceControl } from './control/conferences';
import { driveControl } from './control/drive';
import { webhookControl } from './control/webhooks';
import type { RouteModule } from './platform';

/** Routes below /enterprise_api for conferences, recordings, the drive and chats. */
export const conferencingRoutes: RouteModule[] = [
	conferenceRoutes,
	conferenceActionRoutes,
	hostActivityRoutes,
	driveRoutes,
	chatRoutes,
];

/** Routes of the storage host: uploads to the drive, and download links. */
export const storageRoutes: RouteModule[] = [storage];

/** Routes of the control API below the brand's name. */
export const conferencingControls: RouteModule[] = [
	conferenceControl,
	driveControl,
	webhookControl,
];
