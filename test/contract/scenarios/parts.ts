import type { INodeParameters } from 'n8n-workflow';
import type { LoggedRequest } from '../../../sandbox/requestLog';
import type { Setup } from '../../Iotum/setup';
import type { NodeRun } from '../../harness/runNode';
import { locator } from './samples';

/** One run of an operation, beside what all runs of the operation have. */
export interface Run {
	/** Inputs at the top level. */
	inputs?: INodeParameters;
	asCompanyAdmin?: true;
	/** Iotum's node alone can do this. */
	onlyIotum?: true;
	/** Makes what has to be there first, and gives the inputs that name it. */
	prepare?(setup: Setup): Promise<INodeParameters>;
}

/** A run with all inputs that can stand together. */
export interface Complete {
	/** Inputs of collections that are left out. */
	without?: string[];
	/** Inputs of collections that are not as in the samples. */
	instead?: INodeParameters;
	/** Inputs at the top level that are not as in the samples. */
	inputs?: INodeParameters;
}

/** What is particular to an operation, beside the samples of its inputs. */
export interface Part {
	/** For every run. */
	prepare?: Run['prepare'];
	items?(setup: Setup): Promise<NodeRun['items']>;
	/** What the run with the required inputs alone has otherwise; an update has to change something. */
	least?: Run;
	complete?: Complete[];
	/** Runs for requests that the others do not need. */
	further?(fixtures: Setup['access']['fixtures']): Run[];
}

const active = async ({ vendor, access }: Setup) => {
	const { scheduledConferenceId } = access.fixtures;
	await vendor.startConference(scheduledConferenceId);
	return { conferenceId: locator(scheduledConferenceId) };
};
const streamed = async (setup: Setup) => {
	await active(setup);
	await setup.vendor.startStreaming(setup.access.fixtures.scheduledConferenceId);
	return {};
};
const past = async ({ access }: Setup) => ({
	conferenceId: locator(access.fixtures.pastConferenceId),
});
/** The second conference of a series. */
const occurrence = async ({ vendor }: Setup) => {
	const [master] = await vendor.addConferences({ schedule: 'FREQ=DAILY;COUNT=5' });
	const second = (await vendor.conferences()).find(
		({ series }) => series?.masterId === master?.id && series?.index === 1,
	);
	return { conferenceId: locator(second?.id ?? 0) };
};

const inOtherCompany = async ({ access }: Setup) => ({
	companyId: locator(access.fixtures.otherCompanyId),
});
const processed = async ({ control }: Setup) => {
	const path = '/enterprise_api/drive/file/finish_upload';
	await control.fault({ kind: 'status', status: 409, when: 'after', path });
	return {};
};
/** More participants than the vendor gives call records at a time. */
const crowded = async ({ vendor, access }: Setup) => {
	await vendor.join(access.fixtures.pastConferenceId, { count: 120 });
	return {};
};
/** The e-mail address of a host who is there. */
const known = async ({ vendor, access }: Setup) => {
	const hosts = await vendor.hosts();
	const second = hosts.find(({ id }) => id === access.fixtures.secondHostId);
	return { email: String(second?.settings.email) };
};
/** More of them than a page holds, past and to come, and more files. */
const manyConferences = async ({ vendor }: Setup) => {
	await vendor.addConferences({ count: 25, held: true });
	await vendor.addConferences({ count: 25 });
	return {};
};
const manyFiles = async ({ vendor }: Setup) => {
	await vendor.addDriveFiles({ count: 45 });
	return {};
};
const suspended = async (setup: Setup) => {
	const { companyId } = setup.access.fixtures;
	await setup.run('subscription.suspend', { inputs: { companyId, slug: 'small_plan' } });
	return {};
};

/** A series by rule or by pattern, and participants by ID or by e-mail, exclude each other. */
const conferences: Complete[] = [
	{ without: ['recurrencePattern', 'participantEmails'] },
	{ without: ['schedule', 'participants'], instead: { recurrence: 'guided' } },
];
/** Subscriptions are named by their IDs or by slugs. */
const hosts: Complete[] = [
	{ without: ['planSlug', 'addOnSlugs', 'clearSubscriptions'] },
	{ without: ['subscriptionIds', 'clearSubscriptions'] },
];
const file = async ({ engine }: Setup) => [
	await engine.fileItem(Buffer.from('slides'), { fileName: 'a.pdf', mimeType: 'application/pdf' }),
];

/** The contacts of a company, and of the admin's own one; VivoMeetings shows no owner. */
const ofCompanies: Part['further'] = ({ companyContactId }) => {
	const contactId = locator(companyContactId);
	return [
		{ onlyIotum: true, inputs: { ownerType: 'company', contactId } },
		{ onlyIotum: true, inputs: { ownerType: 'ownCompany', contactId }, asCompanyAdmin: true },
	];
};

/** Everything that the samples alone do not make work. */
export const parts: Record<string, Part> = {
	'chat.sendMessage': {
		least: { inputs: { roomId: '123' } },
		complete: [{ inputs: { slug: 'general' } }],
	},
	'company.get': {
		further: () => [
			{
				onlyIotum: true,
				inputs: { companyId: { __rl: true, mode: 'subdomain', value: 'acme' } },
			},
		],
	},
	'company.update': { least: { inputs: { updateFields: { name: 'Smith Ltd' } } } },
	'conference.cancel': { prepare: occurrence },
	'conference.create': { complete: conferences },
	'conference.deleteRecordings': { prepare: past },
	'conference.deleteTranscriptions': { prepare: past },
	'conference.dialNumber': { prepare: active },
	'conference.downloadRecording': { prepare: past },
	'conference.end': { prepare: active },
	'conference.getEmbedCode': { further: () => [{ inputs: { embedKind: 'livestream' } }] },
	'conference.getAll': {
		further: () => [{ inputs: { returnAll: true }, prepare: manyConferences }],
	},
	'conference.getViewerCount': { prepare: streamed },
	'conference.sendMessage': { prepare: active },
	'conference.stopStreaming': { prepare: streamed },
	'conference.update': {
		prepare: occurrence,
		least: { inputs: { updateFields: { subject: 'Annual review' } } },
		complete: conferences,
	},
	'contact.create': { further: ofCompanies },
	'contact.delete': { further: ofCompanies },
	'contact.get': { further: ofCompanies },
	'contact.getAll': { further: ofCompanies },
	'contact.update': { least: { inputs: { updateFields: { name: 'John Smith' } } } },
	'driveFile.getAll': { further: () => [{ inputs: { returnAll: true }, prepare: manyFiles }] },
	'driveFile.upload': {
		items: file,
		// The vendor has noticed the file before it was told.
		further: () => [{ prepare: processed }],
	},
	'host.create': { least: { asCompanyAdmin: true }, complete: hosts },
	'host.getAll': { least: { asCompanyAdmin: true } },
	'host.getCallRecords': { further: () => [{ inputs: { returnAll: true }, prepare: crowded }] },
	'host.getConferences': {
		further: () => [{ inputs: { returnAll: true }, prepare: manyConferences }],
	},
	'host.provision': {
		least: { asCompanyAdmin: true },
		complete: hosts,
		further: () => [{ prepare: known, asCompanyAdmin: true }],
	},
	'host.update': {
		least: { inputs: { updateFields: { name: 'Hanna' } } },
		complete: [...hosts, { without: ['planSlug', 'addOnSlugs', 'subscriptionIds'] }],
	},
	'subscription.create': {
		least: { prepare: inOtherCompany, inputs: { slug: locator('recording') } },
		complete: [{ inputs: { slug: locator('large_plan') } }],
	},
	'subscription.reactivate': { prepare: suspended },
	'subscription.update': {
		prepare: inOtherCompany,
		least: { inputs: { slug: locator('large_plan') } },
		complete: [{ inputs: { slug: locator('large_plan') } }],
	},
};

/** Whether a request belongs to the session, not to the operation that was run in it. */
export const isOfSession = ({ path, status }: LoggedRequest): boolean =>
	path === '/enterprise_api/authenticate' || status === 401;
