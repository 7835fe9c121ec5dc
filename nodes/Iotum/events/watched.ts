import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import { records } from '../../kit/block';
import { choice } from '../../kit/choice';
import { refusal } from '../../kit/error';
import { when, type Values } from '../../kit/field';
import type { Tools } from '../../kit/tools';
import { host, optionalCompany, reference } from '../fields';
import { getAll } from '../host/getAll';
import { getConferences } from '../host/getConferences';
import { hosts } from '../pickers';

const SCOPES = { company: 'All Hosts of a Company', hosts: 'Certain Hosts' };

const byHosts = { watch: ['hosts'] };

/** Whose conferences are watched. */
export const watched = {
	watch: choice('Watch', SCOPES, {
		default: 'hosts',
		description: 'Whose conferences are watched',
	}),
	listCompanyId: { ...host.listCompanyId, showWhen: byHosts },
	hosts: when(
		byHosts,
		records(
			'Hosts',
			{ hostId: reference('Host', hosts, { required: true, placeholder: 'e.g. 9' }) },
			{
				entry: 'Host',
				description: 'One or several; each needs a request of its own at each look',
			},
		),
	),
	companyId: when({ watch: ['company'] }, optionalCompany.companyId),
};

export type Watched = Values<typeof watched>;

/** What is watched. */
export const scope = ({ watch, hosts, companyId }: Watched) => [watch, hosts, companyId];

/** The IDs of the hosts that are watched. */
export async function hostIds(values: Watched, tools: Tools): Promise<number[]> {
	if (values.watch === 'company') {
		const { companyId } = values;
		const { records: all } = await tools.all(getAll, { filters: { companyId } });
		return all.map(({ host_id: id }) => Number(id));
	}
	const ids = new Set((values.hosts ?? []).map(({ hostId }) => hostId));
	if (ids.size > 0) return [...ids];
	throw refusal('Hosts', 'is empty', 'Add at least one host, or watch a company');
}

/** How far back a first look goes, in days. */
const FIRST_LOOK = 7;

/** Days that each look repeats, for conferences that take long to appear. */
const MARGIN = 3;

/** A past conference of a host. */
export interface PastConference {
	hostId: number;
	record: IDataObject;
}

/** The past conferences of a look, and the day from which the next one has to look. */
export interface History {
	conferences: PastConference[];
	/** Whether every list came in one piece. */
	isWhole: boolean;
	since: string;
}

/** The past conferences of all watched hosts since the last look, and those of the days before it. */
export async function history(
	values: Watched,
	tools: Tools,
	state: IDataObject | undefined,
	{ detail = false, margin = MARGIN }: { detail?: boolean; margin?: number } = {},
): Promise<History> {
	const today = DateTime.utc();
	const last = DateTime.fromISO(String(state?.since), { zone: 'utc' });
	const from = last.isValid
		? last.minus({ days: margin })
		: today.minus({ days: Math.max(margin, FIRST_LOOK) });
	const filters = { detail, startDate: from.toISODate() ?? undefined };
	const conferences: PastConference[] = [];
	let isWhole = true;
	for (const hostId of await hostIds(values, tools)) {
		const list = await tools.all(getConferences, { hostId, filters });
		conferences.push(...list.records.map((record) => ({ hostId, record })));
		isWhole &&= list.isWhole;
	}
	return { conferences, isWhole, since: today.toISODate() };
}
