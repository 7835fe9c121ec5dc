import { claimByPolling, claimByWebhook } from './demoArchives';
import { assistCase } from './demoAssistance';
import { reportAssistance } from './demoAssistanceReport';
import { startVideoCall } from './demoButton';
import { reportCalls } from './demoCallReport';
import { reserveVideoCalls } from './demoCalls';
import { fillCaseFolder } from './demoCaseFolder';
import { collectSignedContracts } from './demoCollect';
import { onboardCompany } from './demoCompany';
import { scheduleConsultations } from './demoConsultations';
import { requestSignature, storeSignedContracts } from './demoContracts';
import { provisionExperts } from './demoExperts';
import { forwardWebhooks } from './demoForwarding';
import { importHosts } from './demoHosts';
import type { Playground } from './demoPlayground';
import { archiveRecordings } from './demoRecordings';
import type { Report } from './demoReport';
import { keepSecrets } from './demoSecrets';
import { signAndFile } from './demoSignAndFile';

/** A part of the demo: runs example workflows and checks what came of it. */
export type Chapter = (playground: Playground, report: Report) => Promise<void>;

/** In this order: a later one finds what the earlier ones left at the vendors. */
export const CHAPTERS: Chapter[] = [
	reserveVideoCalls,
	provisionExperts,
	startVideoCall,
	requestSignature,
	storeSignedContracts,
	collectSignedContracts,
	signAndFile,
	claimByWebhook,
	claimByPolling,
	onboardCompany,
	importHosts,
	archiveRecordings,
	forwardWebhooks,
	scheduleConsultations,
	reportCalls,
	assistCase,
	fillCaseFolder,
	reportAssistance,
	keepSecrets,
];
