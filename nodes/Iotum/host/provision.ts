import type { IDataObject } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';

import type { Values } from '../../kit/field';
import { textOf } from '../../kit/record';
import { task } from '../../kit/task';
import type { Tools } from '../../kit/tools';
import { inTurn } from '../../kit/turns';
import { constant } from '../../kit/variation';
import { create, newHost } from './create';
import { initial, SIMPLE } from './fields';
import { get } from './get';
import { getAll } from './getAll';
import { update } from './update';

/** What is only said of a new host. */
export const ONLY_NEW = ['companyId', ...Object.keys(initial)];

type NewHost = Values<typeof newHost>;

type Provisioned = NewHost & { onlyNew: string[] };

export const provision = task({
	name: 'Provision',
	action: 'Provision a host',
	description:
		'Find the host of an e-mail address or create it, and bring it to what is entered here',
	docs: 'seed 002, "Hosts" (host/fetch_all, host/create, host/update)',
	fields: { ...newHost, onlyNew: constant(ONLY_NEW) },
	simplify: [...SIMPLE, 'created'],
	async run(values, tools) {
		// Built for its checks: nothing is to be wrong only when the host turns out to be new.
		create.request(values);
		const { email, additionalFields } = values;
		const whose = [tools.origin, additionalFields.companyId, email.toLowerCase()];
		// Items with the same address would each create a host where the vendor allows several.
		const host = await inTurn(whose, async () => await provisioned(values, tools));
		return [{ json: host }];
	},
});

async function provisioned(values: Provisioned, tools: Tools): Promise<IDataObject> {
	const known = await find(values, tools);
	if (known !== undefined) return await brought(known, values, tools);
	const host = await tools.call(create, values).catch(async (error: unknown) => {
		// Another run may have created it in between, or the answer was lost on the way.
		// Should this look fail as well, what counts is that the outcome is unknown.
		const made = await find(values, tools).catch(() => undefined);
		if (made === undefined) throw error;
		return await brought(made, values, tools);
	});
	return { created: true, ...host };
}

async function find(values: NewHost, tools: Tools): Promise<number | undefined> {
	const { email, additionalFields } = values;
	const { companyId } = additionalFields;
	const { records } = await tools.all(getAll, { filters: { email, companyId } });
	const ids = records.map(({ host_id: id }) => Number(textOf(id)));
	if (ids.some(Number.isNaN)) {
		throw new UserError(`The vendor lists the host of ${email} without an ID`, {
			description: 'Run the item again; if it stays so, ask the vendor.',
		});
	}
	if (ids.length <= 1) return ids[0];
	throw new UserError(`Several hosts have the e-mail ${email}: ${ids.join(', ')}`, {
		description: 'Hosts without login may share one. Update the one you mean by its ID.',
	});
}

/** A host that is there, changed to what was entered. What is only said of a new host is left out. */
async function brought(
	hostId: number,
	{ name, additionalFields, onlyNew }: Provisioned,
	tools: Tools,
): Promise<IDataObject> {
	const details = Object.fromEntries(
		Object.entries(additionalFields).filter(([field]) => !onlyNew.includes(field)),
	);
	await tools.call(update, { hostId, updateFields: { name, ...details } });
	return { ...(await tools.call(get, { hostId })), created: false };
}
