import type { INodeParameters } from 'n8n-workflow';
import type { LoggedRequest } from '../../../sandbox/requestLog';
import type { Setup } from '../../Iotum/setup';
import type { NodeRun } from '../../harness/runNode';
import type { Complete } from './inputs';
import * as given from './preparations';
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
/** The contacts of a company, and of the admin's own one; VivoMeetings shows no owner. */
const ofCompanies: NonNullable<Part['further']> = ({ companyContactId }) => {
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
	'conference.cancel': { prepare: given.occurrence },
	'conference.create': { complete: conferences },
	'conference.deleteRecordings': { prepare: given.past },
	'conference.deleteTranscriptions': { prepare: given.past },
	'conference.dialNumber': { prepare: given.active },
	'conference.downloadRecording': { prepare: given.past },
	'conference.end': { prepare: given.active },
	// What was recorded stands in a conference that took place.
	'conference.get': { further: () => [{ prepare: given.past }] },
	'conference.getEmbedCode': {
		further: () => [{ inputs: { embedKind: 'livestream', roomUrl: '123456' } }],
	},
	'conference.getAll': {
		further: () => [{ inputs: { returnAll: true }, prepare: given.manyConferences }],
	},
	'conference.getViewerCount': { prepare: given.streamed },
	'conference.sendMessage': { prepare: given.active },
	'conference.stopStreaming': { prepare: given.streamed },
	'conference.update': {
		prepare: given.occurrence,
		least: { inputs: { updateFields: { subject: 'Annual review' } } },
		complete: conferences,
	},
	'contact.create': { further: ofCompanies },
	'contact.delete': { further: ofCompanies },
	'contact.get': { further: ofCompanies },
	'contact.getAll': { further: ofCompanies },
	'contact.update': {
		least: { inputs: { updateFields: { name: 'John Smith' } } },
		further: (fixtures) =>
			ofCompanies(fixtures).map(({ inputs, ...run }) => ({
				...run,
				inputs: { ...inputs, updateFields: { name: 'Jane Doe' } },
			})),
	},
	'driveFile.getAll': {
		further: () => [{ inputs: { returnAll: true }, prepare: given.manyFiles }],
	},
	'driveFile.upload': {
		items: given.file,
		// The vendor has noticed the file before it was told.
		further: () => [{ prepare: given.processed }],
	},
	'host.create': { least: { asCompanyAdmin: true }, complete: hosts },
	'host.getAll': { least: { asCompanyAdmin: true } },
	'host.getCallRecords': {
		further: () => [{ inputs: { returnAll: true }, prepare: given.crowded }],
	},
	'host.getConferences': {
		further: () => [{ inputs: { returnAll: true }, prepare: given.manyConferences }],
	},
	'host.provision': {
		least: { asCompanyAdmin: true },
		complete: hosts,
		further: () => [{ prepare: given.known, asCompanyAdmin: true }],
	},
	'host.update': {
		least: { inputs: { updateFields: { name: 'Hanna' } } },
		complete: [...hosts, { without: ['planSlug', 'addOnSlugs', 'subscriptionIds'] }],
	},
	'subscription.create': {
		least: { prepare: given.inOtherCompany, inputs: { slug: locator('recording') } },
		complete: [{ inputs: { slug: locator('large_plan') } }],
	},
	'subscription.reactivate': { prepare: given.suspended },
	'subscription.update': {
		prepare: given.inOtherCompany,
		least: { inputs: { slug: locator('large_plan') } },
		complete: [{ inputs: { slug: locator('large_plan') } }],
	},
};

/** Whether a request belongs to the session, not to the operation that was run in it. */
export const isOfSession = ({ path, status }: LoggedRequest): boolean =>
	path === '/enterprise_api/authenticate' || status === 401;
